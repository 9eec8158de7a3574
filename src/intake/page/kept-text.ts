import { isBlockElement, readNameWords } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { readBlocksText, listPhotos } from "../blocks/block.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { isHidden } from "./furniture.ts";
import { makeTitleKey } from "./page-title.ts";
import { isInlineName, minParagraph, readOwnText } from "./text-length.ts";

/** What an article has of the paragraphs of its page. */
export type KeptText = {
  /** Of their characters, from 0 to 1; 1 for a page without paragraphs. */
  share: number;
  /** The paragraphs and captions that it does not have. */
  lost: Paragraph[];
};

type Paragraph = { text: string; isCaption: boolean };

const noText = new Set(
  "head script style noscript template svg math button select textarea".split(" "),
);

/** What readers wrote below an article is no text of it. */
const readersPart = / (?:comments?|commentlist|disqus|binhluan|binh luan|y kien ban doc) /;

/** Letters at either end by which a paragraph is found in the article. */
const matched = 40;

/** Compares an article with all paragraphs that its page shows. Web APIs only. */
export function measureKeptText(page: MarkupElement, article: Recognised): KeptText {
  const kept = makeTitleKey(readArticleText(article));
  const all = listParagraphs(page);
  const lost = all.filter(({ text }) => {
    const key = makeTitleKey(text);
    return !(kept.includes(key.slice(0, matched)) && kept.includes(key.slice(-matched)));
  });
  const length = sumLengths(all);
  return { share: length === 0 ? 1 : 1 - sumLengths(lost) / length, lost };
}

function readArticleText({ title, lede, body, leadPhoto, byline, source }: Recognised): string {
  const captions = listPhotos(leadPhoto, body).map(({ caption }) => caption ?? "");
  const ending = [...byline.authors, byline.unit, source?.name ?? ""];
  return [title, lede, readBlocksText(body), ...captions, ...ending].join(" ");
}

function listParagraphs(node: MarkupElement, around = false): Paragraph[] {
  if (noText.has(node.name) || isHidden(node) || readersPart.test(readNameWords(node))) return [];
  const isCaption = around || isCaptionElement(node);
  const own =
    isInlineName(node.name) || readOwnText(node).length < minParagraph ? [] : listLooseLines(node);
  const children = node.children.filter((child) => typeof child !== "string");
  return [
    ...own.map((text) => ({ text, isCaption })),
    ...children.flatMap((child) => listParagraphs(child, isCaption)),
  ];
}

function isCaptionElement(node: MarkupElement): boolean {
  return (
    node.name === "figcaption" ||
    / (?:caption|figcaption|chuthich|chu thich) /.test(readNameWords(node))
  );
}

/** The lines of an element that stand in no block further in, if they are long without their links. */
function listLooseLines(node: MarkupElement): string[] {
  const lines = [{ text: "", unlinked: 0 }];
  const add = (child: Markup, isLinked: boolean): void => {
    const line = lines.at(-1);
    if (typeof child === "string") {
      if (line === undefined) return;
      line.text += child;
      line.unlinked += isLinked ? 0 : child.trim().length;
    } else if (isBlockElement(child) || noText.has(child.name)) {
      lines.push({ text: "", unlinked: 0 });
    } else child.children.forEach((inner) => add(inner, isLinked || child.name === "a"));
  };
  node.children.forEach((child) => add(child, false));
  return lines
    .filter(({ unlinked }) => unlinked >= minParagraph)
    .map(({ text }) => text.replace(/\s+/g, " ").trim());
}

function sumLengths(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
