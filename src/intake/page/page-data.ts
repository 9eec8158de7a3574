import {
  findChild,
  readAttribute,
  walkElements,
  readNameWords,
  readRawText,
  readNodeText,
} from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { listArticleTitles, removeNamedSite, removeSite } from "./page-title.ts";
import type { OwnTitle } from "./page-title.ts";

/** What a page tells of its article beside the text: meta elements, links and JSON-LD. "" where it tells nothing. */
export type PageData = {
  /** Titles by which the right heading is known; the surest first. None that only names the site. */
  titles: OwnTitle[];
  date: { text: string; by: string } | null;
  author: string;
  category: string;
  description: string;
  /** Whole addresses that the page says are its own. */
  addresses: string[];
};

/** schema.org's types for an article, with which NewsArticle and BlogPosting end. */
const articleType = /(?:Article|Posting)$/;

/** Parts that stand on every page of a site, by the words of their names. */
const sitePart = / (?:footer|foot|copyright|logo|site name|sitename) /;

/** Reads the head of a page, and whatever data stand in its body. Web APIs only. */
export function readPageData(page: MarkupElement, source: string): PageData {
  const metas = new Map<string, string>();
  const addresses: string[] = [];
  let documentTitle = "";
  const ld = new Map<string, unknown>();
  const siteTexts: string[] = [];
  for (const node of walkElements(page)) {
    if (node.name === "meta") addMeta(metas, node);
    else if (node.name === "title" && documentTitle === "") documentTitle = readNodeText(node);
    else if (node.name === "link" && readAttribute(node, "rel").toLowerCase() === "canonical") {
      addresses.push(readAttribute(node, "href"));
    } else if (/ld\+json/i.test(readAttribute(node, "type"))) addLinkedData(ld, node);
    else if (node.name === "footer" || sitePart.test(readNameWords(node)))
      siteTexts.push(readSiteText(node));
  }
  const readMeta = (...names: string[]): string =>
    names.map((name) => metas.get(name)).find(Boolean) ?? "";
  const siteName = readMeta("og:site_name", "application-name");
  const readNamed = (text: string): string => removeNamedSite(text, siteName, documentTitle);
  const titles = [
    { text: readNamed(readText(ld.get("headline"))), by: "json-ld" },
    {
      text: readNamed(readMeta("og:title", "twitter:title", "dc.title", "dcterms.title")),
      by: "meta",
    },
    { text: removeSite(documentTitle, siteName), by: "document-title" },
    { text: documentTitle, by: "document-title" },
  ] as const;
  return {
    titles: listArticleTitles(titles, siteName, siteTexts.join(" ")),
    date: findPublicationDate(readText(ld.get("datePublished")), readMeta),
    author: readText(ld.get("author")) || readMeta("article:author", "author", "dc.creator"),
    category: readText(ld.get("articleSection")) || readMeta("article:section"),
    description: readMeta("og:description", "description") || readText(ld.get("description")),
    addresses: [...listSavedFrom(source), ...addresses, readMeta("og:url")].filter((address) =>
      /^https?:\/\//i.test(address),
    ),
  };
}

function addMeta(metas: Map<string, string>, node: MarkupElement): void {
  const name =
    readAttribute(node, "property") ||
    readAttribute(node, "name") ||
    readAttribute(node, "itemprop");
  const content = readAttribute(node, "content").trim();
  if (name !== "" && content !== "" && !metas.has(name.toLowerCase())) {
    metas.set(name.toLowerCase(), content);
  }
}

function findPublicationDate(
  published: string,
  meta: (...names: string[]) => string,
): PageData["date"] {
  if (published !== "") return { text: published, by: "json-ld" };
  const fromMeta = meta(
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
  );
  return fromMeta === "" ? null : { text: fromMeta, by: "meta" };
}

/** What a JSON-LD script tells of the article, in an object of any type; objects for articles come first. */
function addLinkedData(ld: Map<string, unknown>, script: MarkupElement): void {
  const objects = listLinkedObjects(parseJson(readRawText(script)), 0);
  const articles = objects.filter((object) => isOfType(object, articleType));
  const dated = objects.filter((object) => "datePublished" in object);
  for (const object of [...articles, ...dated]) {
    for (const [name, value] of Object.entries(object)) if (!ld.has(name)) ld.set(name, value);
  }
}

/** Parses JSON; null if it is invalid. Some sites put it in a comment for old browsers. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, ""));
  } catch {
    return null;
  }
}

/** The objects of linked data, which may be one, a list, a graph, or within one another. */
function listLinkedObjects(value: unknown, depth: number): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => listLinkedObjects(one, depth + 1));
  const record: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  const inner = ["@graph", "mainEntity", "mainEntityOfPage"].flatMap((name) =>
    listLinkedObjects(record[name], depth + 1),
  );
  return [record, ...inner];
}

function isOfType(record: Record<string, unknown>, pattern: RegExp): boolean {
  return [record["@type"]].flat().some((type) => typeof type === "string" && pattern.test(type));
}

/** The text of an element and the alt texts of its pictures, without headings and lists of links: they name articles. */
function readSiteText(root: MarkupElement): string {
  if (/^h[1-6]$/.test(root.name) || (root.name === "li" && findChild(root, "a") !== null))
    return "";
  const inner = root.children.map((child) =>
    typeof child === "string" ? child : readSiteText(child),
  );
  return [readAttribute(root, "alt"), ...inner].join(" ").slice(0, 5000);
}

/** A string, the name of an object, or the first of a list of them. */
function readText(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return readText(value[0]);
  if (typeof value !== "object" || value === null) return "";
  return "name" in value ? readText(value.name) : "";
}

/** Browsers write where they saved a page from into its first lines. */
function listSavedFrom(source: string): string[] {
  const address = /<!--\s*saved from url=\(\d+\)\s*(https?:\/\/[^\s>]+)/i.exec(
    source.slice(0, 4000),
  )?.[1];
  return address === undefined ? [] : [address];
}
