import { articleFormPath, newFormPath } from "../../addresses/newsroom.ts";
import { fieldNames } from "../../article/article-fields.ts";
import type { FieldName, FormValues } from "../../article/article-fields.ts";
import type { ArticleKind } from "../../article/article.ts";
import { copyName } from "./local-copy.ts";
import type { FormBody } from "./form-body.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The form of one article on the page. */
export class OpenForm {
  readonly form: HTMLFormElement;
  readonly body: FormBody;
  readonly person: string;
  readonly #controls = new Map<FieldName, Control>();

  constructor(form: HTMLFormElement, body: FormBody) {
    this.form = form;
    this.body = body;
    this.person = form.dataset["person"] ?? "";
    // Some browsers restore the old value of a hidden field after a reload.
    this.#hidden("version").value = form.dataset["version"] ?? "0";
  }

  /** Null until the article was saved once. */
  get id(): string | null {
    return this.form.dataset["article"] || null;
  }

  get baseVersion(): number {
    return Number(this.form.dataset["version"]);
  }

  /** The key that names an article without an id. */
  get key(): string {
    return this.#hidden("key").value;
  }

  /** The name of its copy in this browser's storage. */
  get copyName(): string {
    return copyName(this.person, this.form.dataset["id"] ?? "");
  }

  /** Becomes the form of another article that was never saved. The address changes too, so that a reload opens it again. */
  becomeNew(id: string, key: string): void {
    this.#hidden("key").value = key;
    this.form.dataset["id"] = id;
    history.replaceState(null, "", newFormPath(key));
  }

  get kind(): ArticleKind {
    return this.form.dataset["kind"] === "page" ? "page" : "article";
  }

  get title(): string {
    return this.control("title").value.trim();
  }

  control(name: FieldName): Control {
    const known = this.#controls.get(name) ?? (this.form.elements.namedItem(name) as Control);
    this.#controls.set(name, known);
    return known;
  }

  values(): FormValues {
    const entries = fieldNames.map((name) => [name, this.control(name).value]);
    return Object.fromEntries([...entries, ["body", this.body.markdown()]]) as FormValues;
  }

  /** Whether the form still has these values. Comparing them as JSON would slow down typing. */
  hasValues(values: FormValues): boolean {
    const now = this.values();
    return fieldNames.every((name) => now[name] === values[name]);
  }

  fill(values: Partial<FormValues>): void {
    for (const name of fieldNames) {
      const value = values[name];
      if (value === undefined) continue;
      // A page has no such field.
      if (this.control(name).disabled) continue;
      if (name === "body") this.body.setMarkdown(value);
      else this.control(name).value = value;
    }
    for (const part of this.form.querySelectorAll<HTMLDetailsElement>(".form-fold")) {
      const fields = [...part.querySelectorAll<HTMLInputElement>("input, textarea")];
      if (fields.some(({ value, type }) => value !== "" && type !== "hidden")) part.open = true;
    }
    this.form.dispatchEvent(new Event("filled"));
  }

  /** Turns the form into that of a saved article. The page's address changes too, so that a reload opens it again. */
  becomeArticle(id: string, version: number): void {
    const path = articleFormPath(id);
    this.form.dataset["article"] = id;
    this.form.action = path;
    this.rebase(version);
    history.replaceState(null, "", path);
  }

  rebase(version: number): void {
    this.form.dataset["version"] = String(version);
    this.#hidden("version").value = String(version);
  }

  /** True if the browser filled a field, as it does after "back", and not the server. */
  get isRestored(): boolean {
    return fieldNames.some((name) => {
      const control = this.control(name);
      return "defaultValue" in control && control.type !== "hidden"
        ? control.value !== control.defaultValue.replace(/\r\n?/g, "\n")
        : false;
    });
  }

  #hidden(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement;
  }
}
