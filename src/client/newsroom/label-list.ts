import { labelSuggestionsPath } from "../../addresses/newsroom.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";

/** Delay after the last letter, in ms. */
const delay = 150;

/** The names between commas. The one with the cursor is being typed. */
type Typed = { start: number; end: number; text: string };

/** The suggestions below a field that holds several names: a combobox with a list, as ARIA describes it. */
export class LabelList {
  readonly #field: HTMLInputElement;
  readonly #kind: "tag" | "author";
  readonly #list: HTMLUListElement;
  readonly #status = make("p", { className: "suggestion-count" });
  readonly #known = new Map<string, readonly string[]>();
  #names: readonly string[] = [];
  #active = -1;
  #timer = 0;

  constructor(field: HTMLInputElement, kind: "tag" | "author") {
    this.#field = field;
    this.#kind = kind;
    this.#list = make("ul", {
      className: "suggestions",
      id: `${field.id}-goi-y-ten`,
      hidden: true,
    });
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", formScriptWords.suggestions);
    this.#status.setAttribute("role", "status");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", this.#list.id);
    field.autocomplete = "off";
    const box = make("div", { className: "suggestion-box" });
    field.after(box);
    box.append(this.#list, this.#status);
    field.addEventListener("input", () => this.#onInput());
    field.addEventListener("keydown", (event) => this.#onKey(event));
    field.addEventListener("blur", () => this.#show([]));
    // The field keeps its focus while an option is pressed.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("li") : null;
      if (option !== null) this.#take([...this.#list.children].indexOf(option));
    });
    if (document.activeElement === field) this.#onInput();
  }

  #onInput(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#suggest(), delay);
  }

  async #suggest(): Promise<void> {
    const { text } = this.#typed();
    const names = text === "" ? [] : await this.#ask(text);
    if (this.#typed().text !== text || document.activeElement !== this.#field) return;
    const others = this.#field.value.split(/[,;]/).map((name) => name.trim());
    this.#show(names.filter((name) => name === text || !others.includes(name)));
  }

  async #ask(text: string): Promise<readonly string[]> {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    try {
      const query = new URLSearchParams({ kind: this.#kind, q: text });
      const headers = { accept: "application/json" };
      const answer = await fetch(`${labelSuggestionsPath}?${query}`, { headers });
      if (!answer.ok) return [];
      const { names } = (await answer.json()) as { names: string[] };
      this.#known.set(text, names);
      return names;
    } catch {
      return [];
    }
  }

  #typed(): Typed {
    const { value, selectionEnd } = this.#field;
    const at = selectionEnd ?? value.length;
    const start = Math.max(value.lastIndexOf(",", at - 1), value.lastIndexOf(";", at - 1)) + 1;
    const length = value.slice(start).search(/[,;]/);
    const end = length < 0 ? value.length : start + length;
    return { start, end, text: value.slice(start, end).trim().slice(0, 80) };
  }

  #show(names: readonly string[]): void {
    const isWhole = names.length === 1 && names[0] === this.#typed().text;
    this.#names = isWhole ? [] : names;
    this.#list.replaceChildren(
      ...this.#names.map((name, place) => {
        const option = make("li", { id: `${this.#list.id}-${place}` }, name);
        option.setAttribute("role", "option");
        return option;
      }),
    );
    this.#list.hidden = this.#names.length === 0;
    this.#field.setAttribute("aria-expanded", String(!this.#list.hidden));
    const count = formScriptWords.suggestionCount(this.#names.length);
    if (this.#status.textContent !== count) this.#status.textContent = count;
    this.#activate(-1);
  }

  #activate(place: number): void {
    this.#active = place;
    [...this.#list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === place));
      if (at === place) option.scrollIntoView({ block: "nearest" });
    });
    if (place < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", `${this.#list.id}-${place}`);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#list.hidden || event.isComposing || event.keyCode === 229) return;
    const { length } = this.#names;
    if (event.key === "ArrowDown") this.#activate((this.#active + 1) % length);
    else if (event.key === "ArrowUp")
      this.#activate((Math.max(this.#active, 0) - 1 + length) % length);
    else if (event.key === "Escape") this.#show([]);
    else if (event.key === "Enter" && this.#active >= 0) this.#take(this.#active);
    else return;
    event.preventDefault();
  }

  /** Puts a name in the place of what is being typed, and makes room for the next one. */
  #take(place: number): void {
    const name = this.#names[place];
    if (name === undefined) return;
    const { value } = this.#field;
    const { start, end } = this.#typed();
    const isLast = value.slice(end).trim() === "";
    const before = value.slice(0, start) + (start > 0 ? " " : "") + name + (isLast ? ", " : "");
    this.#field.value = before + value.slice(end);
    this.#field.setSelectionRange(before.length, before.length);
    this.#show([]);
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
