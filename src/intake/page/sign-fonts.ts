import { makeElement, readStyle } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { findSign } from "../blocks/symbol-text.ts";
import { readFontName } from "./legacy-font.ts";

/**
 * The page with text that Word set in a font of signs as Unicode: "p" in Symbol is π. `lost` gets the signs that are not
 * known here; they stay as they are. Web APIs only.
 */
export function convertSigns(page: MarkupElement, lost: (sign: string) => void): MarkupElement {
  return convertElement(page, null);

  function convertElement(node: MarkupElement, around: string | null): MarkupElement {
    const font = findSignFont(node) ?? around;
    const children = node.children.map((child): Markup => {
      if (typeof child !== "string") return convertElement(child, font);
      return font === null ? child : translateSigns(child, font);
    });
    return makeElement(node.name, node.attributes, children);
  }

  function translateSigns(text: string, font: string): string {
    return text.replace(/\S/gu, (char) => {
      const sign = findSign(font, char.codePointAt(0) ?? 0);
      if (sign === null) lost(`${font} ${char}`);
      return sign ?? char;
    });
  }
}

/** The font of signs that Word names for the text in an element; null for text in letters. */
function findSignFont(node: MarkupElement): string | null {
  if (readStyle(node, "mso-char-type") !== "symbol") return null;
  return (
    readFontName(readStyle(node, "mso-symbol-font-family") || readStyle(node, "font-family")) ||
    null
  );
}
