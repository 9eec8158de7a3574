import { clipboardFiles } from "../intake/clipboard-files.ts";
import type { FileEntrance } from "./file-entrance.ts";
import type { FormPhotos } from "./form-photos.ts";
import type { OpenForm } from "./open-form.ts";
import type { TextIntake } from "./text-intake.ts";

type Parts = {
  photos: FormPhotos;
  entrance: FileEntrance;
  intake: TextIntake;
  onFindingClick: (number: number) => void;
};

/** Puts the editor into the place of the textarea; where it cannot be loaded, the textarea does. */
export async function mountEditorIn(
  { body }: OpenForm,
  { photos, entrance, intake, onFindingClick }: Parts,
): Promise<void> {
  // Word's photos lie in the RTF of the clipboard, which is readable only while the paste is going on.
  let pasted: File[] = [];
  body.textarea.form?.addEventListener(
    "paste",
    ({ clipboardData }) => (pasted = clipboardData === null ? [] : clipboardFiles(clipboardData)),
    true,
  );
  try {
    const { mountEditor } = await import("../editor/editor.ts");
    const isTyping = document.activeElement === body.textarea;
    const editor = mountEditor(body.textarea, {
      photoUrl: photos.addressOf,
      onFiles: (files, at) => entrance.take(files, at),
      onPasteHtml: (html) => intake.takePaste(html, pasted),
      onFindingClick,
    });
    body.attach(editor);
    if (isTyping) editor.focus();
    for (const hint of document.querySelectorAll<HTMLElement>(".body-help, #o-body-goi-y")) {
      hint.hidden = true;
    }
  } catch {
    // An old browser, or no network: Markdown is typed as without script.
  }
}
