import { readBlocksFromMarkup } from "../blocks/read-markup.ts";
import type { Block } from "../blocks/block.ts";
import {
  readAttribute,
  makeElement,
  walkElements,
  readNameWords,
  readNodeText,
} from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { reportIntake } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import { ReadFailure } from "../recognition/read-failure.ts";
import { recognise } from "../recognition/recognise.ts";
import type { Hints, ReadFile, Recognised } from "../recognition/recognised.ts";
import type { ReadOptions } from "../text/read-text.ts";
import { asLatin1, asUtf8, decodeText } from "./charset.ts";
import { convertFonts } from "./convert-fonts.ts";
import { convertLostFonts } from "./convert-lost-fonts.ts";
import { removeFurniture } from "./furniture.ts";
import { measureKeptText } from "./kept-text.ts";
import { findMainPart } from "./main-part.ts";
import { readPageData } from "./page-data.ts";
import type { PageData } from "./page-data.ts";
import { makePageLinks } from "./page-links.ts";
import { keepAfter, keepBefore, findCommonAncestor, findPath } from "./page-places.ts";
import { measureAgreement } from "./page-title.ts";
import { parseHtml } from "./parse-html.ts";
import { convertSigns } from "./sign-fonts.ts";
import { findTitle } from "./title-element.ts";
import type { FoundTitle } from "./title-element.ts";

/** What a page gives: its article and the base of its photos' addresses. */
export type ReadPage = {
  article: Recognised;
  base: string | null;
  /** What was left out or changed. */
  reports: IntakeReport[];
  /** Fonts before Unicode whose text was converted. */
  fonts: string[];
};

/** An article must have at least this share of its page's paragraphs. */
const minShare = 0.5;

/** The most bytes of a page. */
const maxPage = 20_000_000;

/**
 * The article of a saved page, of whatever portal: the title by its heading and the page's own data, the text by where most
 * of the words are, all else by names, data and shape. Web APIs only. ReadFailures as recognise and decodeText.
 */
export function readPage(bytes: Uint8Array, options: ReadOptions): ReadPage {
  if (bytes.length > maxPage) throw new ReadFailure("too-large", String(bytes.length));
  const source = readPageText(bytes, options);
  const fonts = new Set<string>();
  const reports: IntakeReport[] = [];
  const report = (one: IntakeReport): void => void reports.push(one);
  const signed = convertSigns(parseHtml(source), (sign) => report(reportIntake("symbol", sign)));
  const fonted = convertFonts(signed, fonts);
  const page = options.legacy === null ? fonted : convertLostFonts(fonted, options.legacy);
  const data = readPageData(page, source);
  const base = findBase(page, data);
  const file = splitPage(page, data, {
    read: (node) =>
      readBlocksFromMarkup(node, {
        link: makePageLinks(
          base,
          (lost) => report(reportIntake("link", lost)),
          options.keepsDocumentLinks,
        ),
        report,
      }),
    look: (node) =>
      readBlocksFromMarkup(node, {
        link: makePageLinks(base, () => undefined),
        report: () => undefined,
      }),
    report,
  });
  const otherTitle = findContradiction(file.hints.title, data.titles);
  if (otherTitle !== null && options.strict) {
    throw new ReadFailure("title-contradicts", `“${file.hints.title?.text}” – “${otherTitle}”`);
  }
  if (otherTitle !== null) report(reportIntake("other-title", otherTitle));
  const article = recognise({ ...file, hasFurniture: true }, options);
  const { share, lost } = measureKeptText(page, article);
  const percent = String(Math.round(100 * share));
  if (share < minShare && options.strict) throw new ReadFailure("text-left-out", percent);
  if (share < minShare) report(reportIntake("little-text", percent));
  const lostText = lost.map(({ text, isCaption }) =>
    reportIntake(isCaption ? "caption" : "line", text),
  );
  reports.push(...lostText);
  return { article, base, reports, fonts: [...fonts] };
}

/** The title that a page says of itself, if it shows another one; null if not. */
function findContradiction(shown: Hints["title"], titles: PageData["titles"]): string | null {
  const [own] = titles.filter(({ isSure }) => isSure);
  if (shown === null || own === undefined || measureAgreement(shown.text, titles) > 1) return null;
  return own.text;
}

function readPageText(bytes: Uint8Array, { legacy, charset }: ReadOptions): string {
  const isOld = legacy !== null && charset === null && asUtf8(bytes) === null;
  return isOld ? asLatin1(bytes) : decodeText(bytes, charset);
}

