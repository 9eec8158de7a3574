import { editorWords } from "../../vietnamese/words/editor.ts";
import { writePhotoId } from "../intake/photo-names.ts";
import type { EditorFinding, EditorPhoto, EditorVideo } from "./editor-handle.ts";
import { makePhotoNode } from "./photo-commands.ts";
import { writeBlock } from "./write-block.ts";

/** The textarea. It is hidden behind the editor, or shown by the button "Markdown". */
export class MarkdownField {
  isShown = true;
  findings: readonly EditorFinding[] = [];
  readonly #textarea: HTMLTextAreaElement;
  readonly #wasRequired: boolean;
  readonly #labels: HTMLLabelElement[];
  #focusEditor: () => void = () => {};

  constructor(textarea: HTMLTextAreaElement, onInput: () => void) {
    this.#textarea = textarea;
    this.#wasRequired = textarea.required;
    this.#labels = [...textarea.labels];
    textarea.addEventListener("input", () => this.isShown && onInput());
    for (const label of this.#labels) label.addEventListener("click", this.#onLabel);
  }

  /** The attributes that the editor takes over from the textarea for screen readers. */
  copyAttributes(): Record<string, string> {
    const words = this.#labels.map((label) => label.textContent.trim()).join(" ");
    const attributes: Record<string, string> = {
      class: "editor-text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": words === "" ? editorWords.text : words,
    };
    if (this.#wasRequired) attributes["aria-required"] = "true";
    for (const name of ["aria-describedby", "aria-invalid"]) {
      const value = this.#textarea.getAttribute(name);
      if (value !== null) attributes[name] = value;
    }
    return attributes;
  }

  /** Hides the textarea. It is no longer required, because a hidden required field blocks the form without a message. */
  hide(focusEditor: () => void): void {
    this.isShown = false;
    this.#focusEditor = focusEditor;
    this.#textarea.hidden = true;
    this.#textarea.required = false;
  }

  show(): void {
    this.isShown = true;
    this.#textarea.hidden = false;
    this.#textarea.focus();
  }

  restore(): void {
    for (const label of this.#labels) label.removeEventListener("click", this.#onLabel);
    this.#textarea.hidden = false;
    this.#textarea.required = this.#wasRequired;
    this.isShown = true;
  }

  insert(markdown: string): void {
    const { selectionStart, selectionEnd } = this.#textarea;
    this.#replace(markdown, selectionStart, selectionEnd);
  }

  /** Inserts each photo in its own paragraph, after the one with the cursor. */
  insertPhotos(photos: readonly (EditorPhoto | EditorVideo)[]): void {
    const { value, selectionEnd } = this.#textarea;
    const end = value.indexOf("\n\n", selectionEnd);
    const at = end < 0 ? value.length : end;
    const gap = at === 0 ? "" : "\n\n";
    const texts = photos.map((photo) => writeBlock(makePhotoNode(photo), () => "plain"));
    this.#replace(gap + texts.join("\n\n"), at, at);
  }

  /** Writes the id of a photo in place of its name; null removes the photo. */
  writePhotoId(name: string, id: string | null): void {
    writePhotoId(this.#textarea, name, id);
  }

  select(number: number): boolean {
    const where = this.findings[number]?.where;
    if (where === undefined || where.start === null || where.end === null) return false;
    this.selectPlace(where.start, where.end);
    return true;
  }

  selectPlace(start: number, end: number): void {
    this.#textarea.focus();
    this.#textarea.setSelectionRange(start, end);
  }

  applySuggestion(number: number): boolean {
    const finding = this.findings[number];
    if (finding === undefined || finding.suggestion === null) return false;
    const { start, end } = finding.where;
    if (start === null || end === null) return false;
    this.#replace(finding.suggestion, start, end);
    this.findings = [];
    return true;
  }

  #replace(text: string, start: number, end: number): void {
    this.#textarea.setRangeText(text, start, end, "end");
    this.#textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  readonly #onLabel = (event: Event): void => {
    if (this.isShown) return;
    event.preventDefault();
    this.#focusEditor();
  };
}
