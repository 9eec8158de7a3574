import { intakeWords } from "../../vietnamese/words/intake.ts";
import css from "./intake.css";
import { make } from "./make-element.ts";

/** A modal dialog with one form: a title, the caller's content, and two buttons. */
export type DialogFrame = {
  dialog: HTMLDialogElement;
  /** The title. Insert the content after it. */
  heading: HTMLHeadingElement;
  submit: HTMLButtonElement;
  cancel: HTMLButtonElement;
};

/**
 * Opens a dialog and calls `settle` once when it closes: true if `submitted` returned true, false if it was cancelled. The
 * browser handles Esc and the focus.
 */
export function openFrame(
  title: string,
  act: string,
  { submitted, settle }: { submitted: () => boolean; settle: (isDone: boolean) => void },
): DialogFrame {
  addRules(css);
  const heading = make("h2", { id: "intake-heading", tabIndex: -1 }, title);
  const submit = make("button", { type: "submit" }, act);
  const cancel = make("button", { type: "button" }, intakeWords.cancel);
  const acts = make("div", { className: "intake-acts" }, submit, cancel);
  const form = make("form", { method: "dialog" }, heading, acts);
  const dialog = make("dialog", { className: "intake" }, form);
  dialog.setAttribute("aria-labelledby", heading.id);
  let isDone = false;
  form.addEventListener("submit", (event) => {
    isDone = submitted();
    if (!isDone) event.preventDefault();
  });
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    settle(isDone);
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, heading, submit, cancel };
}

const added = new Set<string>();

/**
 * Adds rules to the page's own stylesheet, once: a new `<style>` would need a hash in the content security policy. One
 * `@media` rule wraps them, because only one rule can be inserted at a time.
 */
export function addRules(css: string): void {
  const [page] = document.styleSheets;
  if (added.has(css) || page === undefined) return;
  page.insertRule(`@media all {${css}}`, page.cssRules.length);
  added.add(css);
}
