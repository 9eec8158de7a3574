import { formScriptWords } from "../../vietnamese/words/form-script.ts";

/** Says who else has the form open, as long as they do. */
export class OtherWriters {
  readonly #note: HTMLElement;
  readonly #line: HTMLElement;

  constructor(note: HTMLElement) {
    this.#note = note;
    this.#line = note.querySelector("b") ?? note;
  }

  show(names: readonly string[]): void {
    this.#note.hidden = names.length === 0;
    const text = names.length === 0 ? "" : formScriptWords.writing(names);
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }
}
