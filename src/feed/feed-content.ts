import type { PublishedArticle } from "../published/published.ts";
import type { Site } from "../site.ts";
import { shortDateTime } from "../vietnamese/dates.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { absoluteUrl, articleUrl } from "./address.ts";
import { fileUrl, plainFile } from "./feed-photo.ts";
import { xml } from "./xml.ts";

/** The whole article as HTML that can stand on any other site: lead photo, body, corrections, every address absolute. */
export function feedContent(site: Site, article: PublishedArticle): string {
  const body = absoluteHtml(site, article.html, articleUrl(site, article));
  return leadFigure(site, article) + body + corrections(article);
}

/** What was put right since, under its date. */
function corrections(article: PublishedArticle): string {
  const told = article.corrections.map(({ at, text }) => {
    const heading = readingWords.correctedAt(shortDateTime(new Date(at)));
    return xml`<p><b>${heading}</b> ${text}</p>`.source;
  });
  return told.join("");
}

function leadFigure(site: Site, { leadPhoto }: PublishedArticle): string {
  if (leadPhoto === null) return "";
  const { variant, width, height } = plainFile(leadPhoto);
  const { alt, caption, credit } = leadPhoto;
  const by =
    credit === null ? null : xml` <span class="credit">${readingWords.photoBy(credit)}</span>`;
  const words =
    caption === null && by === null ? null : xml`<figcaption>${caption}${by}</figcaption>`;
  const url = fileUrl(site, leadPhoto, variant);
  return xml`<figure><img src="${url}" width="${width}" height="${height}" alt="${alt}">${words}</figure>`
    .source;
}

/**
 * Our own renderer's HTML (attributes in double quotes, `<` only in tags) with absolute addresses: site-relative ones
 * get the site's origin, and links within the article (footnotes) lead to its page, where their targets are.
 */
export function absoluteHtml(site: Site, html: string, pageUrl: string): string {
  return html.replace(startTags, (tag) =>
    tag.replace(attributes, (attribute, name: string, value: string) => {
      if (name === "srcset") return ` srcset="${absoluteSrcset(site, value)}"`;
      if (name !== "href" && name !== "src") return attribute;
      return ` ${name}="${value.startsWith("#") ? pageUrl + value : absoluteUrl(site, value)}"`;
    }),
  );
}

/** The elements that the renderer gives addresses. What stands in quotes may hold `>`. */
const startTags = /<(?:a|img|source)\s(?:[^"<>]|"[^"]*")*>/g;

/** Every attribute is read, lest an `alt` that speaks of ` src=` be taken for one. */
const attributes = /\s([^\s"=<>]+)="([^"]*)"/g;

function absoluteSrcset(site: Site, srcset: string): string {
  return srcset
    .split(",")
    .map((candidate) => absoluteUrl(site, candidate.trim()))
    .join(", ");
}
