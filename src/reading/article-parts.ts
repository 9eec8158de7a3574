import { articlePath, authorPath, tagPath, topicPath } from "../addresses/public.ts";
import { renderPhotoFigure, renderPicture } from "../html/picture.ts";
import { showLabelPicture } from "../publishing/rendering/render-photos.ts";
import type { WriteAddress } from "../html/picture.ts";
import { renderIcon } from "../html/icons.ts";
import { checkLink } from "../html/safe-link.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { renderDayTime } from "../html/time.ts";
import { findLabel } from "../published/label-store.ts";
import type { Label } from "../published/label-store.ts";
import type { PublishedArticle, PublishedPhoto, TopicBox } from "../published/published.ts";
import { formatShortDateTime } from "../vietnamese/dates.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** The topic's name beside it says what it shows. */
const boxPicture = { sizes: "6rem", loading: "lazy" } as const;

const leadSizes = "(min-width: 48rem) 46rem, 100vw";

export function renderLeadFigure(photo: PublishedPhoto | null, write?: WriteAddress): Html | null {
  if (photo === null) return null;
  const image = renderPicture(photo, { sizes: leadSizes, loading: "eager" }, write);
  return renderPhotoFigure(photo, image, "photo lead-photo", write);
}

/** Tells that AI wrote or altered the text. */
export function renderAiNote({ ai }: Pick<PublishedArticle, "ai">): Html | null {
  if (ai === null || ai.text === null) return null;
  return html`<p class="ai-note">${readingWords.aiArticles[ai.text]}</p>`;
}

/** The corrections, each with its date. */
export function renderCorrections(article: Pick<PublishedArticle, "corrections">): Html | null {
  if (article.corrections.length === 0) return null;
  return html`<aside class="corrections" aria-label="${readingWords.corrections}">
    ${article.corrections.map(
      ({ at, text }) =>
        html`<p>
          <b>${readingWords.correctedAt(formatShortDateTime(new Date(at)))}</b>
          <span>${text}</span>
        </p>`,
    )}
  </aside>`;
}

/** The end of an article: byline, source and tags. */
export function renderArticleEnd(article: PublishedArticle, labels: readonly Label[]): Html {
  return html`<footer class="article-end">
    ${renderByline(article, labels)} ${renderSource(article)} ${renderTags(labels)}
  </footer>`;
}

/**
 * "Thế Bằng – TT Phát triển KH&CN", each name a link to what that person wrote. `origin` is empty on the site itself.
 */
export function renderByline(
  article: PublishedArticle,
  labels: readonly Label[],
  origin = "",
): Html {
  const { authors, unit } = article.byline;
  const names = authors.map((name) => {
    const label = findLabel(labels, "author", name);
    if (label === null) return name;
    return html`<a rel="author" href="${origin}${authorPath(label.slug)}">${name}</a>`;
  });
  return html`<p class="byline">
    <b>${joinNames(names)}</b>${unit === "" ? null : html` – ${unit}`}
  </p>`;
}

function joinNames(names: (Html | string)[]): (Html | string)[] {
  return names.flatMap((name, place) => (place === 0 ? [name] : [readingWords.authorsJoin, name]));
}

export function renderSource(article: PublishedArticle, origin = ""): Html | null {
  if (article.source === null) return null;
  const { name, url } = article.source;
  const link = url === null ? null : checkLink(url);
  const start = link?.address.startsWith("/") === true ? origin : "";
  const named =
    link === null ? name : html`<a href="${start}${link.address}" rel="noopener">${name}</a>`;
  return html`<p class="source">${readingWords.source} ${named}</p>`;
}

function renderTags(labels: readonly Label[]): Html | null {
  const shown = labels.filter(({ kind }) => kind === "tag");
  if (shown.length === 0) return null;
  return html`<div class="tags">
    <p id="tu-khoa">${readingWords.tags}</p>
    <ul aria-labelledby="tu-khoa">
      ${shown.map(({ slug, name }) => html`<li><a rel="tag" href="${tagPath(slug)}">${name}</a></li>`)}
    </ul>
  </div>`;
}

/** Listening and the size of letters. Both need script (src/client/), and show only with it. */
export function renderReadingTools(): Html {
  return html`<div class="tools scripted">
    <div class="listen" hidden>
      <button type="button">${renderIcon("listen")}<span>${readingWords.listen}</span></button>
      <button type="button" hidden>${readingWords.stopListening}</button>
    </div>
    <details class="sizes">
      <summary aria-label="${readingWords.textSize}">Aa</summary>
      <div role="group" aria-label="${readingWords.textSize}">
        ${readingWords.textSizes.map(
          ({ size, name }) =>
            html`<button
              type="button"
              value="${size}"
              aria-pressed="${size === ""}"
              aria-label="${name}"
            >
              A
            </button>`,
        )}
      </div>
    </details>
  </div>`;
}

/** The topic of an article, with the articles around it there: the ways back and on in the story. Null if it has no others. */
export function renderTopicBox(topic: TopicBox | null): Html | null {
  if (topic === null || topic.others.length === 0) return null;
  return html`<aside class="topic" aria-labelledby="dong-su-kien">
    ${topic.picture === null ? null : renderPicture({ ...showLabelPicture(topic.picture), alt: "" }, boxPicture)}
    <h2 id="dong-su-kien">
      <span class="topic-kind">${listWords.topic}</span>
      <a href="${topicPath(topic.slug)}">${topic.name}</a>
    </h2>
    <ul>
      ${topic.others.map(
        (other, place) =>
          html`<li>
            ${renderDayTime(other.publishedAt)} ${renderStep(topic.later - place)}
            <a href="${articlePath(other.slug)}">${other.title}</a>
          </li>`,
      )}
    </ul>
  </aside>`;
}

/** What the next and the previous article of a story are called. `distance` is 1 for the next one, 0 for the previous one. */
function renderStep(distance: number): Html | null {
  if (distance !== 0 && distance !== 1) return null;
  return html`<b>${distance === 1 ? listWords.nextInTopic : listWords.previousInTopic}</b>`;
}
