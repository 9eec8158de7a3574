import { attributeOf, element, namedOf, rawTextOf, styleOf } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";

/** Parts of a page that are never the article, by the words of their names. */
const furnitureName =
  / (?:nav|navbar|navigation|menu|menus|submenu|breadcrumb|breadcrumbs|pathway|sidebar|footer|foot|banner|banners|advert|advertisement|ads|quangcao|quang cao|related|lienquan|lien quan|tinlienquan|tin lien quan|tinkhac|tin khac|other news|othernews|tincu|tinmoi|comment|comments|binhluan|binh luan|share|sharing|social|addthis|toolbar|tool bar|print|pager|pagination|pagenav|rating|rate|vote|login|dangnhap|search|timkiem|slider|carousel|marquee|copyright|weblink|weblinks|counter|thongke|popup|modal|cookie|fb like|facebook|zalo|skip) /;

const textName =
  / (?:article|news|post|entry|detail|details|journal|content|body|fulltext|full text|noidung|noi dung|chitiet|chi tiet|bai viet|baiviet|main) /;

/** Names under which content managers keep the text itself. */
const surelyText =
  / (?:article body|articlebody|article content|entry content|post content|news content|content detail|detail content|content news|noidung|noi dung|chi tiet|chitiet|journal content article|lbl content|item page|content body|body content|fulltext) /;

const never = new Set(
  "head script style noscript nav aside footer form iframe select button".split(" "),
);

/** Shorter stretches of text say nothing about where the article is. */
const shortestPiece = 25;

/** The page without navigation, footers, forms and hidden parts, in which the title is looked for. Web APIs only. */
export function withoutFurniture(node: MarkupElement): MarkupElement {
  const children = node.children.filter(
    (child) => typeof child === "string" || !isFurniture(child),
  );
  return element(
    node.name,
    node.attributes,
    children.map((child): Markup => (typeof child === "string" ? child : withoutFurniture(child))),
  );
}

/**
 * The element that holds the text: the one whose own blocks have most words outside links, what is named for an article
 * before what is not. Null for a page without text.
 */
export function mainPart(page: MarkupElement): MarkupElement | null {
  const scores = new Map<MarkupElement, number>();
  score(page, [], scores);
  let best: MarkupElement | null = null;
  let most = 0;
  for (const [node, words] of scores) {
    const points = words * weightOf(node);
    if (points > most) [best, most] = [node, points];
  }
  return best;
}

/** A form around a whole page is how ASP.NET builds pages. */
function isFurniture(node: MarkupElement): boolean {
  if (node.name === "form") return rawTextOf(node).trim().length < 300;
  if (node.name === "iframe") return false;
  if (never.has(node.name) || "hidden" in node.attributes) return true;
  if (styleOf(node, "display") === "none") return true;
  const named = namedOf(node);
  if (!furnitureName.test(named) || surelyText.test(named)) return false;
  // A layout may be named after its parts: what holds most of the page is none of them.
  return rawTextOf(node).length < 4000 || linkedShare(node) > 0.5;
}

/** A stretch of text counts for the element around its block, and less for each further out. */
function score(
  node: MarkupElement,
  around: readonly MarkupElement[],
  scores: Map<MarkupElement, number>,
): void {
  const own = ownText(node).replace(/\s+/g, " ").trim().length;
  if (own >= shortestPiece) {
    const holders = isTextBlock(node) ? around : [node, ...around];
    holders.slice(0, 4).forEach((holder, distance) => {
      scores.set(holder, (scores.get(holder) ?? 0) + own * 0.55 ** distance);
    });
  }
  for (const child of node.children) {
    if (typeof child !== "string") score(child, [node, ...around], scores);
  }
}

/** Text right in an element or in inline elements of it, less what is linked. */
function ownText(node: MarkupElement): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return child;
      return isInline(child) && child.name !== "a" ? ownText(child) : "";
    })
    .join("");
}

const inlineNames = new Set(
  "b strong i em u font sub sup small big br a cite q abbr s strike".split(" "),
);

/** A span with blocks in it is a container, as DotNetNuke makes them. */
function isInline(node: MarkupElement): boolean {
  if (node.name !== "span") return inlineNames.has(node.name);
  return node.children.every((child) => typeof child === "string" || isInline(child));
}

function isTextBlock({ name }: MarkupElement): boolean {
  return /^(?:p|li|h[1-6]|dd|dt|blockquote|figcaption|span)$/.test(name) || inlineNames.has(name);
}

function weightOf(node: MarkupElement): number {
  const named = namedOf(node);
  const byName = surelyText.test(named) ? 2 : textName.test(named) ? 1.3 : 1;
  return node.name === "article" || attributeOf(node, "itemprop") === "articleBody"
    ? byName * 1.5
    : byName;
}

function linkedShare(node: MarkupElement): number {
  const all = rawTextOf(node).length;
  return all === 0 ? 0 : linkedLength(node) / all;
}

function linkedLength(node: MarkupElement): number {
  if (node.name === "a") return rawTextOf(node).length;
  return node.children.reduce(
    (sum, child) => sum + (typeof child === "string" ? 0 : linkedLength(child)),
    0,
  );
}
