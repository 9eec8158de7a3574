import { html as template, raw as trust } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** A piece of HTML: a String object that templates insert as it is. */
export type Html = HtmlEscapedString;

/** What a template takes: text is escaped; null and false leave nothing; lists are joined. */
export type HtmlValue = Html | string | number | boolean | null | readonly HtmlValue[];

/**
 * Hono's tagged template, without its promises: every page here is made at once, from data that is there.
 * Attributes must be quoted; an address must have been checked, because escaping leaves `javascript:` alone.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const made = template(withoutIndent(strings), ...values);
  if (made instanceof Promise) throw new TypeError("a template was given a promise");
  return made;
}

const unindented = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** The literal parts without the line breaks and indentation of the source code: a tenth of a page's bytes. */
function withoutIndent(strings: TemplateStringsArray): TemplateStringsArray {
  const known = unindented.get(strings);
  if (known !== undefined) return known;
  const parts = strings.map((part) => part.replace(/\n\s*(\/?>)/g, "$1").replace(/\n\s+/g, "\n"));
  const made = Object.assign(parts, { raw: strings.raw });
  unindented.set(strings, made);
  return made;
}

/** Marks text as HTML. Only for what this code base itself has made: rendered bodies, styles, icons. */
export function raw(text: string): Html {
  return trust(text);
}
