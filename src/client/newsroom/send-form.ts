import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { Autosave } from "./autosave.ts";
import type { FormPhotos } from "./form-photos.ts";
import type { PhotoUploads } from "./photo-uploads.ts";
import type { SaveStatus } from "./save-status.ts";

/** If no other page was loaded after this time, the submission has failed. In ms. */
const maxSubmitTime = 20_000;

type Parts = { autosave: Autosave; uploads: PhotoUploads; photos: FormPhotos; status: SaveStatus };

/** Submits the form as it would be without script, but only with a network and after its photos are stored. */
export function sendWhenReady(
  form: HTMLFormElement,
  { autosave, uploads, photos, status }: Parts,
): { onUploads: () => void; onSaved: (fault: string | null) => void } {
  let pressed: HTMLButtonElement | null = null;
  let waiting: HTMLButtonElement | null = null;
  const isBusy = (): boolean => uploads.count + photos.saving > 0;
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button !== null) pressed = button;
  });
  form.addEventListener("submit", (event) => {
    photos.settle();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : pressed;
    if (!navigator.onLine) {
      event.preventDefault();
      status.say("not-sent", formScriptWords.submitOffline);
    } else if (isBusy() && button?.value !== "discard") {
      event.preventDefault();
      waiting = button;
      showWaiting();
    } else {
      autosave.leave();
      setTimeout(() => autosave.stay(), maxSubmitTime);
    }
  });
  /** Says what the form waits for. It does not wait for photos that the server refused for good. */
  const showWaiting = (): void => {
    if (uploads.count === 0) return status.say("waiting", formScriptWords.saving);
    if (uploads.stuck === 0) {
      return status.say("waiting", formScriptWords.waitingForPhotos(uploads.count));
    }
    waiting = null;
    status.say("not-sent", formScriptWords.stuckPhotos(uploads.stuck));
  };
  const goOn = (): void => {
    if (waiting === null) return;
    if (isBusy()) return showWaiting();
    const button = waiting;
    waiting = null;
    button.click();
  };
  return {
    onUploads: goOn,
    onSaved: (fault) => {
      if (fault === null || waiting === null) return goOn();
      waiting = null;
      status.say("not-sent", fault);
    },
  };
}
