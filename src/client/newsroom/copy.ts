import { copyWords } from "../../vietnamese/words/newsroom.ts";

/** Gives each text that people copy a button. A text in a fold is copied when the fold opens. */
export function offerCopies(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const [text, button, status] = ["p", "button", "[role=status]"].map((one) =>
      box.querySelector<HTMLElement>(one),
    );
    if (!text || !button || !status) continue;
    const copy = async (): Promise<void> => {
      status.textContent = "";
      status.textContent = (await copyText(text)) ? copyWords.copied : copyWords.copyByHand;
    };
    button.hidden = false;
    button.addEventListener("click", () => void copy());
    const fold = box.closest<HTMLDetailsElement>("[data-copy-on-open]");
    fold?.addEventListener("toggle", () => {
      if (!fold.open) return;
      void copy();
      fold.scrollIntoView({ block: "nearest" });
    });
  }
}

/** Copies the text of an element, and selects it, so that people see what was copied or can copy it themselves. */
async function copyText(element: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(element);
  try {
    // By plain HTTP there is no clipboard.
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    return false;
  }
}
