/** A piece of finished HTML, which templates take as it is. */
export class Html {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

/** What a template takes: text is escaped; null and false leave nothing; lists are joined. */
export type HtmlValue = Html | string | number | boolean | null | readonly HtmlValue[];

/**
 * HTML with values put in. Attributes must be quoted; an address must have been checked, because escaping leaves
 * `javascript:` alone. (Written here because hono/html makes a String object and two arrays for each template: a front page
 * has four hundred of them.)
 *
 * @example html`<a href="${articlePath(slug)}">${title}</a>`
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const parts = removeIndent(strings);
  let source = parts[0] ?? "";
  for (let n = 0; n < values.length; n++) source += write(values[n]) + (parts[n + 1] ?? "");
  return new Html(source);
}

function write(value: HtmlValue | undefined): string {
  if (typeof value === "string") return escape(value);
  if (value instanceof Html) return value.toString();
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined || typeof value === "boolean") return "";
  let source = "";
  for (const part of value) source += write(part);
  return source;
}

function escape(text: string): string {
  return special.test(text) ? text.replace(everySpecial, escapeCharacter) : text;
}

const special = /[&<>"']/;
const everySpecial = /[&<>"']/g;

function escapeCharacter(character: string): string {
  return references[character] ?? character;
}

const references: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const unindented = new WeakMap<TemplateStringsArray, string[]>();

/** The literal parts without the line breaks and indentation of the source code: a tenth of a page's bytes. */
function removeIndent(strings: TemplateStringsArray): string[] {
  const known = unindented.get(strings);
  if (known !== undefined) return known;
  const parts = strings.map((part) => part.replace(/\n\s*(\/?>)/g, "$1").replace(/\n\s+/g, "\n"));
  unindented.set(strings, parts);
  return parts;
}

/** Marks text as HTML. Only for what this code base itself has made: rendered bodies, styles, icons. */
export function raw(text: string): Html {
  return new Html(text);
}
