import { readAttribute, walkElements, readRawText } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";

/** Font families by simple selector: "p", ".MsoNormal", "p.msonormal", "#content". Web APIs only. */
export type FontRules = ReadonlyMap<string, string>;

/** The fonts that the style sheets inside a page give: Word and FrontPage set whole documents in .VnTime there. */
export function readFontRules(page: MarkupElement): FontRules {
  const rules = new Map<string, string>();
  for (const node of walkElements(page)) {
    if (node.name === "style") addRules(rules, readRawText(node).slice(0, 200_000));
  }
  return rules;
}

/** The font that the rules give an element, "" for none; a class says more than a tag. */
export function findFontByRules(rules: FontRules, node: MarkupElement): string {
  if (rules.size === 0) return "";
  const classes = readAttribute(node, "class").toLowerCase().split(/\s+/).filter(Boolean);
  const selectors = [
    `#${readAttribute(node, "id").toLowerCase()}`,
    ...classes.flatMap((name) => [`${node.name}.${name}`, `.${name}`]),
    node.name,
  ];
  const found = selectors.find((selector) => rules.has(selector));
  return found === undefined ? "" : (rules.get(found) ?? "");
}

function addRules(rules: Map<string, string>, sheet: string): void {
  const bare = sheet.replace(/\/\*.*?\*\/|<!--|-->/gs, " ");
  for (const [, selectors, body] of bare.matchAll(/([^{}@;]+)\{([^{}]*)\}/g)) {
    const family = /font-family\s*:\s*([^;]+)/i.exec(body ?? "")?.[1];
    if (family === undefined) continue;
    for (const selector of (selectors ?? "").split(",")) {
      const simple = selector.trim().toLowerCase();
      if (/^[\w-]*(?:[.#][\w-]+)?$/.test(simple) && simple !== "") rules.set(simple, family.trim());
    }
  }
}
