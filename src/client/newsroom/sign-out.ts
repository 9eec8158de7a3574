import { localCopyWords } from "../../vietnamese/words/local-copies.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { make } from "../intake/make-element.ts";
import { forgetCopy, hasCopiesOfOthers, isOwnName, listCopies } from "./local-copy.ts";
import type { NamedCopy } from "./local-copy.ts";
import { leaveBySigningOut } from "./local-work.ts";
import { findUnsavedWork } from "./unsaved-work.ts";
import { sendCopy } from "./send-copy.ts";
import { forgetUnsentPhotos, listUnsentArticles } from "./unsent-photos.ts";

/** Signs out, after asking what to do with texts and photos that the server does not have. */
export async function signOutAsking(form: HTMLFormElement): Promise<void> {
  if (!navigator.onLine) return alert(localCopyWords.signOutOffline);
  // The open form stores its newest text first.
  dispatchEvent(new Event("keepcopy"));
  const unsaved = await findUnsavedWork();
  if (unsaved.length === 0) return leave(form);
  askWhatToDo(unsaved, () => leave(form));
}

function askWhatToDo(unsaved: readonly NamedCopy[], leaveNow: () => Promise<void>): void {
  const status = make("p", {});
  status.setAttribute("role", "status");
  const save = make(
    "button",
    { type: "button", className: "primary" },
    localCopyWords.saveAndLeave,
  );
  const discard = make(
    "button",
    { type: "button", className: "danger" },
    localCopyWords.discardAndLeave,
  );
  const stay = make("button", { type: "button" }, localCopyWords.stay);
  const heading = make("h2", { id: "thoat-hoi" }, localCopyWords.signOutTitle);
  const titles = unsaved.map(({ copy }) =>
    make("li", {}, copy.values.title.trim() || newsroomWords.untitled),
  );
  const dialog = make(
    "dialog",
    { className: "sign-out" },
    heading,
    make("p", {}, localCopyWords.signOutQuestion),
    make("ul", {}, ...titles),
    make("div", { className: "row" }, save, discard, stay),
    status,
  );
  dialog.setAttribute("aria-labelledby", heading.id);
  save.addEventListener("click", () => {
    save.disabled = true;
    status.textContent = localCopyWords.saving;
    void saveAll(unsaved)
      .then(leaveNow)
      .catch((error: unknown) => {
        save.disabled = false;
        status.textContent = localCopyWords.notSaved((error as Error).message);
      });
  });
  discard.addEventListener("click", () => void leaveNow());
  stay.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function saveAll(unsaved: readonly NamedCopy[]): Promise<void> {
  for (const named of unsaved) await sendCopy(named);
}

/**
 * Deletes what this browser stores of the user, and signs out. The server's answer makes the browser delete the rest, unless
 * it holds sealed texts or photos of other people, whose sessions have ended: those stay, and nobody else can read them.
 */
async function leave(form: HTMLFormElement): Promise<void> {
  dispatchEvent(new Event("dropcopy"));
  for (const { name } of listCopies()) forgetCopy(name);
  const articles = await listUnsentArticles();
  for (const name of articles.filter(isOwnName)) await forgetUnsentPhotos(name);
  if (hasCopiesOfOthers() || !articles.every(isOwnName)) {
    form.append(make("input", { type: "hidden", name: "keep", value: "others" }));
  }
  leaveBySigningOut(form);
}