/** How the parts of a page are read: those of the article with reports, those around it only for what they tell. */
type Reader = {
  read: (node: MarkupElement) => Block[];
  look: (node: MarkupElement) => Block[];
  report: (report: IntakeReport) => void;
};

function splitPage(page: MarkupElement, data: PageData, { read, look, report }: Reader): ReadFile {
  const { page: visible, hidden } = removeFurniture(page, data.titles);
  const found = findMainPart(visible);
  if (found === null) throw new ReadFailure("not-article");
  const { page: bare, main } = found;
  for (const node of walkElements(main)) {
    for (const part of hidden.get(node) ?? []) reportHidden(part, report);
  }
  const title = findTitle(bare, data.titles);
  const hints = collectHints(page, data, title);
  const tail = look(keepAfter(findNeighbourhood(bare, main), main));
  if (title === null) return { before: [], blocks: read(main), after: tail, hints };
  if (findPath(main, title.node).length > 0) {
    const above = look(keepBefore(main, title.node));
    return { before: above, blocks: read(keepAfter(main, title.node)), after: tail, hints };
  }
  const whole = findCommonAncestor(bare, title.node, main);
  const between = findBetween(whole, title.node, main);
  const isAbove = between !== null;
  return {
    before: look(keepBefore(whole, title.node)),
    blocks: [...(isAbove ? read(between) : []), ...read(main)],
    after: tail,
    hints,
  };
}

function reportHidden(part: MarkupElement, report: Reader["report"]): void {
  const text = readNodeText(part);
  if (text !== "") report(reportIntake("hidden-text", text));
}

/** What stands between the title and the text; null when the title stands below. */
function findBetween(
  whole: MarkupElement,
  title: MarkupElement,
  main: MarkupElement,
): MarkupElement | null {
  const below = keepAfter(whole, title);
  return findPath(below, main).length > 0 ? keepBefore(below, main) : null;
}

/** As far around the text as its signature may stand. */
function findNeighbourhood(page: MarkupElement, main: MarkupElement): MarkupElement {
  const path = findPath(page, main);
  return path.at(-4) ?? path[0] ?? makeElement("html", {}, []);
}

function collectHints(page: MarkupElement, data: PageData, title: FoundTitle | null): Hints {
  return {
    title: chooseTitle(data, title),
    date: data.date ?? findPublicationTime(page),
    author: data.author || null,
    category: data.category || findCategory(page),
    description: data.description || null,
    addresses: data.addresses,
  };
}

/** The title that the page shows, unless it shows it by size or name alone and its data say another. */
function chooseTitle({ titles }: PageData, title: FoundTitle | null): Hints["title"] {
  const own = titles.find(({ by, isSure }) => isSure && by !== "document-title");
  if (title !== null && (title.isOwn || title.by === "h1" || own === undefined)) {
    return { text: title.text, by: title.by };
  }
  return own ?? titles[0] ?? null;
}

/** The time element that the page marks as the time of publication. */
function findPublicationTime(page: MarkupElement): Hints["date"] {
  for (const node of walkElements(page)) {
    const isPublication = / date published | datepublished /.test(readNameWords(node));
    if (!isPublication && !(node.name === "time" && "pubdate" in node.attributes)) continue;
    const text =
      readAttribute(node, "datetime") || readAttribute(node, "content") || readNodeText(node);
    if (text !== "") return { text, by: "element" };
  }
  return null;
}

/** The last link of the path that a page shows above itself. */
function findCategory(page: MarkupElement): string | null {
  for (const node of walkElements(page)) {
    if (!/ (?:breadcrumb|breadcrumbs|pathway|category name|cat name) /.test(readNameWords(node)))
      continue;
    const links = [...walkElements(node)].filter(({ name }) => name === "a").map(readNodeText);
    const category = links.filter((text) => text !== "").at(-1);
    if (category !== undefined && category.length <= 100) return category;
  }
  return null;
}

/** By `<base>`, else by what the page says is its own address. */
function findBase(page: MarkupElement, { addresses }: PageData): string | null {
  for (const node of walkElements(page)) {
    const href = node.name === "base" ? readAttribute(node, "href") : "";
    if (/^https?:\/\//i.test(href) && URL.canParse(href)) return href;
    if (node.name === "body") break;
  }
  return addresses.find((address) => URL.canParse(address)) ?? null;
}
