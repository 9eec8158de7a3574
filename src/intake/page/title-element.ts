import { fold } from "../../vietnamese/fold.ts";
import { fromTcvn3 } from "../../vietnamese/tcvn3.ts";
import { fromVni } from "../../vietnamese/vni.ts";
import {
  attributeOf,
  elementsUnder,
  isBlockElement,
  namedOf,
  styleOf,
  textOf,
} from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";

const titleName =
  / (?:title|headline|heading|tieude|tieu de|ten bai|tenbai|contentheading|(?:news|article|post|entry|detail|page) (?:title|name)) /;

export type FoundTitle = { node: MarkupElement; text: string; by: string };

const enough = 3;

/** Text of this length is no title, and no title stands behind it. */
const paragraphLength = 150;

/**
 * The element that shows the title: a heading or an element named for it, above all one that the page's own title repeats;
 * else the last line in large type above the text. Null when none stands out. Web APIs only.
 */
export function findTitle(page: MarkupElement, titles: readonly string[]): FoundTitle | null {
  const told = titles
    .flatMap((title) => [title, fromTcvn3(title, { capitals: false }), fromVni(title)])
    .map(keyOf)
    .filter((key) => key.length >= 8);
  let best: FoundTitle | null = null;
  let most = enough - 1;
  for (const node of elementsUnder(page)) {
    const text = candidateText(node);
    if (text === null) continue;
    const points = pointsOf(node, keyOf(text), told);
    if (points > most) [best, most] = [{ node, text, by: howOf(node, points) }, points];
  }
  return best ?? lineInLargeType(page);
}

function lineInLargeType(page: MarkupElement): FoundTitle | null {
  let last: FoundTitle | null = null;
  for (const node of elementsUnder(page)) {
    if (!isBlockElement(node) && !isLarge(node)) continue;
    const text = textOf(node);
    const isText = /^(?:p|td|li)$/.test(node.name) && ownLength(node) >= paragraphLength;
    if (isText && last !== null) break;
    if (isLarge(node) && text.length >= 8 && text.length < paragraphLength) {
      last = { node, text, by: "large-type" };
    }
  }
  return last;
}

/** Type of half as much again as the text around it. */
function isLarge(node: MarkupElement): boolean {
  const size = node.name === "font" ? attributeOf(node, "size") : "";
  const [, number = "", unit = ""] =
    /^(\d+)(?:\.\d+)?(px|pt)/.exec(styleOf(node, "font-size")) ?? [];
  return /^\+?[4-7]$/.test(size) || Number(number) >= (unit === "px" ? 20 : 15);
}

/** Characters that stand in no block further in. */
function ownLength(node: MarkupElement): number {
  return node.children.reduce((sum, child) => {
    if (typeof child === "string") return sum + child.trim().length;
    return sum + (isBlockElement(child) ? 0 : ownLength(child));
  }, 0);
}

/** The text of an element that could show a title: short, and not in several blocks. */
function candidateText(node: MarkupElement): string | null {
  if (!mayBeTitle(node)) return null;
  const text = textOf(node);
  return text.length >= 8 && text.length <= 300 ? text : null;
}

function mayBeTitle(node: MarkupElement): boolean {
  if (/^h[1-4]$/.test(node.name)) return true;
  if (/^(?:a|title|html|head|body|table|tbody|tr|ul|ol|select|option)$/.test(node.name))
    return false;
  const blocks = node.children.filter(
    (child) => typeof child !== "string" && isBlockElement(child),
  );
  return blocks.length <= 1;
}

function pointsOf(node: MarkupElement, key: string, told: readonly string[]): number {
  const level = /^h([1-4])$/.exec(node.name)?.[1];
  const byTag = level === undefined ? 0 : 5 - Number(level);
  const byName = titleName.test(namedOf(node)) ? 3 : 0;
  const byData = attributeOf(node, "itemprop") === "headline" ? 6 : 0;
  const isTold = told.some((title) => title === key || (key.length >= 15 && title.startsWith(key)));
  return byTag + byName + byData + (isTold ? 8 : 0);
}

function howOf({ name }: MarkupElement, points: number): string {
  if (/^h\d$/.test(name)) return name;
  return points >= 8 ? "document-title" : "element";
}

function keyOf(text: string): string {
  return fold(text).replace(/[^a-z\d]+/g, "");
}
