import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import {
  aliveInterval,
  readArticleId,
  forgetCopy,
  haveSameText,
  isAlive,
  keepCopy,
  readCopy,
  nameUndecided,
} from "./local-copy.ts";
import type { LocalCopy, NamedCopy } from "./local-copy.ts";
import type { OpenForm } from "./open-form.ts";
import { formatClockTime } from "./save-status.ts";
import { findUnsavedCopies } from "./saved-copies.ts";
import { forgetUnsentPhotos } from "./unsent-photos.ts";

/** After this time without an update of `alive`, a form counts as closed, in ms. */
const retryDelay = 4 * aliveInterval;

/**
 * Offers text that this browser stored and the server does not have, for example after a crash or without a network.
 * The text is kept until the user decides, even if new text is typed. Returns true if a text of this article waits for that.
 */
export function offerRecovery(page: OpenForm, onRecovered: () => void): boolean {
  const own = findOwnCopy(page);
  if (own !== null && offer(page, own, onRecovered)) return true;
  if (page.id !== null) return false;
  const offerOrphan = async (): Promise<boolean> => {
    const orphan = await findOrphan(page);
    return orphan !== null && offer(page, orphan, onRecovered);
  };
  // A form that crashed a moment ago looks like a form that is open in another tab.
  void offerOrphan().then((isOffered) => {
    if (!isOffered) setTimeout(() => void offerOrphan(), retryDelay);
  });
  return false;
}

function findOwnCopy({ copyName }: OpenForm): NamedCopy | null {
  for (const name of [copyName, nameUndecided(copyName)]) {
    const copy = readCopy(name);
    if (copy !== null) return { name, copy };
  }
  return null;
}

/** The newest copy of another new article whose form is no longer open. */
async function findOrphan({ copyName, id }: OpenForm): Promise<NamedCopy | null> {
  const copies = await findUnsavedCopies();
  const orphan = copies.find(
    ({ name, copy }) =>
      copy.baseVersion === 0 && !isAlive(copy) && !name.startsWith(copyName) && id === null,
  );
  return orphan ?? null;
}

/** Returns false if there is nothing to decide: the server has the text. */
function offer(page: OpenForm, { name, copy }: NamedCopy, onRecovered: () => void): boolean {
  if (isSaved(page, copy) || haveSameText(copy.values, page.values())) {
    forgetCopy(name);
    return false;
  }
  // New text of this form does not overwrite it there.
  const aside = nameUndecided(name);
  keepCopy(aside, copy);
  if (name !== aside) forgetCopy(name);
  const note = make("div", { className: "note recovery" });
  const decide = (act: () => void) => () => {
    act();
    forgetCopy(aside);
    note.remove();
    page.control("title").focus();
  };
  const recoverIt = decide(() => {
    recover(page, { name, copy });
    onRecovered();
  });
  const forgetIt = decide(() => void forgetUnsentPhotos(aside));
  note.setAttribute("role", "status");
  note.append(
    make("p", {}, formScriptWords.recovered(formatDayAndTime(copy.at))),
    make(
      "p",
      { className: "row" },
      makeButton(formScriptWords.recover, "primary", recoverIt),
      makeButton(formScriptWords.forget, "", forgetIt),
    ),
  );
  page.form.querySelector(".form-head")?.after(note);
  return true;
}

function makeButton(text: string, className: string, act: () => void): HTMLButtonElement {
  const made = make("button", { type: "button", className }, text);
  made.addEventListener("click", act);
  return made;
}

/** True if the copy was submitted and became the version that is shown now. */
function isSaved(page: OpenForm, { sent, baseVersion }: LocalCopy): boolean {
  return sent && baseVersion < page.baseVersion && page.form.dataset["own"] !== undefined;
}

/** Keeps the version that the copy is based on. So saving it shows a conflict, with both texts side by side. */
function recover(page: OpenForm, { name, copy }: NamedCopy): void {
  const { values, key, baseVersion } = copy;
  if (page.id === null) page.becomeNew(readArticleId(name), key);
  else page.rebase(baseVersion);
  page.fill(values);
}

function formatDayAndTime(at: number): string {
  const day = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
  });
  const isToday = day.format(at) === day.format(Date.now());
  return isToday ? formatClockTime(at) : `${formatClockTime(at)} ${day.format(at)}`;
}
