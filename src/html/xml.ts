/*
 * XML is written as XML, in `xml` templates that escape what is put into them. Sixty lines instead of a package:
 * feedsmith's generators add 22 KB to the gzipped Worker, let control characters and lone surrogates through
 * (which no XML parser accepts), and date in GMT; the tests do parse what is written here with feedsmith.
 */

/** Finished markup: what a template does not escape again. */
export class Xml {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type XmlValue = string | number | null | Xml | readonly XmlValue[];

/**
 * Markup with values put in: texts are escaped for content and for double-quoted attributes alike, markup and lists
 * of markup are taken as they are, and null is nothing. Fit for HTML as well.
 *
 * @example xml`<title>${article.title}</title>`
 */
export function xml(markup: TemplateStringsArray, ...values: readonly XmlValue[]): Xml {
  let source = markup[0] ?? "";
  for (const [index, value] of values.entries())
    source += writeValue(value) + (markup[index + 1] ?? "");
  return new Xml(source);
}

/** Text that may hold markup of its own, such as an article's HTML, carried as it is. */
export function cdata(text: string): Xml {
  return new Xml(`<![CDATA[${removeForbidden(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`;
}

/**
 * The text without the characters that XML 1.0 (§2.2) forbids. Half a surrogate pair becomes U+FFFD, which is what
 * it becomes in UTF-8 anyway; control characters go.
 */
export function removeForbidden(text: string): string {
  return text.toWellFormed().replace(forbidden, "");
}

const forbidden = /[^\t\n\r\u{20}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function writeValue(value: XmlValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return removeForbidden(value).replace(special, escapeXml);
  if (value instanceof Xml) return value.source;
  return value.map(writeValue).join("");
}

const special = /[&<>"]/g;

function escapeXml(character: string): string {
  if (character === "&") return "&amp;";
  if (character === "<") return "&lt;";
  return character === ">" ? "&gt;" : "&quot;";
}
