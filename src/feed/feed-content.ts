import { rewriteBody } from "../published/published-body.ts";
import type { PublishedArticle, WholeArticle } from "../published/published.ts";
import { plainFile } from "../photo/photo.ts";
import type { Site } from "../site.ts";
import { shortDateTime } from "../vietnamese/dates.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { articleUrl } from "./address.ts";
import { fileUrl } from "./feed-photo.ts";
import { xml } from "./xml.ts";

/** The whole article as HTML that can stand on any other site: lead photo, body, corrections, every address absolute. */
export function feedContent(site: Site, article: WholeArticle): string {
  const body = rewriteBody(article, { origin: site.baseUrl, page: articleUrl(site, article) });
  return leadFigure(site, article) + body + corrections(article);
}

/** The corrections, each with its date. */
function corrections(article: PublishedArticle): string {
  const paragraphs = article.corrections.map(({ at, text }) => {
    const heading = readingWords.correctedAt(shortDateTime(new Date(at)));
    return xml`<p><b>${heading}</b> ${text}</p>`.source;
  });
  return paragraphs.join("");
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
