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
): { onUploads: () => void } {
  let pressed: HTMLButtonElement | null = null;
  let waiting: HTMLButtonElement | null = null;
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
    } else if (uploads.count > 0 && button?.value !== "bo") {
      event.preventDefault();
      waiting = button;
      showWaiting();
    } else {
      autosave.leave();
      setTimeout(() => autosave.stay(), maxSubmitTime);
    }
  });
  addEventListener("pageshow", ({ persisted }) => persisted && autosave.stay());
  /** Says what the form waits for. It does not wait for photos that the server refused for good. */
  const showWaiting = (): void => {
    if (uploads.stuck === 0) {
      return status.say("waiting", formScriptWords.waitingForPhotos(uploads.count));
    }
    waiting = null;
    status.say("not-sent", formScriptWords.stuckPhotos(uploads.stuck));
  };
  return {
    onUploads: () => {
      if (waiting === null) return;
      if (uploads.count > 0) return showWaiting();
      const button = waiting;
      waiting = null;
      button.click();
    },
  };
}
