import { staffPhotoPath } from "../../addresses/newsroom.ts";
import type { FieldName } from "../../article/article-fields.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import type { OpenForm } from "./open-form.ts";

/** The part of the form with the lead photo. */
export class LeadPhoto {
  readonly #page: OpenForm;
  readonly #frame: HTMLElement;
  readonly #words: HTMLElement;
  readonly #label: HTMLElement;

  constructor(page: OpenForm, part: HTMLElement) {
    this.#page = page;
    this.#frame = part.querySelector<HTMLElement>(".lead-photo") ?? make("div");
    this.#words = part.querySelector<HTMLElement>(".lead-words") ?? make("div");
    this.#label = part.querySelector<HTMLElement>(".file-field label") ?? make("label");
    const remove = part.querySelector<HTMLInputElement>("[name='leadPhoto.remove']");
    remove?.addEventListener("change", () => {
      remove.checked = false;
      this.set("");
    });
    page.form.addEventListener("filled", () => this.restore());
    this.#showWords();
  }

  /** Shows a photo while it is uploaded. Its texts go into fields that are empty. */
  preview(file: Blob, { alt, caption }: { alt: string; caption: string | null }): void {
    this.#show(URL.createObjectURL(file));
    this.#fillEmpty("leadPhoto.alt", alt);
    this.#fillEmpty("leadPhoto.caption", caption ?? "");
  }

  set(id: string): void {
    const field = this.#page.control("leadPhoto.photo");
    field.value = id;
    // With an id, the frame already shows the right picture.
    if (id === "") this.restore();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Takes a stored photo. Its words go into fields that are empty. */
  choose({ id, alt, caption }: { id: string; alt: string | null; caption: string | null }): void {
    this.#fillEmpty("leadPhoto.alt", alt ?? "");
    this.#fillEmpty("leadPhoto.caption", caption ?? "");
    this.set(id);
    this.restore();
  }

  /** Shows the photo that the form names. */
  restore(): void {
    const id = this.#page.control("leadPhoto.photo").value;
    this.#show(id === "" ? null : staffPhotoPath(id, "480.webp"));
  }

  #show(address: string | null): void {
    const former = this.#frame.querySelector("img");
    if (former?.src.startsWith("blob:")) URL.revokeObjectURL(former.src);
    former?.remove();
    this.#frame.hidden = address === null;
    if (address !== null) this.#frame.prepend(make("img", { src: address, alt: "" }));
    this.#label.textContent =
      address === null ? formScriptWords.leadFile : formScriptWords.replaceLeadFile;
    this.#showWords();
  }

  /** Hides the text fields while there is no photo and no text. */
  #showWords(): void {
    const fields = [...this.#words.querySelectorAll<HTMLInputElement>("input, textarea")];
    this.#words.hidden = this.#frame.hidden && fields.every(({ value }) => value === "");
  }

  #fillEmpty(name: FieldName, text: string): void {
    const control = this.#page.control(name);
    if (control.value === "") control.value = text;
  }
}
