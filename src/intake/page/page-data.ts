import { attributeOf, elementsUnder, rawTextOf, textOf } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";

/** What a page tells of its article beside the text: meta elements, links and JSON-LD. "" where it tells nothing. */
export type PageData = {
  /** Titles by which the right heading is known; the surest first. */
  titles: string[];
  headline: string;
  date: { text: string; by: string } | null;
  author: string;
  category: string;
  description: string;
  /** Whole addresses that the page says are its own. */
  addresses: string[];
};

/** schema.org's types for an article, with which NewsArticle and BlogPosting end. */
const articleType = /(?:Article|Posting)$/;

/** Reads the head of a page, and whatever data stand in its body. Web APIs only. */
export function pageDataOf(page: MarkupElement, source: string): PageData {
  const metas = new Map<string, string>();
  const addresses: string[] = [];
  let documentTitle = "";
  let ld: Record<string, unknown> = {};
  for (const node of elementsUnder(page)) {
    if (node.name === "meta") addMeta(metas, node);
    else if (node.name === "title" && documentTitle === "") documentTitle = textOf(node);
    else if (node.name === "link" && attributeOf(node, "rel").toLowerCase() === "canonical") {
      addresses.push(attributeOf(node, "href"));
    } else if (/ld\+json/i.test(attributeOf(node, "type"))) ld = { ...articleData(node), ...ld };
  }
  const meta = (...names: string[]): string =>
    names.map((name) => metas.get(name)).find(Boolean) ?? "";
  const headline = textIn(ld["headline"]);
  return {
    titles: [
      headline,
      meta("og:title", "twitter:title", "dc.title", "dcterms.title"),
      documentTitle,
    ].filter(Boolean),
    headline,
    date: dateOf(textIn(ld["datePublished"]), meta),
    author: textIn(ld["author"]) || meta("article:author", "author", "dc.creator"),
    category: textIn(ld["articleSection"]) || meta("article:section"),
    description: meta("og:description", "description") || textIn(ld["description"]),
    addresses: [...savedFrom(source), ...addresses, meta("og:url")].filter((address) =>
      /^https?:\/\//i.test(address),
    ),
  };
}

function addMeta(metas: Map<string, string>, node: MarkupElement): void {
  const name =
    attributeOf(node, "property") || attributeOf(node, "name") || attributeOf(node, "itemprop");
  const content = attributeOf(node, "content").trim();
  if (name !== "" && content !== "" && !metas.has(name.toLowerCase())) {
    metas.set(name.toLowerCase(), content);
  }
}

function dateOf(published: string, meta: (...names: string[]) => string): PageData["date"] {
  if (published !== "") return { text: published, by: "json-ld" };
  const told = meta(
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
  return told === "" ? null : { text: told, by: "meta" };
}

/** The article among the objects of a JSON-LD script, which may be alone, in a list or in a graph. */
function articleData(script: MarkupElement): Record<string, unknown> {
  try {
    return articleAmong(JSON.parse(rawTextOf(script)), 0) ?? {};
  } catch {
    return {};
  }
}

function articleAmong(value: unknown, depth: number): Record<string, unknown> | null {
  if (typeof value !== "object" || value === null || depth > 4) return null;
  if (Array.isArray(value)) {
    return value.map((one) => articleAmong(one, depth + 1)).find((one) => one !== null) ?? null;
  }
  const record = Object.fromEntries(Object.entries(value));
  const types = [record["@type"]].flat();
  if (types.some((type) => typeof type === "string" && articleType.test(type))) return record;
  return articleAmong(record["@graph"], depth + 1);
}

/** A string, the name of an object, or the first of a list of them. */
function textIn(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return textIn(value[0]);
  if (typeof value !== "object" || value === null) return "";
  return "name" in value ? textIn(value.name) : "";
}

/** Browsers write where they saved a page from into its first lines. */
function savedFrom(source: string): string[] {
  const address = /<!--\s*saved from url=\(\d+\)\s*(https?:\/\/[^\s>]+)/i.exec(
    source.slice(0, 4000),
  )?.[1];
  return address === undefined ? [] : [address];
}
