import { readAttribute, makeElement, readNameWords } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { findPath } from "./page-places.ts";
import {
  isInlineName,
  minParagraph,
  readOwnText,
  surelyText,
  measureText,
  measureFullText,
} from "./text-length.ts";

const textName =
  / (?:article|news|post|entry|detail|details|journal|content|body|fulltext|full text|noidung|noi dung|chitiet|chi tiet|bai viet|baiviet|main) /;

/** Shorter stretches of text say nothing about where the article is. */
const minPiece = 25;

/** A page, and the element in it that holds the text. */
export type PageWithText = { page: MarkupElement; main: MarkupElement };

/**
 * The element that holds the text: the one whose own blocks have most words outside links, what is named for an article
 * before what is not, or the element around it if more text of the same article stands there. Null without text.
 */
export function findMainPart(page: MarkupElement): PageWithText | null {
  const scores = new Map<MarkupElement, number>();
  score(page, [], scores);
  let best: MarkupElement | null = null;
  let most = 0;
  for (const [node, words] of scores) {
    const points = words * weighByName(node);
    if (points > most) [best, most] = [node, points];
  }
  return best === null ? null : addWholeText(page, best);
}

/** The outermost element around a part that adds text of the article and little else, or its sections only. */
function addWholeText(page: MarkupElement, part: MarkupElement): PageWithText {
  const path = findPath(page, part);
  let at = path.length - 1;
  for (let outer = at - 1; outer > 0; outer--) {
    const [whole, around, section] = [path[at], path[outer], path[outer + 1]];
    if (whole === undefined || around === undefined || section === undefined) break;
    const added = measureText(around) - measureText(whole);
    if (added < computeMinAdded(whole)) continue;
    if (added >= 0.5 * (measureFullText(around) - measureFullText(whole))) {
      at = outer;
      continue;
    }
    const joined = keepSections(around, section);
    if (joined !== null)
      return { page: replaceElement(page, path.slice(0, outer + 1), joined), main: joined };
  }
  return { page, main: path[at] ?? part };
}

/** How much more text must stand around a part: less than that around what is named as the article's text is no part of it. */
function computeMinAdded(part: MarkupElement): number {
  const share = isMarkedText(part) ? 1 : textName.test(readNameWords(part)) ? 0.4 : 0.1;
  return Math.max(minParagraph, share * measureText(part));
}

function isMarkedText(node: MarkupElement): boolean {
  return (
    node.name === "article" ||
    readAttribute(node, "itemprop") === "articleBody" ||
    surelyText.test(readNameWords(node))
  );
}

/** An element with the sections among its children alone, if several are built as the given one; null if not. */
function keepSections(around: MarkupElement, section: MarkupElement): MarkupElement | null {
  const isSection = (node: Markup): boolean =>
    typeof node !== "string" &&
    node.name === section.name &&
    readClass(node) === readClass(section) &&
    measureText(node) > 0;
  const sections = around.children.filter(isSection);
  if (readClass(section) === "" || sections.length < 2) return null;
  const first = around.children.findIndex(isSection);
  const last = around.children.map(isSection).lastIndexOf(true);
  const children = around.children.filter(
    (child, index) =>
      isSection(child) ||
      (index > first && index < last && typeof child !== "string" && isBetweenSections(child)),
  );
  return makeElement(around.name, around.attributes, children);
}

/** A heading, a paragraph or a photo that stands between sections. */
function isBetweenSections(node: MarkupElement): boolean {
  return (
    /^(?:h[2-6]|p|figure|img|ul|ol|table|blockquote)$/.test(node.name) || measureText(node) > 0
  );
}

function readClass(node: MarkupElement): string {
  return readAttribute(node, "class").trim();
}

/** A tree with another element at the end of a path. */
function replaceElement(
  root: MarkupElement,
  [, next, ...rest]: MarkupElement[],
  by: MarkupElement,
): MarkupElement {
  if (next === undefined) return by;
  const children = root.children.map((child) =>
    child === next ? replaceElement(next, [next, ...rest], by) : child,
  );
  return makeElement(root.name, root.attributes, children);
}

/** A stretch of text counts for the element around its block, and less for each further out. */
function score(
  node: MarkupElement,
  around: readonly MarkupElement[],
  scores: Map<MarkupElement, number>,
): void {
  const own = readOwnText(node).replace(/\s+/g, " ").trim().length;
  if (own >= minPiece) {
    const holders = isTextBlock(node) ? around : [node, ...around];
    holders.slice(0, 4).forEach((holder, distance) => {
      scores.set(holder, (scores.get(holder) ?? 0) + own * 0.55 ** distance);
    });
  }
  for (const child of node.children) {
    if (typeof child !== "string") score(child, [node, ...around], scores);
  }
}

function isTextBlock({ name }: MarkupElement): boolean {
  return /^(?:p|li|h[1-6]|dd|dt|blockquote|figcaption|span)$/.test(name) || isInlineName(name);
}

function weighByName(node: MarkupElement): number {
  const named = readNameWords(node);
  const byName = surelyText.test(named) ? 2 : textName.test(named) ? 1.3 : 1;
  return node.name === "article" || readAttribute(node, "itemprop") === "articleBody"
    ? byName * 1.5
    : byName;
}
