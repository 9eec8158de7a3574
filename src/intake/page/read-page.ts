import { blocksOfMarkup } from "../blocks/blocks-of-markup.ts";
import type { Block } from "../blocks/block.ts";
import { attributeOf, element, elementsUnder, namedOf, textOf } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { intakeReport } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import { ReadFailure } from "../recognition/read-failure.ts";
import { recognise } from "../recognition/recognise.ts";
import type { Hints, ReadFile, Recognised } from "../recognition/recognised.ts";
import type { ReadOptions } from "../text/read-text.ts";
import { asLatin1, asUtf8, decodeText } from "./charset.ts";
import { convertFonts } from "./convert-fonts.ts";
import { convertLostFonts } from "./convert-lost-fonts.ts";
import { mainPart, withoutFurniture } from "./main-part.ts";
import { pageDataOf } from "./page-data.ts";
import type { PageData } from "./page-data.ts";
import { pageLinks } from "./page-links.ts";
import { after, before, commonAncestor, pathTo } from "./page-places.ts";
import { parseHtml } from "./parse-html.ts";
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

/** A page longer than that is none. */
const longestPage = 20_000_000;

/**
 * The article of a saved page, of whatever portal: the title by its heading and the page's own data, the text by where most
 * of the words are, all else by names, data and shape. Web APIs only. ReadFailures as recognise and decodeText.
 */
export function readPage(bytes: Uint8Array, options: ReadOptions): ReadPage {
  if (bytes.length > longestPage) throw new ReadFailure("too-large", String(bytes.length));
  const source = textOfPage(bytes, options);
  const fonts = new Set<string>();
  const fonted = convertFonts(parseHtml(source), fonts);
  const page = options.legacy === null ? fonted : convertLostFonts(fonted, options.legacy);
  const data = pageDataOf(page, source);
  const base = baseOf(page, data);
  const reports: IntakeReport[] = [];
  const link = pageLinks(base, (lost) => reports.push(intakeReport("link", lost)));
  const read = (node: MarkupElement): Block[] =>
    blocksOfMarkup(node, { link, report: (one) => reports.push(one) });
  const file = fileOf(page, data, read);
  return { article: recognise(file, options), base, reports, fonts: [...fonts] };
}

function textOfPage(bytes: Uint8Array, { legacy, charset }: ReadOptions): string {
  const isOld = legacy !== null && charset === null && asUtf8(bytes) === null;
  return isOld ? asLatin1(bytes) : decodeText(bytes, charset);
}

function fileOf(
  page: MarkupElement,
  data: PageData,
  read: (node: MarkupElement) => Block[],
): ReadFile {
  const bare = withoutFurniture(page);
  const main = mainPart(bare);
  if (main === null) throw new ReadFailure("not-article");
  const title = findTitle(bare, data.titles);
  const hints = hintsOf(page, data, title);
  const tail = read(after(neighbourhood(bare, main), main));
  if (title === null) return { before: [], blocks: read(main), after: tail, hints };
  if (pathTo(main, title.node).length > 0) {
    const above = read(before(main, title.node));
    return { before: above, blocks: read(after(main, title.node)), after: tail, hints };
  }
  const whole = commonAncestor(bare, title.node, main);
  const between = betweenOf(whole, title.node, main);
  const isAbove = between !== null;
  return {
    before: read(before(whole, title.node)),
    blocks: [...(isAbove ? read(between) : []), ...read(main)],
    after: tail,
    hints,
  };
}

/** What stands between the title and the text; null when the title stands below. */
function betweenOf(
  whole: MarkupElement,
  title: MarkupElement,
  main: MarkupElement,
): MarkupElement | null {
  const below = after(whole, title);
  return pathTo(below, main).length > 0 ? before(below, main) : null;
}

/** As far around the text as its signature may stand. */
function neighbourhood(page: MarkupElement, main: MarkupElement): MarkupElement {
  const path = pathTo(page, main);
  return path.at(-4) ?? path[0] ?? element("html", {}, []);
}

function hintsOf(page: MarkupElement, data: PageData, title: FoundTitle | null): Hints {
  return {
    title: titleOf(data, title),
    date: data.date ?? timeOf(page),
    author: data.author || null,
    category: data.category || categoryOf(page),
    description: data.description || null,
    addresses: data.addresses,
  };
}

function titleOf(data: PageData, title: FoundTitle | null): Hints["title"] {
  if (title !== null) return { text: title.text, by: title.by };
  if (data.headline !== "") return { text: data.headline, by: "json-ld" };
  return null;
}

/** The time element that the page marks as the time of publication. */
function timeOf(page: MarkupElement): Hints["date"] {
  for (const node of elementsUnder(page)) {
    const isPublication = / date published | datepublished /.test(namedOf(node));
    if (!isPublication && !(node.name === "time" && "pubdate" in node.attributes)) continue;
    const text = attributeOf(node, "datetime") || attributeOf(node, "content") || textOf(node);
    if (text !== "") return { text, by: "element" };
  }
  return null;
}

/** The last link of the path that a page shows above itself. */
function categoryOf(page: MarkupElement): string | null {
  for (const node of elementsUnder(page)) {
    if (!/ (?:breadcrumb|breadcrumbs|pathway|category name|cat name) /.test(namedOf(node)))
      continue;
    const links = [...elementsUnder(node)].filter(({ name }) => name === "a").map(textOf);
    const category = links.filter((text) => text !== "").at(-1);
    if (category !== undefined && category.length <= 100) return category;
  }
  return null;
}

/** By `<base>`, else by what the page says is its own address. */
function baseOf(page: MarkupElement, { addresses }: PageData): string | null {
  for (const node of elementsUnder(page)) {
    const href = node.name === "base" ? attributeOf(node, "href") : "";
    if (/^https?:\/\//i.test(href) && URL.canParse(href)) return href;
    if (node.name === "body") break;
  }
  return addresses.find((address) => URL.canParse(address)) ?? null;
}
