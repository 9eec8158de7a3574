import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import { areAlike, copyName, forgetCopy, keepCopy, orphanedCopy, readCopy } from "./local-copy.ts";
import type { LocalCopy } from "./local-copy.ts";
import type { OpenForm } from "./open-form.ts";
import { clockTime } from "./save-status.ts";

type Found = { name: string; copy: LocalCopy };

/**
 * Offers what this browser kept of an article and the server does not have: after a closed tab, a crash, a dead network.
 * Until that is decided it stays, whatever is typed meanwhile.
 * Gives the key of the new article that was found, if it is one.
 */
export function offerRecovery(page: OpenForm, onRecovered: () => void): string | null {
  const found = foundFor(page);
  if (found === null) return null;
  const { copy } = found;
  if (isSaved(page, copy) || areAlike(copy.values, page.values())) {
    forgetCopy(found.name);
    return null;
  }
  const aside = `${copyName(page.person, page.id, page.key)}:cu`;
  keepCopy(aside, copy);
  if (found.name !== aside) forgetCopy(found.name);
  const note = make("div", { className: "note recovery" });
  const button = (text: string, className: string, act: () => void) => {
    const made = make("button", { type: "button", className }, text);
    made.addEventListener("click", () => {
      act();
      forgetCopy(aside);
      note.remove();
      page.control("title").focus();
    });
    return made;
  };
  note.setAttribute("role", "status");
  note.append(
    make("p", {}, formScriptWords.recovered(timeOf(copy.at))),
    make(
      "p",
      { className: "row" },
      button(formScriptWords.recover, "primary", () => {
        recover(page, copy);
        onRecovered();
      }),
      button(formScriptWords.forget, "", () => undefined),
    ),
  );
  page.form.querySelector(".form-head")?.after(note);
  return null;
}

function foundFor(page: OpenForm): Found | null {
  const name = copyName(page.person, page.id, page.key);
  for (const each of [name, `${name}:cu`]) {
    const copy = readCopy(each);
    if (copy !== null) return { name: each, copy };
  }
  return page.id === null ? orphanedCopy(page.person, Date.now()) : null;
}

/** It was sent with the form, and made the version that is shown now. */
function isSaved(page: OpenForm, { sent, baseVersion }: LocalCopy): boolean {
  return sent && baseVersion < page.baseVersion && page.form.dataset["own"] !== undefined;
}

/** A text over a former version stays one: saving it then shows both side by side. */
function recover(page: OpenForm, { values, key, baseVersion }: LocalCopy): void {
  if (page.id === null) page.key = key;
  else page.rebase(baseVersion);
  page.fill(values);
}

function timeOf(at: number): string {
  const day = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    dateStyle: "short",
  });
  const isToday = day.format(at) === day.format(Date.now());
  return isToday ? clockTime(at) : `${clockTime(at)} ${day.format(at)}`;
}
