import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { Autosave } from "./autosave.ts";
import type { OpenForm } from "./open-form.ts";
import type { PhotoUploads } from "./photo-uploads.ts";
import { formatClockTime, type SaveStatus } from "./save-status.ts";

type Parts = { autosave: Autosave; uploads: PhotoUploads; status: SaveStatus };

/**
 * The keys of the form outside the editor: Ctrl+S saves, Enter goes from the title to the lede and on to the body. In any other
 * field Enter does nothing: the browser would press the default button and leave the page.
 */
export function listenToKeys(page: OpenForm, parts: Parts): void {
  let isSaving = false;
  page.form.addEventListener("save", (event) => {
    event.preventDefault();
    if (isSaving) return;
    isSaving = true;
    void saveHere(page, parts).finally(() => (isSaving = false));
  });
  page.form
    .querySelector(".default-button")
    ?.addEventListener("click", (event) => event.preventDefault());
  page.form.addEventListener("keydown", (event) => {
    const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (key !== "Enter" || shiftKey || ctrlKey || metaKey || altKey) return;
    // Safari ends a composition before it sends the key, with this code.
    if (event.isComposing || event.keyCode === 229) return;
    if (target === page.control("title")) page.control("lede").focus();
    else if (target === page.control("lede")) page.body.focus();
    else return;
    event.preventDefault();
  });
}

/** Saves a version as the button does, and stays on the page. What cannot be saved so is sent by the button. */
async function saveHere(page: OpenForm, { autosave, uploads, status }: Parts): Promise<void> {
  const { form } = page;
  const button = form.querySelector<HTMLButtonElement>(".form-acts button[value=save]");
  const values = page.values();
  const sent = new FormData(form);
  sent.set("act", "save");
  if (!navigator.onLine || uploads.count > 0) return button?.click();
  status.say("saving", formScriptWords.saving);
  const saved = await sendForm(form.action, sent);
  if (saved === null) return button?.click();
  if (page.id === null) page.becomeArticle(saved.id, saved.version);
  else page.rebase(saved.version);
  autosave.savedBy(values);
  const time = formatClockTime(Date.now());
  status.say("saved", formScriptWords.savedVersion(saved.version, time));
}

/** Null if the form was refused: its page then tells why. */
async function sendForm(
  action: string,
  body: FormData,
): Promise<{ id: string; version: number } | null> {
  try {
    const headers = { accept: "application/json" };
    const answer = await fetch(action, { method: "POST", body, headers });
    if (!answer.ok) return null;
    return (await answer.json()) as { id: string; version: number };
  } catch {
    return null;
  }
}
