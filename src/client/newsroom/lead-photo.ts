import type { FieldName } from "../../article/article-fields.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { LeadFields } from "../editor/editor-handle.ts";
import { make } from "../intake/make-element.ts";
import { afterPause } from "./after-pause.ts";
import type { OpenForm } from "./open-form.ts";

/** Delay after the last change of the form, in ms. */
const delay = 300;

/** The part of the form with the lead photo. */
export class LeadPhoto {
  readonly #page: OpenForm;
  readonly #frame: HTMLElement;
  readonly #words: HTMLElement;
  readonly #label: HTMLElement;
  readonly #addressOf: (id: string) => string;
  readonly #fromText = make("p", { className: "hint", hidden: true }, formScriptWords.leadFromText);

  constructor(page: OpenForm, part: HTMLElement, addressOf: (id: string) => string) {
    this.#page = page;
    this.#addressOf = addressOf;
    this.#frame = part.querySelector<HTMLElement>(".lead-photo") ?? make("div");
    this.#words = part.querySelector<HTMLElement>(".lead-words") ?? make("div");
    this.#label = part.querySelector<HTMLElement>(".file-field label") ?? make("label");
    const remove = part.querySelector<HTMLInputElement>("[name='leadPhoto.remove']");
    remove?.addEventListener("change", () => {
      remove.checked = false;
      this.set("");
    });
    page.form.addEventListener("filled", () => this.restore());
    page.form.addEventListener(
      "input",
      afterPause(() => this.#showWords(), delay),
    );
    // So that undo and redo bring back the words as they were typed.
    this.#words.addEventListener("input", () => page.body.readLead());
    page.form.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "leadPhoto.choose") {
        this.write({ photo: target.value, alt: "", caption: "", credit: "" });
      }
    });
    this.#words.before(this.#fromText);
    this.#showWords();
  }

  set(id: string): void {
    const field = this.#page.control("leadPhoto.photo");
    field.value = id;
    // With an id, the frame already shows the right picture.
    if (id === "") this.restore();
    for (const choice of this.#page.form.querySelectorAll<HTMLInputElement>(
      "[name='leadPhoto.choose']",
    )) {
      choice.checked = choice.value === id;
    }
    this.#page.body.readLead();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Takes a photo, by its id or by the name that it has during its upload. Its words go into fields that are empty. */
  choose({ id, alt, caption }: { id: string; alt: string | null; caption: string | null }): void {
    this.#fillEmpty("leadPhoto.alt", alt ?? "");
    this.#fillEmpty("leadPhoto.caption", caption ?? "");
    this.set(id);
    this.restore();
  }

  read(): LeadFields {
    const value = (name: keyof LeadFields): string => this.#page.control(`leadPhoto.${name}`).value;
    return {
      photo: value("photo"),
      alt: value("alt"),
      caption: value("caption"),
      credit: value("credit"),
    };
  }

  /** Takes another lead photo with its words. */
  write({ photo, alt, caption, credit }: LeadFields): void {
    this.#page.control("leadPhoto.alt").value = alt;
    this.#page.control("leadPhoto.caption").value = caption;
    this.#page.control("leadPhoto.credit").value = credit;
    const isSame = this.#page.control("leadPhoto.photo").value === photo;
    this.set(photo);
    if (!isSame) this.restore();
  }

  /** Shows the photo that the form names. */
  restore(): void {
    const id = this.#page.control("leadPhoto.photo").value;
    this.#show(id === "" ? null : this.#addressOf(id));
  }

  #show(address: string | null): void {
    const former = this.#frame.querySelector("img");
    former?.remove();
    this.#frame.hidden = address === null;
    if (address !== null) this.#frame.prepend(make("img", { src: address, alt: "" }));
    this.#label.textContent =
      address === null ? formScriptWords.leadFile : formScriptWords.replaceLeadFile;
    this.#showWords();
  }

  /** Hides the text fields while they are empty, and there is no photo, or the words come from the photo in the text. */
  #showWords(): void {
    const fields = [...this.#words.querySelectorAll<HTMLInputElement>("input, textarea")];
    const isEmpty = fields.every(({ value }) => value === "");
    const { photo } = this.read();
    const isInText = photo !== "" && this.#page.body.markdown().includes(`photo:${photo}`);
    // Setting `hidden` again would draw the page again.
    this.#fromText.toggleAttribute("hidden", !isInText || !isEmpty);
    const isBeingTyped = this.#words.contains(document.activeElement);
    const isUseless = this.#frame.hidden === true || isInText;
    this.#words.toggleAttribute("hidden", isEmpty && !isBeingTyped && isUseless);
  }

  #fillEmpty(name: FieldName, text: string): void {
    const control = this.#page.control(name);
    if (control.value === "") control.value = text;
  }
}
