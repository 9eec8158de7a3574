import { readRawText } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";

/** Names under which content managers keep the text itself. */
export const surelyText =
  / (?:article body|articlebody|article content|entry content|post content|news content|content detail|detail content|content news|noidung|noi dung|chi tiet|chitiet|journal content article|lbl content|item page|content body|body content|fulltext) /;

/** A paragraph of an article: characters outside links. */
export const minParagraph = 80;

const knownLengths = new WeakMap<MarkupElement, number>();

/** Characters of the paragraphs under an element. */
export function measureText(node: MarkupElement): number {
  const known = knownLengths.get(node);
  if (known !== undefined) return known;
  const own = readOwnText(node).replace(/\s+/g, " ").trim().length;
  const length = node.children.reduce(
    (sum, child) => sum + (typeof child === "string" ? 0 : measureText(child)),
    own >= minParagraph ? own : 0,
  );
  knownLengths.set(node, length);
  return length;
}

/** Characters of all text under an element. */
export function measureFullText(node: MarkupElement): number {
  return readRawText(node).replace(/\s+/g, " ").trim().length;
}

/** Text right in an element or in inline elements of it, less what is linked. */
export function readOwnText(node: MarkupElement): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return child;
      return isInline(child) && child.name !== "a" ? readOwnText(child) : "";
    })
    .join("");
}

const inlineNames = new Set(
  "b strong i em u font sub sup small big br a cite q abbr s strike".split(" "),
);

export function isInlineName(name: string): boolean {
  return inlineNames.has(name);
}

/** A span with blocks in it is a container, as DotNetNuke makes them. */
function isInline(node: MarkupElement): boolean {
  if (node.name !== "span") return inlineNames.has(node.name);
  return node.children.every((child) => typeof child === "string" || isInline(child));
}
