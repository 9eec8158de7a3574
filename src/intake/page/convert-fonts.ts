import { readAttribute, makeElement, isBlockElement, readStyle } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { readFontName, convertLegacyFont, isUnicodeText, findLegacyFont } from "./legacy-font.ts";
import type { LegacyFont } from "./legacy-font.ts";
import { findFontByRules, readFontRules } from "./style-rules.ts";
import type { FontRules } from "./style-rules.ts";

/**
 * The page with every text in a font of TCVN3 or VNI as Unicode. The font decides, never the look of the bytes; a block
 * with a letter that only Unicode has is left as it is. `convertedFonts` gets the names of fonts whose text changed. Web APIs
 * only.
 */
export function convertFonts(page: MarkupElement, convertedFonts: Set<string>): MarkupElement {
  const rules = readFontRules(page);
  if (!hasLegacyFont(page, rules)) return page;
  return converted(page, { rules, convertedFonts, font: null, asIs: false });
}

type NamedFont = { means: LegacyFont; name: string };
type Around = {
  rules: FontRules;
  convertedFonts: Set<string>;
  font: NamedFont | null;
  asIs: boolean;
};

function converted(node: MarkupElement, around: Around): MarkupElement {
  const font = findFont(node, around);
  const inside = { ...around, font };
  if (isBlockElement(node)) inside.asIs = isUnicodeText(legacyTextIn(node, inside));
  const children = node.children.map((child): Markup => {
    if (typeof child !== "string") return converted(child, inside);
    if (font === null || inside.asIs) return child;
    const text = convertLegacyFont(child, font.means);
    if (text !== child) around.convertedFonts.add(font.name);
    return text;
  });
  return makeElement(node.name, node.attributes, children);
}

/** The text under an element that is set in legacy fonts, less what stands in blocks of its own. */
function legacyTextIn(node: MarkupElement, around: Around): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return around.font === null ? "" : child;
      if (isBlockElement(child)) return "";
      return legacyTextIn(child, { ...around, font: findFont(child, around) });
    })
    .join("");
}

/** Its own font, or the one around it. */
function findFont(node: MarkupElement, { rules, font }: Around): NamedFont | null {
  const family =
    familyInStyle(node) ||
    (node.name === "font" ? readAttribute(node, "face") : "") ||
    findFontByRules(rules, node);
  if (family === "") return font;
  const means = findLegacyFont(family);
  return means === null ? null : { means, name: readFontName(family) };
}

/** With its capitals, which readStyle drops: .VnTimeH is another font than .VnTime. */
function familyInStyle(node: MarkupElement): string {
  if (readStyle(node, "font-family") === "" && readStyle(node, "font") === "") return "";
  const style = readAttribute(node, "style");
  const family = /(?:^|;)\s*font-family\s*:\s*([^;]+)/i.exec(style)?.[1];
  return family?.trim() ?? /(?:^|;)\s*font\s*:[^;]*?((?:\.vn|vni)[^;,"']*)/i.exec(style)?.[1] ?? "";
}

function hasLegacyFont(node: MarkupElement, rules: FontRules): boolean {
  if (findLegacyFont(familyInStyle(node)) !== null) return true;
  if (findLegacyFont(readAttribute(node, "face")) !== null) return true;
  if (findLegacyFont(findFontByRules(rules, node)) !== null) return true;
  return node.children.some((child) => typeof child !== "string" && hasLegacyFont(child, rules));
}
