import { clientWords } from "../vietnamese/words/client.ts";

/** The system's own sheet, where there is one: the button shows only there. */
export function offerSharing(): void {
  document.querySelectorAll(".native-share button").forEach((button) =>
    button.addEventListener("click", () => {
      const url = document.querySelector<HTMLLinkElement>("[rel=canonical]")?.href ?? location.href;
      const title = document.querySelector("h1")?.textContent.trim() ?? "";
      // Rejects when the reader thinks better of it.
      navigator.share({ title, url }).catch(() => null);
    }),
  );
}

/** Opening "Chép liên kết" shows the address; with script it is copied as well, and a screen reader is told. */
export function offerCopies(): void {
  document.querySelectorAll<HTMLDetailsElement>(".copy").forEach((details) => {
    const message = document.createElement("p");
    message.setAttribute("role", "status");
    details.after(message);
    details.addEventListener("toggle", () => {
      message.textContent = "";
      const field = details.querySelector("input");
      if (!details.open || field === null) return;
      field.select();
      // Not there where the page came over plain HTTP; the address is selected then.
      navigator.clipboard
        ?.writeText(field.value)
        .then(() => (message.textContent = clientWords.copied))
        .catch(() => null);
    });
  });
}
