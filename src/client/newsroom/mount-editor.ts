import { readClipboardFiles } from "../intake/clipboard-files.ts";
import type { FileEntrance } from "./file-entrance.ts";
import type { Findings } from "./findings.ts";
import type { FormPhotos } from "./form-photos.ts";
import type { OpenForm } from "./open-form.ts";
import { keepPlace } from "./kept-place.ts";
import { QuietMoment } from "./quiet-moment.ts";
import type { TextIntake } from "./text-intake.ts";

type Parts = {
  photos: FormPhotos;
  entrance: FileEntrance;
  intake: TextIntake;
  findings: Findings;
};

/** Replaces the textarea with the editor. If the editor cannot be loaded, the textarea stays. */
export async function mountEditorIn(
  { body }: OpenForm,
  { photos, entrance, intake, findings }: Parts,
): Promise<void> {
  // Word puts photos into the RTF of the clipboard, which can be read only during the paste event.
  let pasted: File[] = [];
  body.textarea.form?.addEventListener(
    "paste",
    ({ clipboardData }) =>
      (pasted = clipboardData === null ? [] : readClipboardFiles(clipboardData)),
    true,
  );
  const moment = new QuietMoment();
  const recording = new AbortController();
  const formerTexts = recordTexts(body.textarea, recording.signal);
  try {
    const { mountEditor } = await import("../editor/editor.ts");
    await moment.waitForQuietMoment();
    recording.abort();
    const { form } = body.textarea;
    const returnToPlace = keepPlace(body.textarea);
    const editor = mountEditor(body.textarea, {
      photoUrl: photos.addressOf,
      onPhotoShown: photos.showBlock,
      onFactRestored: photos.restoreFact,
      choosePoster: () =>
        import("./photo-picker.ts").then(({ choosePhoto }) => choosePhoto()).catch(() => null),
      lead: photos.lead,
      wasRefused: form?.dataset["refused"] !== undefined,
      onFiles: (files, at) => entrance.take(files, at),
      onPasteHtml: (html) => intake.takePaste(html, pasted),
      onFindingsOpened: findings.open,
      onFindingsLeft: findings.close,
      onPhotoFindings: findings.showInPhoto,
      formerTexts,
      handbookForms: findings.handbook.then((entries) => (entries ?? []).map(({ text }) => text)),
      bottomBar: body.textarea.form?.querySelector<HTMLElement>(".form-bar") ?? null,
    });
    body.attach(editor);
    const list = form?.querySelector<HTMLFieldSetElement>(".text-photos");
    if (list) [list.hidden, list.disabled] = [true, true];
    for (const hint of document.querySelectorAll<HTMLElement>(".body-help, #o-body-goi-y")) {
      hint.hidden = true;
    }
    returnToPlace((place) => editor.measureLineMiddle(place));
  } catch {
    // The browser is old, or there is no network. The textarea works as it does without script.
  }
}

/** A longer pause in typing, in ms, ends what one undo takes back. */
const maxPause = 500;

const maxFormerTexts = 20;

/** The texts of the field before each run of typing, oldest first. The list grows until the signal. */
function recordTexts(textarea: HTMLTextAreaElement, signal: AbortSignal): string[] {
  // A field without focus may have its text from the browser, which restores it after "Back".
  const isTyped = document.activeElement === textarea;
  const texts = [isTyped ? textarea.defaultValue : textarea.value];
  let current = textarea.value;
  let typedAt = 0;
  const record = (): void => {
    const now = performance.now();
    if (now - typedAt > maxPause && texts.at(-1) !== current) texts.push(current);
    if (texts.length > maxFormerTexts) texts.shift();
    current = textarea.value;
    typedAt = now;
  };
  textarea.addEventListener("input", record, { signal });
  return texts;
}
