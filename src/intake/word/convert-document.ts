import { fontName, fromLegacyFont, isUnicodeText, legacyFontOf } from "../page/legacy-font.ts";
import type { LegacyFont } from "../page/legacy-font.ts";
import type { StyleFonts } from "./style-fonts.ts";

/** mammoth's document, as far as it is looked at here. */
export type WordElement = {
  type: string;
  children?: WordElement[];
  /** Of a run: the font it names itself. */
  font?: string | null;
  styleId?: string | null;
  styleName?: string | null;
  alignment?: string | null;
  numbering?: object | null;
  /** Of text. */
  value?: string;
};

/** What style names stand for an alignment, which mammoth's HTML would lose. */
export const alignmentStyles = { center: "ban-tin-center", right: "ban-tin-right" } as const;

/**
 * The document with text of TCVN3 and VNI fonts as Unicode, by the font of each run, and alignment told by style names;
 * `heard` gets the names of fonts whose text changed. For mammoth's transformDocument. Web APIs only.
 */
export function convertDocument(
  fonts: StyleFonts,
  heard: Set<string>,
): (document: WordElement) => WordElement {
  return function converted(node: WordElement): WordElement {
    if (node.type === "paragraph") return paragraph(node, fonts, heard);
    return node.children === undefined
      ? node
      : { ...node, children: node.children.map((child) => converted(child)) };
  };
}

function paragraph(node: WordElement, fonts: StyleFonts, heard: Set<string>): WordElement {
  const family = fonts.ofStyle(node.styleId ?? null);
  const legacyText = textIn(node, family, fonts);
  const children = isUnicodeText(legacyText)
    ? (node.children ?? [])
    : (node.children ?? []).map((child) => withText(child, family, fonts, heard));
  return { ...node, children, ...alignedStyle(node) };
}

function withText(
  node: WordElement,
  family: string,
  fonts: StyleFonts,
  heard: Set<string>,
): WordElement {
  const own = familyOf(node, family, fonts);
  if (node.type === "text" && node.value !== undefined) {
    const font = legacyFontOf(own);
    if (font === null) return node;
    const value = fromLegacyFont(node.value, font);
    if (value !== node.value) heard.add(fontName(own));
    return { ...node, value };
  }
  if (node.children === undefined) return node;
  return { ...node, children: node.children.map((child) => withText(child, own, fonts, heard)) };
}

/** The text that would be converted. */
function textIn(node: WordElement, family: string, fonts: StyleFonts): string {
  const own = familyOf(node, family, fonts);
  const font: LegacyFont | null = legacyFontOf(own);
  if (node.type === "text") return font === null ? "" : (node.value ?? "");
  return (node.children ?? []).map((child) => textIn(child, own, fonts)).join("");
}

function familyOf(node: WordElement, family: string, fonts: StyleFonts): string {
  if (node.type !== "run") return family;
  if (node.font) return node.font;
  return node.styleId ? fonts.ofStyle(node.styleId) : family;
}

function alignedStyle(node: WordElement): Partial<WordElement> {
  const isNamed = /^(?:heading|title|subtitle|caption|list|toc)/i.test(node.styleName ?? "");
  if (isNamed || node.numbering) return {};
  if (node.alignment === "center") return { styleName: alignmentStyles.center };
  const isRight = node.alignment === "right" || node.alignment === "end";
  return isRight ? { styleName: alignmentStyles.right } : {};
}
