import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import {
  haveSameText,
  copyName,
  forgetCopy,
  keepCopy,
  findOrphanedCopy,
  readCopy,
  aliveInterval,
} from "./local-copy.ts";
import type { LocalCopy } from "./local-copy.ts";
import type { OpenForm } from "./open-form.ts";
import { clockTime } from "./save-status.ts";

/** After this time without an update of `alive`, a form counts as closed, in ms. */
const retryDelay = 4 * aliveInterval;

type Found = { name: string; copy: LocalCopy };

/**
 * Offers text that this browser stored and the server does not have, for example after a crash or without a network.
 * The text is kept until the user decides, even if new text is typed.
 */
export function offerRecovery(page: OpenForm, onRecovered: () => void): void {
  const found = findOwnCopy(page) ?? findOrphan(page);
  if (found !== null) return offer(page, found, onRecovered);
  // A form that crashed a moment ago looks like one that is open in another tab.
  setTimeout(() => {
    const late = findOrphan(page);
    if (late !== null) offer(page, late, onRecovered);
  }, retryDelay);
}

function findOwnCopy({ person, id, key }: OpenForm): Found | null {
  const name = copyName(person, id, key);
  for (const each of [name, undecidedName(name)]) {
    const copy = readCopy(each);
    if (copy !== null) return { name: each, copy };
  }
  return null;
}

function findOrphan({ person, id }: OpenForm): Found | null {
  return id === null ? findOrphanedCopy(person, Date.now()) : null;
}

function offer(page: OpenForm, { name, copy }: Found, onRecovered: () => void): void {
  if (isSaved(page, copy) || haveSameText(copy.values, page.values())) return forgetCopy(name);
  const aside = undecidedName(copyName(page.person, page.id, page.key));
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
    recover(page, copy);
    onRecovered();
  });
  note.setAttribute("role", "status");
  note.append(
    make("p", {}, formScriptWords.recovered(dayAndTime(copy.at))),
    make(
      "p",
      { className: "row" },
      button(formScriptWords.recover, "primary", recoverIt),
      button(
        formScriptWords.forget,
        "",
        decide(() => undefined),
      ),
    ),
  );
  page.form.querySelector(".form-head")?.after(note);
}

/** The storage name of a copy that waits for the user's decision. New text does not overwrite it. */
function undecidedName(name: string): string {
  return `${name}:cu`;
}

function button(text: string, className: string, act: () => void): HTMLButtonElement {
  const made = make("button", { type: "button", className }, text);
  made.addEventListener("click", act);
  return made;
}

/** True if the copy was submitted and became the version that is shown now. */
function isSaved(page: OpenForm, { sent, baseVersion }: LocalCopy): boolean {
  return sent && baseVersion < page.baseVersion && page.form.dataset["own"] !== undefined;
}

/** Keeps the version that the copy is based on. So saving it shows a conflict, with both texts side by side. */
function recover(page: OpenForm, { values, key, baseVersion }: LocalCopy): void {
  if (page.id === null) page.key = key;
  else page.rebase(baseVersion);
  page.fill(values);
}

function dayAndTime(at: number): string {
  const day = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
  });
  const isToday = day.format(at) === day.format(Date.now());
  return isToday ? clockTime(at) : `${clockTime(at)} ${day.format(at)}`;
}
