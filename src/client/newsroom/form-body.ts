import type {
  EditorFinding,
  EditorHandle,
  EditorPhoto,
  EditorVideo,
  PhotoFact,
} from "../editor/editor-handle.ts";
import { writePhotoId } from "../intake/photo-names.ts";
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

  /** Inserts photos in this order. A null position means the cursor of the editor, or the end of the textarea. */
  insertPhotos(names: readonly string[], at: number | null): void {
    if (this.#editor === null) {
      return this.#append(names.map((name) => `![](photo:${name})`).join("\n\n"));
    }
    const photos = names.map((id) => ({ id, alt: "", caption: null }));
    if (at === null) this.#editor.insertPhotos(photos);
    else this.#editor.insertPhotos(photos, at);
  }

  /** Inserts stored photos or videos with their words at the cursor of the editor, or as Markdown at the end of the textarea. */
  insertStored(photos: readonly (EditorPhoto | EditorVideo)[], markdown: string): void {
    if (this.#editor === null) this.#append(markdown);
    else this.#editor.insertPhotos(photos);
  }

  /** Gives a photo that is stored now its id. */
  storePhoto(name: string, id: string): void {
    if (this.#editor !== null) this.#editor.storePhoto(name, id);
    else writePhotoId(this.textarea, name, id);
  }

  removePhoto(name: string): void {
    if (this.#editor !== null) this.#editor.removePhoto(name);
    else writePhotoId(this.textarea, name, null);
  }

  /** Makes a change of a photo on the server an act that undo takes back. */
  recordFact(fact: PhotoFact, former: string): void {
    this.#editor?.recordFact(fact, former);
  }

  /** Tells the editor that the form has another lead photo. */
  readLead(): void {
    this.#editor?.readLead();
  }

  showFindings(findings: readonly EditorFinding[]): void {
    this.#editor?.showFindings(findings);
  }

  /** The box of a finding's text in the window, if the editor shows it. */
  findingBox(number: number): DOMRect | null {
    return this.#editor?.findingBox(number) ?? null;
  }

  focusFinding(number: number, start: number | null, end: number | null): void {
    if (this.#editor?.focusFinding(number)) return;
    if (this.#editor !== null) return this.#editor.focus();
    this.textarea.focus();
    if (start !== null && end !== null) this.textarea.setSelectionRange(start, end);
  }

  /** Selects [start, end) of the body. */
  selectPlace(start: number, end: number): void {
    if (this.#editor !== null) return this.#editor.selectPlace(start, end);
    this.textarea.focus();
    this.textarea.setSelectionRange(start, end);
  }

  /** Returns false if the text has changed. */
  applySuggestion(number: number, start: number, end: number, suggestion: string): boolean {
    if (this.#editor !== null) return this.#editor.applySuggestion(number);
    this.textarea.setRangeText(suggestion, start, end, "end");
    this.#tell();
    return true;
  }

  focus(): void {
    if (this.#editor === null) this.textarea.focus();
    else this.#editor.focus();
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
