import type { QuotedWords } from "../../article/note.ts";
import { noteWords } from "../../vietnamese/words/notes.ts";
import { askServer } from "./ask-server.ts";
import type { OpenForm } from "./open-form.ts";

/** Makes the notes of editors lead to their words as they are now, and ticks them off without leaving the form. */
export function listenToNotes(page: OpenForm, list: HTMLElement): void {
  list.addEventListener("click", (event) => {
    const target = event.target as Element;
    const link = target.closest<HTMLElement>("[data-quoted]");
    const button = target.closest<HTMLButtonElement>("[data-tick]");
    if (link === null && button === null) return;
    event.preventDefault();
    if (link !== null) void goToWords(page, link);
    if (button !== null) void tick(button);
  });
}

async function goToWords(page: OpenForm, link: HTMLElement): Promise<void> {
  const quoted = JSON.parse(link.dataset["quoted"] ?? "{}") as QuotedWords;
  const { findQuotedWords } = await import("../../check/quoted-words.ts");
  const { title, lede, body, "leadPhoto.photo": photo } = page.values();
  const where = findQuotedWords({ title, lede, body, leadPhoto: { photo } }, quoted);
  const gone = link.parentElement?.querySelector<HTMLElement>(".note-gone");
  if (gone) gone.hidden = where !== null;
  const { field, start, end } = where ?? { field: quoted.field, start: null, end: null };
  if (field === "body" && start !== null && end !== null) return page.body.selectPlace(start, end);
  if (field === "body") return page.body.focus();
  const control = page.form.querySelector<HTMLElement>(`#o-${field.replace(/\./g, "-")}`);
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
  if (start !== null && end !== null && control instanceof HTMLTextAreaElement) {
    control.setSelectionRange(start, end);
  }
}

/** The button says what it would do next, as the server does when it writes the page. */
async function tick(button: HTMLButtonElement): Promise<void> {
  const isDone = button.textContent?.trim() === noteWords.reopen;
  button.disabled = true;
  const fields = new URLSearchParams({ done: isDone ? "0" : "1" });
  const answer = await askServer("POST", button.dataset["tick"] ?? "", fields);
  button.disabled = false;
  if (answer.kind !== "done") return;
  button.textContent = isDone ? noteWords.done : noteWords.reopen;
  button.closest("li")?.classList.toggle("note-done", !isDone);
}
