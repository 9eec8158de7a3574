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

/** Replaces the textarea with the editor. If the editor cannot be loaded, the textarea stays. */
export async function mountEditorIn(
  { body }: OpenForm,
  { photos, entrance, intake, onFindingClick }: Parts,
): Promise<void> {
  // Word puts photos into the RTF of the clipboard, which can be read only during the paste event.
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
      onPhotoShown: photos.showUploadIn,
      onFiles: (files, at) => entrance.take(files, at),
      onPasteHtml: (html) => intake.takePaste(html, pasted),
      onFindingClick,
      bottomBar: body.textarea.form?.querySelector<HTMLElement>(".form-bar") ?? null,
    });
    body.attach(editor);
    if (isTyping) editor.focus();
    for (const hint of document.querySelectorAll<HTMLElement>(".body-help, #o-body-goi-y")) {
      hint.hidden = true;
    }
  } catch {
    // The browser is old, or there is no network. The textarea works as it does without script.
  }
}
