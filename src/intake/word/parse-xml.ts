import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { ReadFailure } from "../recognition/read-failure.ts";

/** Deeper than any document is nested. */
const maxDepth = 800;

/** The prefixes used here for the namespaces of Word (ECMA-376, transitional and strict); files may use others. */
const prefixes: readonly [RegExp, string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/\/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/\/package\/2006\/relationships$/, ""],
  [/\/package\/2006\/content-types$/, ""],
  [/\/drawingml\/(?:2006\/)?main$/, "a"],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, "wp"],
  [/\/drawingml\/(?:2006\/)?picture$/, "pic"],
  [/\/drawingml\/(?:2006\/)?chart$/, "c"],
  [/\/drawingml\/(?:2006\/)?diagram$/, "dgm"],
  [/\/officeDocument\/(?:2006\/)?math$/, "m"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/word\/2010\/wordml$/, "w14"],
  [/\/word\/2010\/wordprocessingShape$/, "wps"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^urn:schemas-microsoft-com:office:office$/, "o"],
];

/** Elements around one another that declare namespaces. Word's own drawings come to about ten. */
const maxScopes = 50;

const attribute = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The prefixes that an element declares, and those of the elements around it. */
type Scope = { names: ReadonlyMap<string, string>; around: Scope | null; depth: number };

type Open = MarkupElement & { children: Markup[]; scope: Scope };

/**
 * The root of a well-formed XML file, its names with the prefixes above. Files of Word are written by machines; what is
 * not well-formed is broken. Takes time in proportion to the length, whatever the file holds. Web APIs only. ReadFailure
 * broken-word.
 */
export function parseXml(xml: string): MarkupElement {
  const root: Open = { name: "", attributes: {}, children: [], scope: noNames };
  const stack: Open[] = [root];
  let at = 0;
  while (at < xml.length) {
    const top = stack.at(-1) ?? root;
    const start = xml.indexOf("<", at);
    const text = xml.slice(at, start === -1 ? xml.length : start);
    if (text !== "") top.children.push(decodeXml(text));
    if (start === -1) break;
    const piece = readPiece(xml, start);
    at = piece.end;
    if (piece.text !== null) top.children.push(piece.text);
    if (piece.tag !== null) readTag(piece.tag, stack);
  }
  const first = root.children.find((child) => typeof child !== "string");
  if (stack.length > 1 || first === undefined) throw makeFailure();
  return first;
}

/** What begins at a `<`: the inside of a tag, the text of a CDATA section, or neither. `end` stands behind it. */
type Piece = { end: number; tag: string | null; text: string | null };

function readPiece(xml: string, start: number): Piece {
  if (xml.startsWith("<!--", start))
    return { end: findEnd(xml, "-->", start + 4), tag: null, text: null };
  if (xml.startsWith(cdataStart, start)) {
    const end = findEnd(xml, "]]>", start);
    return { end, tag: null, text: xml.slice(start + cdataStart.length, end - 3) };
  }
  if (/[?!]/.test(xml.charAt(start + 1)))
    return { end: findEnd(xml, ">", start), tag: null, text: null };
  const end = endOfTag(xml, start);
  return { end, tag: xml.slice(start + 1, end - 1), text: null };
}

/** A quoted `>` does not end a tag. */
function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; ;) {
    tagPart.lastIndex = at;
    const mark = tagPart.exec(xml)?.[0];
    if (mark === undefined) throw makeFailure();
    at = tagPart.lastIndex;
    if (mark === ">") return at;
    at = findEnd(xml, mark, at);
  }
}

const tagPart = /[>"']/g;

const cdataStart = "<![CDATA[";

/** The place behind the next `mark`. What has no end is broken, so no part of a file is searched twice. */
function findEnd(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at === -1) throw makeFailure();
  return at + mark.length;
}

/** Opens or closes an element. `inside` is the tag without `<` and `>`. */
function readTag(inside: string, stack: Open[]): void {
  const top = stack.at(-1);
  if (inside.startsWith("/")) {
    if (stack.length < 2) throw makeFailure();
    stack.pop();
    return;
  }
  const isEmpty = inside.endsWith("/");
  const made = openElement(isEmpty ? inside.slice(0, -1) : inside, top?.scope ?? noNames);
  top?.children.push(made);
  if (!isEmpty) stack.push(made);
  if (stack.length > maxDepth) throw makeFailure();
}

function openElement(written: string, around: Scope): Open {
  const name = /^[^\s/]+/.exec(written)?.[0];
  if (name === undefined) throw makeFailure();
  const pairs = readAttributes(written, name.length);
  const declared = pairs.filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
  const scope = declared.length === 0 ? around : openScope(around, declared);
  const attributes: Record<string, string> = {};
  for (const [key, value] of pairs) {
    attributes[key.includes(":") ? canonicalise(key, scope) : key] = value;
  }
  return { name: canonicalise(name, scope), attributes, children: [], scope };
}

function readAttributes(written: string, from: number): [key: string, value: string][] {
  const pairs: [string, string][] = [];
  attribute.lastIndex = from;
  let end = from;
  for (let found = attribute.exec(written); found !== null; found = attribute.exec(written)) {
    const [, key = "", double, single] = found;
    pairs.push([key, decodeXml(double ?? single ?? "")]);
    end = attribute.lastIndex;
  }
  if (written.slice(end).trim() !== "") throw makeFailure();
  return pairs;
}

function makeFailure(): ReadFailure {
  return new ReadFailure("broken-word", "XML");
}

const noNames: Scope = { names: new Map(), around: null, depth: 0 };

/** Names of the scopes around are not copied: a file could declare a thousand, and then one more in each element. */
function openScope(around: Scope, declared: readonly (readonly [string, string])[]): Scope {
  const names = new Map<string, string>();
  for (const [key, address] of declared) {
    const own = key === "xmlns" ? "" : key.slice("xmlns:".length);
    names.set(own, prefixes.find(([pattern]) => pattern.test(address))?.[1] ?? own);
  }
  if (around.depth === maxScopes) throw makeFailure();
  return { names, around, depth: around.depth + 1 };
}

function canonicalise(name: string, scope: Scope): string {
  const colon = name.indexOf(":");
  const own = colon === -1 ? "" : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const prefix = findPrefix(own, scope) ?? own;
  return prefix === "" ? local : `${prefix}:${local}`;
}

function findPrefix(own: string, innermost: Scope): string | null {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.around) {
    const prefix = scope.names.get(own);
    if (prefix !== undefined) return prefix;
  }
  return null;
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (all, decimal, hex, name) => {
    if (typeof name === "string") return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
