import { noteWords } from "../../vietnamese/words/notes.ts";
import { askServer } from "./ask-server.ts";

/** Where a note belongs: the block of the page, as the link beside it names it. */
type NotePlace = { block: HTMLElement; field: string; at: string };

/** What cannot be part of a quotation: removed words, words for screen readers and numbers of footnotes. */
const unquoted = "del, .unseen, .note-ref";

/** The parts of a text within which words are quoted. */
const passages = "p, li, td, th, h1, h2, h3, h4, h5, h6, pre";

let opened = 0;

/** The forms of notes that are open, beside their blocks. */
export class NoteComposer {
  readonly #template: HTMLTemplateElement;
  readonly #forms = new Set<HTMLFormElement>();

  constructor(template: HTMLTemplateElement) {
    this.#template = template;
    addEventListener("beforeunload", (event) => {
      if (this.#written().length > 0) event.preventDefault();
    });
    // What was written goes first, whatever is sent.
    document.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      if (this.#forms.has(form) || this.#written().length === 0) return;
      event.preventDefault();
      void this.#saveAll().then((isSaved) => {
        if (isSaved) form.requestSubmit(event.submitter);
      });
    });
  }

  /** Opens the form of a note about a block, or about words in it. */
  open({ block, field, at }: NotePlace, range: Range | null): void {
    const form = this.#clone();
    this.#forms.add(form);
    const set = (name: string, value: string): void => {
      (form.elements.namedItem(name) as HTMLInputElement).value = value;
    };
    set("key", crypto.randomUUID());
    set("field", field);
    set("at", at);
    set("quote", range === null ? "" : quoteIn(range));
    set("photo", range === null ? "" : findPhotoId(range));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save(form);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      if (event.key === "Escape") this.#close(form);
    });
    form.querySelector("[data-cancel]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.#close(form);
    });
    findRemarks(block).append(form);
    if (range !== null) highlight(range);
    form.querySelector("textarea")?.focus();
  }

  /** A copy whose ids no other form of the page has. */
  #clone(): HTMLFormElement {
    const form = (this.#template.content.cloneNode(true) as DocumentFragment)
      .firstElementChild as HTMLFormElement;
    opened++;
    form.id += `-${opened}`;
    for (const element of form.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value !== null) element.setAttribute(name, `${value}-${opened}`);
      }
    }
    return form;
  }

  #written(): HTMLFormElement[] {
    return [...this.#forms].filter((form) => form.querySelector("textarea")?.value.trim());
  }

  async #saveAll(): Promise<boolean> {
    for (const form of this.#written()) if (!(await this.#save(form))) return false;
    return true;
  }

  /** Sends a note, and shows it in place of its form. */
  async #save(form: HTMLFormElement): Promise<boolean> {
    const button = form.querySelector("button");
    if (button) button.disabled = true;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") fields.append(name, value);
    }
    const answer = await askServer<{ html: string }>("POST", form.action, fields);
    if (answer.kind === "done") {
      form.insertAdjacentHTML("afterend", answer.value.html);
      this.#close(form);
      return true;
    }
    if (button) button.disabled = false;
    showFault(form, (answer.kind === "refused" && answer.detail) || noteWords.unsaved);
    return false;
  }

  #close(form: HTMLFormElement): void {
    this.#forms.delete(form);
    form.remove();
  }
}

/** The block that holds an element and can have a note; null if there is none. */
export function placeAround(element: Element | null): NotePlace | null {
  const block = element?.closest<HTMLElement>(".passage") ?? null;
  const { field, at } = block?.querySelector<HTMLElement>(".add-note")?.dataset ?? {};
  return block === null || field === undefined || at === undefined ? null : { block, field, at };
}

/** The chosen words of one passage of the text; null if nothing in it is chosen. */
export function readChosenRange(): Range | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const start = findElement(range.startContainer);
  if (start.closest(".passage-text") === null) return null;
  const passage = start.closest(passages) ?? start.closest("figure");
  if (passage !== null && !passage.contains(range.endContainer)) {
    range.setEnd(passage, passage.childNodes.length);
  }
  return range.toString().trim() === "" ? null : range;
}

export function findElement(node: Node): Element {
  return node instanceof Element ? node : (node.parentElement ?? document.body);
}

/** A photo is named by its block, and none of its words are quoted. */
export function quoteIn(range: Range): string {
  if (findElement(range.startContainer).closest("figure") !== null) return "";
  const words = range.cloneContents();
  for (const element of words.querySelectorAll(unquoted)) element.remove();
  return (words.textContent ?? "").trim();
}

/** The id of the photo in whose figure the words stand, or "". */
function findPhotoId(range: Range): string {
  const image = findElement(range.startContainer).closest("figure")?.querySelector("img");
  return /\/anh\/([\da-f]{64})\//.exec(image?.src ?? "")?.[1] ?? "";
}

function findRemarks(block: HTMLElement): HTMLElement {
  const known = block.querySelector<HTMLElement>(":scope > .remarks");
  if (known !== null) return known;
  const made = document.createElement("div");
  made.className = "remarks";
  block.querySelector(":scope > .passage-text")?.after(made);
  return made;
}

function showFault(form: HTMLFormElement, message: string): void {
  const fault = form.querySelector(".wrong") ?? document.createElement("p");
  fault.className = "wrong";
  fault.setAttribute("role", "alert");
  fault.textContent = message;
  form.querySelector(".note-acts")?.before(fault);
}

/** Marks the words while their note is written, where the browser can. */
function highlight(range: Range): void {
  if (!("highlights" in CSS)) return;
  const noted = CSS.highlights.get("noted") ?? new Highlight();
  noted.add(range);
  CSS.highlights.set("noted", noted);
}
