import type { IntakeMode, PastedText, ReadDraft } from "../../../src/client/intake/draft.ts";
import { readClipboardFiles } from "../../../src/client/intake/clipboard-files.ts";
import { openIntakeDialog } from "../../../src/client/intake/intake-dialog.ts";
import { readPasteAsking } from "../../../src/client/intake/paste-asking.ts";

/** What the intake gave to the page, and what the next copy puts on the clipboard. */
export type IntakeWindow = Window & {
  given: { draft: ReadDraft; mode: IntakeMode } | null;
  pastedText: PastedText | null;
  copied: string;
};

const page: IntakeWindow = Object.assign(window, {
  given: null,
  pastedText: null,
  copied: "",
});

/** Script of a page with one editable field that takes dropped files and pasted text. */
const field = document.querySelector<HTMLElement>("[contenteditable]");

field?.addEventListener("copy", (event) => {
  event.preventDefault();
  event.clipboardData?.setData("text/html", page.copied);
});

field?.addEventListener("paste", (event) => {
  event.preventDefault();
  const html = event.clipboardData?.getData("text/html") ?? "";
  const files = event.clipboardData === null ? [] : readClipboardFiles(event.clipboardData);
  void readPasteAsking(html, files).then((pasted) => (page.pastedText = pasted));
});

field?.addEventListener("dragover", (event) => event.preventDefault());

field?.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file === undefined) return;
  void openIntakeDialog(file, {
    hasText: () => field.textContent.trim() !== "",
    apply: (draft, mode) => (page.given = { draft, mode }),
  });
});
