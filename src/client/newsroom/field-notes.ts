import { findFieldName } from "../../article/article-fields.ts";
import type { Finding } from "../../check/finding.ts";
import { make } from "../intake/make-element.ts";
import { makeFindingItem } from "./finding-item.ts";
import type { FindingActs } from "./finding-item.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Shows the findings of a field in a place below it. A note in which somebody works stays as it is. */
export class FieldNote {
  readonly #place: HTMLElement;
  readonly #acts: FindingActs;
  #shown = "";

  constructor(place: HTMLElement, acts: FindingActs) {
    this.#place = place;
    this.#acts = acts;
    place.classList.add("field-note");
    place.hidden = true;
  }

  show(findings: readonly Finding[]): void {
    const now = JSON.stringify([findings, this.#acts.isSaved()]);
    if (now === this.#shown || this.#place.contains(document.activeElement)) return;
    this.#shown = now;
    this.#place.hidden = findings.length === 0;
    this.#place.replaceChildren(...findings.map((finding) => makeFindingItem(finding, this.#acts)));
  }
}

/** The notes below the plain fields of the form. */
export class FieldNotes {
  readonly #form: HTMLFormElement;
  readonly #acts: FindingActs;
  readonly #notes = new Map<string, FieldNote>();

  constructor(form: HTMLFormElement, acts: FindingActs) {
    this.#form = form;
    this.#acts = acts;
  }

  /** The form control of a finding's field, or null. */
  findControl(field: string): Control | null {
    const control = this.#form.elements.namedItem(this.#controlName(findFieldName(field)));
    return control instanceof HTMLElement ? (control as Control) : null;
  }

  /** A finding of the lead photo stands at its alt text, or leads to the field that takes one. */
  #controlName(field: string): string {
    if (field !== "leadPhoto") return field;
    const photo = this.#form.elements.namedItem("leadPhoto.photo");
    const isThere = photo instanceof HTMLInputElement && photo.value !== "";
    return isThere ? "leadPhoto.alt" : "leadPhoto.file";
  }

  show(findings: readonly Finding[]): void {
    const found = new Map<Control, Finding[]>();
    for (const finding of findings) {
      const control = finding.where.field === "body" ? null : this.findControl(finding.where.field);
      // What an empty field must have needs no note. The panel lists the finding.
      if (control === null || (finding.severity === "block" && control.value.trim() === "")) {
        continue;
      }
      found.set(control, [...(found.get(control) ?? []), finding]);
    }
    for (const [control, all] of found) {
      this.#noteOf(control);
      removeRefusal(control, all);
    }
    for (const [name, note] of this.#notes) {
      const control = this.findControl(name);
      if (control !== null) note.show(found.get(control) ?? []);
    }
  }

  #noteOf(control: Control): FieldNote {
    const known = this.#notes.get(control.name);
    if (known !== undefined) return known;
    const place = make("div", { id: `${control.id}-nhac` });
    const note = new FieldNote(place, this.#acts);
    this.#notes.set(control.name, note);
    control.after(place);
    const described = control.getAttribute("aria-describedby") ?? "";
    control.setAttribute("aria-describedby", `${described} ${place.id}`.trim());
    return note;
  }
}

/** Removes what the server said of the field if a finding says the same. It would stay after the text was corrected. */
function removeRefusal(control: Control, findings: readonly Finding[]): void {
  const refusal = document.getElementById(`${control.id}-loi`);
  const isSame = findings.some(({ message }) => message === refusal?.textContent.trim());
  if (refusal === null || !isSame) return;
  refusal.remove();
  control.removeAttribute("aria-invalid");
  control.closest(".field-wrong")?.classList.remove("field-wrong");
}
