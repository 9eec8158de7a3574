import {
  readAttribute,
  makeElement,
  walkElements,
  readNameWords,
  readRawText,
  readNodeText,
} from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { isHidden as isHiddenText } from "../blocks/left-out.ts";
import { measureAgreement } from "./page-title.ts";
import type { OwnTitle } from "./page-title.ts";
import { surelyText, measureText, measureFullText } from "./text-length.ts";

/** Parts of a page that are never the article, by the words of their names. */
const furnitureName =
  / (?:nav|navbar|navigation|menu|menus|submenu|breadcrumb|breadcrumbs|pathway|sidebar|footer|foot|banner|banners|advert|advertisement|ads|quangcao|quang cao|related|lienquan|lien quan|tinlienquan|tin lien quan|tinkhac|tin khac|other news|othernews|tincu|tinmoi|comment|comments|binhluan|binh luan|share|sharing|social|addthis|toolbar|tool bar|print|pager|pagination|pagenav|rating|rate|vote|login|dangnhap|search|timkiem|slider|carousel|marquee|copyright|weblink|weblinks|counter|thongke|popup|modal|cookie|fb like|facebook|zalo|skip) /;

const never = new Set("head script style noscript nav aside footer form select button".split(" "));

/** The glyphs of an icon font, which stand for no text. Those of Word's bullets do. */
const iconText = /^\s*(?![\uf0a7\uf0b7\uf0d8\uf0fc])[\ue000-\uf8ff]+\s*$/;

/** Files that articles offer for download. */
const fileLink = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?:[?#]|$)/i;

/** A page without the parts around the article. `hidden` has the hidden children that were removed, by their parent. */
export type BarePage = {
  page: MarkupElement;
  hidden: ReadonlyMap<MarkupElement, MarkupElement[]>;
};

/** The page without navigation, footers, forms and hidden parts. `titles` are the page's own. Web APIs only. */
export function removeFurniture(page: MarkupElement, titles: readonly OwnTitle[]): BarePage {
  const bounds = { titles, text: 0.3 * measureText(page) };
  const hidden = new Map<MarkupElement, MarkupElement[]>();
  return { page: removeElements(page), hidden };

  function removeElements(node: MarkupElement): MarkupElement {
    const left: MarkupElement[] = [];
    const children = node.children.flatMap((child): Markup[] => {
      if (typeof child === "string") return iconText.test(child) ? [" "] : [child];
      if (never.has(child.name)) return isWholePage(child) ? [removeElements(child)] : [];
      if (isHidden(child)) left.push(child);
      return isHidden(child) || isFurniture(child, bounds) ? [] : [removeElements(child)];
    });
    const bare = makeElement(node.name, node.attributes, children);
    if (left.length > 0) hidden.set(bare, left);
    return bare;
  }
}

/** A form around a whole page is how ASP.NET builds pages. */
function isWholePage(node: MarkupElement): boolean {
  return node.name === "form" && readRawText(node).trim().length >= 300;
}

/** Whether nobody sees or hears it. */
export function isHidden(node: MarkupElement): boolean {
  return isHiddenText(node) || readAttribute(node, "aria-hidden") === "true";
}

function isFurniture(
  node: MarkupElement,
  page: { titles: readonly OwnTitle[]; text: number },
): boolean {
  if (isLinkList(node)) return true;
  const named = readNameWords(node);
  if (!furnitureName.test(named) || surelyText.test(named)) return false;
  // A layout may be named after one of its parts. An element with the title or much of the text is the layout.
  return !holdsTitle(node, page.titles) && measureText(node) <= page.text;
}

/** A box or list with hardly anything but links to other pages. */
function isLinkList(node: MarkupElement): boolean {
  if (!/^(?:ul|ol|div|section|aside|dl)$/.test(node.name) || measureText(node) > 0) return false;
  const links = [...walkElements(node)].filter(({ name }) => name === "a");
  if (links.filter((link) => readNodeText(link) !== "").length < 3) return false;
  if (links.some((link) => fileLink.test(readAttribute(link, "href")))) return false;
  const linked = links.reduce((sum, link) => sum + measureFullText(link), 0);
  return linked >= 0.6 * measureFullText(node);
}

function holdsTitle(root: MarkupElement, titles: readonly OwnTitle[]): boolean {
  return [...walkElements(root)].some(
    (node) => /^h[1-4]$/.test(node.name) && measureAgreement(readNodeText(node), titles) > 1,
  );
}
