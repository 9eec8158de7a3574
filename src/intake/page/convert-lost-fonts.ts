import { detectLegacy } from "../../vietnamese/legacy-detect.ts";
import type { LegacyEncoding } from "../../vietnamese/legacy-detect.ts";
import { makeElement, isBlockElement, readRawText } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { convertLegacyFont, isUnicodeText } from "./legacy-font.ts";

/**
 * A page typed for TCVN3 or VNI fonts that lost the fonts, as Unicode: only because a person said so, and only where its
 * words agree. Where the page has Unicode too, only the blocks that are surely of the old encoding. Web APIs only.
 */
export function convertLostFonts(page: MarkupElement, encoding: LegacyEncoding): MarkupElement {
  const whole = readRawText(page);
  if (detectLegacy(whole)?.encoding !== encoding) return page;
  const isMixed = isUnicodeText(whole);
  return converted(page, !isMixed);

  function converted(node: MarkupElement, around: boolean): MarkupElement {
    const isOld = isMixed && isBlockElement(node) ? isLegacyBlock(node) : around;
    const children = node.children.map((child): Markup => {
      if (typeof child !== "string") return converted(child, isOld);
      return isOld ? convertLegacyFont(child, encoding) : child;
    });
    return makeElement(node.name, node.attributes, children);
  }

  function isLegacyBlock(node: MarkupElement): boolean {
    const own = readOwnText(node);
    return !isUnicodeText(own) && detectLegacy(own)?.encoding === encoding;
  }
}

/** The text of an element less what stands in blocks of its own. */
function readOwnText(node: MarkupElement): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return child;
      return isBlockElement(child) ? "" : readOwnText(child);
    })
    .join("");
}
