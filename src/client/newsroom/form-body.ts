import type { EditorFinding, EditorHandle, EditorPhoto } from "../editor/editor-handle.ts";
import { renameFootnotes } from "../../markdown/join-bodies.ts";

/** The body of the form: its textarea, or the editor that replaced it. */
export class FormBody {
  readonly textarea: HTMLTextAreaElement;
  #editor: EditorHandle | null = null;

  constructor(textarea: HTMLTextAreaElement) {
    this.textarea = textarea;
  }

  attach(editor: EditorHandle): void {
    this.#editor = editor;
    editor.onChange(() => this.#tell());
  }

  markdown(): string {
    return this.#editor?.markdown() ?? this.textarea.value;
  }

  setMarkdown(markdown: string): void {
    if (this.#editor !== null) return this.#editor.setMarkdown(markdown);
    this.textarea.value = markdown;
    this.#tell();
  }

  /** Footnotes of the inserted text get labels that the body does not have yet. */
  insertMarkdown(markdown: string): void {
    const inserted = renameFootnotes(markdown, this.markdown());
    if (this.#editor !== null) this.#editor.insertMarkdown(inserted);
    else this.#append(inserted);
  }

  insertPending(key: string, at: number | null): void {
    if (at === null) this.#editor?.insertPending(key);
    else this.#editor?.insertPending(key, at);
  }

  resolvePending(key: string, photo: EditorPhoto): void {
    if (this.#editor !== null) this.#editor.resolvePending(key, photo);
    else this.#append(`![](photo:${photo.id})`);
  }

  dropPending(key: string): void {
    this.#editor?.dropPending(key);
  }

  showFindings(findings: readonly EditorFinding[]): void {
    this.#editor?.showFindings(findings);
  }

  focusFinding(number: number, start: number | null, end: number | null): void {
    if (this.#editor?.focusFinding(number)) return;
    if (this.#editor !== null) return this.#editor.focus();
    this.textarea.focus();
    if (start !== null && end !== null) this.textarea.setSelectionRange(start, end);
  }

  /** Returns false if the text has changed. */
  applySuggestion(number: number, start: number, end: number, suggestion: string): boolean {
    if (this.#editor !== null) return this.#editor.applySuggestion(number);
    this.textarea.setRangeText(suggestion, start, end, "end");
    this.#tell();
    return true;
  }

  #append(markdown: string): void {
    const { value } = this.textarea;
    this.textarea.value = `${value.trimEnd()}${value.trim() === "" ? "" : "\n\n"}${markdown}\n`;
    this.#tell();
  }

  #tell(): void {
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
