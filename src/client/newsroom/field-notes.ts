import { findFieldName } from "../../article/article-fields.ts";
import type { Finding } from "../../check/finding.ts";
import { make } from "../intake/make-element.ts";

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Shows findings right below their fields. The editor marks those of the body. */
export class FieldNotes {
  readonly #form: HTMLFormElement;
  #shown = new Map<string, string>();

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** The form control of a finding's field, or null. */
  controlOf(field: string): TextControl | null {
    const name = findFieldName(field);
    const control = this.#form.elements.namedItem(name === "leadPhoto" ? "leadPhoto.alt" : name);
    return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
      ? control
      : null;
  }

  show(findings: readonly Finding[]): void {
    const notes = new Map<string, string[]>();
    for (const { where, message } of findings) {
      const control = where.field === "body" ? null : this.controlOf(where.field);
      // An empty field needs no note. The panel lists the finding.
      if (control === null || control.value.trim() === "") continue;
      notes.set(control.name, [...(notes.get(control.name) ?? []), message]);
    }
    for (const name of new Set([...this.#shown.keys(), ...notes.keys()])) {
      this.#showAt(name, (notes.get(name) ?? []).join(" "));
    }
  }

  #showAt(name: string, text: string): void {
    if ((this.#shown.get(name) ?? "") === text) return;
    const control = this.controlOf(name);
    if (control === null) return;
    const id = `${control.id}-nhac`;
    const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    const others = described.filter((one) => one !== id);
    document.getElementById(id)?.remove();
    if (text === "") this.#shown.delete(name);
    else {
      this.#shown.set(name, text);
      control.after(make("p", { id, className: "field-note" }, text));
      others.push(id);
    }
    if (others.length === 0) control.removeAttribute("aria-describedby");
    else control.setAttribute("aria-describedby", others.join(" "));
  }
}
