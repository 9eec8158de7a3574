import type { SiteOrigin } from "./absolute-address.ts";
import { rewriteBody, choosePhotoAboveText } from "../../published/published-body.ts";
import type { Correction, PublishedBody, WholeArticle } from "../../published/published.ts";
import { namePlainFile } from "../../photo/photo.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import { makeArticleUrl } from "./absolute-address.ts";
import { makeFileUrl } from "./feed-photo.ts";
import { Xml, xml } from "../../html/xml.ts";

/** The whole article as HTML that can stand on any other site: lead photo, body, corrections, every address absolute. */
export function renderFeedContent(site: SiteOrigin, article: WholeArticle): string {
  return renderFeedBody(site, article) + renderFeedCorrections(article.corrections);
}

/** The same without the corrections. */
export function renderFeedBody(
  site: SiteOrigin,
  article: PublishedBody & Pick<WholeArticle, "slug" | "leadPhoto" | "ai">,
): string {
  const body = rewriteBody(article, { origin: site.baseUrl, page: makeArticleUrl(site, article) });
  return writeAiNote(article) + writeLeadFigure(site, article) + body;
}

function writeAiNote({ ai }: Pick<WholeArticle, "ai">): string {
  if (ai === null || ai.text === null) return "";
  return xml`<p><em>${readingWords.aiArticles[ai.text]}</em></p>`.source;
}

/** The corrections, each with its date. */
export function renderFeedCorrections(corrections: readonly Correction[]): string {
  const paragraphs = corrections.map(({ at, text }) => {
    const heading = readingWords.correctedAt(formatShortDateTime(new Date(at)));
    return xml`<p><b>${heading}</b> ${text}</p>`.source;
  });
  return paragraphs.join("");
}

function writeLeadFigure(site: SiteOrigin, article: Pick<WholeArticle, "leadPhoto">): string {
  const photo = choosePhotoAboveText(article);
  if (photo === null) return "";
  const { variant, width, height } = namePlainFile(photo);
  const { alt, caption, credit, madeByAi } = photo;
  const by =
    credit === null ? null : xml` <span class="credit">${readingWords.photoBy(credit)}</span>`;
  const label = madeByAi === undefined ? null : xml` ${readingWords.aiPhotos[madeByAi]}`;
  const words =
    caption === null && by === null && label === null
      ? null
      : xml`<figcaption>${caption}${by}${label}</figcaption>`;
  // Finished, or the template would remove the mark that stands for the origin (feed-item.ts).
  const url = new Xml(makeFileUrl(site, photo, variant));
  return xml`<figure><img src="${url}" width="${width}" height="${height}" alt="${alt}">${words}</figure>`
    .source;
}
