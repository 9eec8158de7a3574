import {
  readAttribute,
  makeElement,
  walkElements,
  isBlockElement,
  readNameWords,
  readStyle,
  readNodeText,
} from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { findReference } from "../blocks/read-note.ts";
import { readDateline } from "../recognition/dateline.ts";
import { removeNoteMarks } from "../recognition/page-lines.ts";
import { measureAgreement } from "./page-title.ts";
import type { OwnTitle } from "./page-title.ts";

const titleName =
  / (?:title|headline|heading|tieude|tieu de|ten bai|tenbai|contentheading|(?:news|article|post|entry|detail|page) (?:title|name)) /;

export type FoundTitle = {
  node: MarkupElement;
  text: string;
  by: string;
  /** Whether the data of the page give the same title. */
  isOwn: boolean;
};

const minPoints = 3;

/** Characters of a title that nothing but its place tells. */
const minTitle = 8;

/** By how surely the page's data give the same title: see agreement. */
const pointsByData = [0, 5, 20, 30];

/** Text of this length is no title, and no title stands behind it. */
const paragraphLength = 150;

/**
 * The element that shows the title: a heading or an element named for it, above all one that the page's own title repeats;
 * else the last line in large type above the text. Null when none stands out. Web APIs only.
 */
export function findTitle(page: MarkupElement, titles: readonly OwnTitle[]): FoundTitle | null {
  let best: FoundTitle | null = null;
  let maxPoints = minPoints - 1;
  for (const node of walkElements(page)) {
    const text = readCandidate(node);
    if (text === null) continue;
    const agreed = measureAgreement(text, titles);
    if (text.length < minTitle && agreed === 0) continue;
    const points = scoreTitle(node) + (pointsByData[agreed] ?? 0);
    if (points > maxPoints) {
      const isOwn = agreed > 1;
      [best, maxPoints] = [{ node, text, by: describeEvidence(node, isOwn), isOwn }, points];
    }
  }
  return best ?? findLineInLargeType(page);
}

/** The last line in large type above the first paragraph. */
function findLineInLargeType(page: MarkupElement): FoundTitle | null {
  let last: FoundTitle | null = null;
  let paragraph = 0;
  const isDone = (): boolean => last !== null && paragraph >= paragraphLength;
  const look = (node: MarkupElement): void => {
    if (isBlockElement(node)) paragraph = 0;
    for (const child of node.children) {
      if (isDone()) return;
      if (typeof child === "string") paragraph += child.trim().length;
      else if (isLarge(child)) last = readLargeLine(child) ?? last;
      else if (child.name !== "a") look(child);
    }
    if (isBlockElement(node) && !isDone()) paragraph = 0;
  };
  look(page);
  return last;
}

function readLargeLine(node: MarkupElement): FoundTitle | null {
  const text = readTitleText(node);
  const isTitle = text.length >= minTitle && text.length < paragraphLength && !isDateline(text);
  return isTitle ? { node, text, by: "large-type", isOwn: false } : null;
}

/** Type of half as much again as the text around it. */
function isLarge(node: MarkupElement): boolean {
  const size = node.name === "font" ? readAttribute(node, "size") : "";
  const [, number = "", unit = ""] =
    /^(\d+)(?:\.\d+)?(px|pt)/.exec(readStyle(node, "font-size")) ?? [];
  return /^\+?[4-7]$/.test(size) || Number(number) >= (unit === "px" ? 20 : 15);
}

/** The text of an element that could show a title: short, no date, and not in several blocks. */
function readCandidate(node: MarkupElement): string | null {
  if (!mayBeTitle(node)) return null;
  const text = readTitleText(node);
  return text === "" || text.length > 300 || isDateline(text) ? null : text;
}

/** The words of a title, without the marks of its footnotes. */
function readTitleText(node: MarkupElement): string {
  return removeNoteMarks(readNodeText(removeReferences(node)));
}

function removeReferences(node: MarkupElement): MarkupElement {
  const children = node.children.flatMap((child): Markup[] => {
    if (typeof child === "string") return [child];
    const isMark =
      child.name === "sup" && /^[[(]?(?:\d{1,3}|\*+|[a-z])[\])]?$/.test(readNodeText(child));
    return isMark || findReference(child) !== null ? [] : [removeReferences(child)];
  });
  return makeElement(node.name, node.attributes, children);
}

function isDateline(text: string): boolean {
  return readDateline(text, null) !== null;
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

function scoreTitle(node: MarkupElement): number {
  const level = /^h([1-4])$/.exec(node.name)?.[1];
  const byTag = level === undefined ? 0 : 5 - Number(level);
  const byName = titleName.test(readNameWords(node)) ? 3 : 0;
  return byTag + byName + (readAttribute(node, "itemprop") === "headline" ? 6 : 0);
}

function describeEvidence({ name }: MarkupElement, isOwn: boolean): string {
  if (/^h\d$/.test(name)) return name;
  return isOwn ? "document-title" : "element";
}
