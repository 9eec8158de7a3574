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

const tag =
  /<(?:!--[^]*?-->|!\[CDATA\[([^]*?)\]\]>|[?!][^>]*>|(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>)/g;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Open = MarkupElement & { children: Markup[]; names: ReadonlyMap<string, string> };

/**
 * The root of a well-formed XML file, its names with the prefixes above. Files of Word are written by machines; what is
 * not well-formed is broken. Web APIs only. ReadFailure broken-word.
 */
export function parseXml(xml: string): MarkupElement {
  const root: Open = { name: "", attributes: {}, children: [], names: new Map() };
  const stack: Open[] = [root];
  let at = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(xml); found !== null; found = tag.exec(xml)) {
    const top = stack.at(-1) ?? root;
    if (found.index > at) top.children.push(decoded(xml.slice(at, found.index)));
    at = tag.lastIndex;
    const [, data, close, name, attributes = "", isEmpty] = found;
    if (data !== undefined) top.children.push(data);
    if (name === undefined) continue;
    if (close === "/") {
      if (stack.length < 2) throw new ReadFailure("broken-word", "XML");
      stack.pop();
      continue;
    }
    const made = opened(name, attributes, top.names);
    top.children.push(made);
    if (isEmpty !== "/") stack.push(made);
    if (stack.length > maxDepth) throw new ReadFailure("broken-word", "XML");
  }
  const first = root.children.find((child) => typeof child !== "string");
  if (stack.length > 1 || first === undefined) throw new ReadFailure("broken-word", "XML");
  return first;
}

function opened(name: string, written: string, around: ReadonlyMap<string, string>): Open {
  const pairs = [...written.matchAll(attribute)].map(
    ([, key = "", double, single]) => [key, decoded(double ?? single ?? "")] as const,
  );
  const declared = pairs.filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
  const names = declared.length === 0 ? around : withDeclared(around, declared);
  const attributes: Record<string, string> = {};
  for (const [key, value] of pairs) {
    attributes[key.includes(":") ? canonical(key, names) : key] = value;
  }
  return { name: canonical(name, names), attributes, children: [], names };
}

function withDeclared(
  around: ReadonlyMap<string, string>,
  declared: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const names = new Map(around);
  for (const [key, address] of declared) {
    const own = key === "xmlns" ? "" : key.slice("xmlns:".length);
    names.set(own, prefixes.find(([pattern]) => pattern.test(address))?.[1] ?? own);
  }
  return names;
}

function canonical(name: string, names: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const own = colon === -1 ? "" : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const prefix = names.get(own) ?? own;
  return prefix === "" ? local : `${prefix}:${local}`;
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (all, decimal, hex, name) => {
    if (typeof name === "string") return named[name] ?? all;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
