import { clientWords } from "../vietnamese/words/reading.ts";

/** Opens the system's share dialog. The button is shown only where there is one. */
export function offerSharing(): void {
  document.querySelectorAll(".native-share button").forEach((button) =>
    button.addEventListener("click", () => {
      const url = document.querySelector<HTMLLinkElement>("[rel=canonical]")?.href ?? location.href;
      const title = document.querySelector("h1")?.textContent.trim() ?? "";
      // Rejects when the reader cancels.
      navigator.share({ title, url }).catch(() => null);
    }),
  );
}

/** Opening "Chép liên kết" shows the address. With script it is also copied, and screen readers announce that. */
export function offerCopies(): void {
  document.querySelectorAll<HTMLDetailsElement>(".copy").forEach((details) => {
    const message = document.createElement("p");
    message.role = "status";
    details.after(message);
    details.addEventListener("toggle", () => {
      message.textContent = "";
      const field = details.querySelector("input");
      if (!details.open || field === null) return;
      field.select();
      // Over plain HTTP there is no clipboard. The address is selected then.
      navigator.clipboard
        ?.writeText(field.value)
        .then(() => (message.textContent = clientWords.copied))
        .catch(() => null);
    });
  });
}
