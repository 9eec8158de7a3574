/** Closes the forms that approve until the end of the text was on screen. */
export function openWhenRead(end: HTMLElement): void {
  const setRead = (isRead: boolean): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-approve]")) {
      button.disabled = !isRead;
    }
    for (const field of document.querySelectorAll<HTMLInputElement>("[data-read]")) {
      field.value = isRead ? (field.dataset["read"] ?? "") : "";
    }
    const hint = document.querySelector<HTMLElement>(".read-first");
    if (hint !== null) hint.hidden = isRead;
    const link = document.querySelector<HTMLElement>("#nut-duyet");
    const small = link?.querySelector("small");
    if (small) small.hidden = isRead;
    if (isRead) link?.removeAttribute("aria-disabled");
    else link?.setAttribute("aria-disabled", "true");
  };
  setRead(false);
  document.querySelector("#nut-duyet")?.addEventListener("click", (event) => {
    event.preventDefault();
    const approve = document.querySelector<HTMLButtonElement>("[data-approve]");
    if (approve === null || !approve.disabled) {
      document.querySelector("#duyet")?.scrollIntoView({ block: "center" });
      approve?.focus({ preventScroll: true });
    }
  });
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    setRead(true);
  });
  observer.observe(end);
}
