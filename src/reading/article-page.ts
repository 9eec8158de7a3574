import type { Label } from "../published/label-store.ts";
import type { Neighbour } from "../published/neighbour-store.ts";
import type { PublishedArticle, PublishedCard, TopicBox } from "../published/published.ts";
import { choosePhotoAboveText } from "../published/published-body.ts";
import type { Section } from "../article/article.ts";
import { chooseAccentClass } from "../html/accent.ts";
import { articlePath, englishPath, sectionPath } from "../addresses/public.ts";
import { renderCard } from "../html/card.ts";
import { renderPage } from "../html/page.ts";
import type { WriteAddress } from "../html/picture.ts";
import { renderShareLinks } from "../html/share-links.ts";
import { html, raw, type Html } from "../html/template.ts";
import { renderFullTime } from "../html/time.ts";
import { writeVideoLinks } from "../html/video-card.ts";
import type { Site } from "../site.ts";
import { englishWords, readingWords } from "../vietnamese/words/reading.ts";
import {
  renderAiNote,
  renderArticleEnd,
  renderCorrections,
  renderLeadFigure,
  renderReadingTools,
  renderTopicBox,
} from "./article-parts.ts";
import { renderDocuments } from "./document-list.ts";
import type { DocumentAddress } from "./document-list.ts";
import { renderArticleHead } from "./article-head.ts";
import { renderReportLink } from "./error-report-page.ts";
import { articleStyle } from "./page-styles.ts";

export type ArticlePageContent = {
  sections: readonly Section[];
  article: PublishedArticle;
  /** Its tags and authors, with the addresses of their lists. */
  labels: readonly Label[];
  related: readonly PublishedCard[];
  /** The articles published next after and last before this one. */
  newer: Neighbour | null;
  older: Neighbour | null;
  topic?: TopicBox | null;
  /** What the script sends to count a view: see `signView`; null if views are not counted. */
  signedView?: string | null;
};

/** What a preview adds: `head` to the page's head, `banner` above its header. `writeAddress` gives the addresses of the photos, `writeDocument` those of the documents. */
export type PreviewParts = {
  head: Html;
  banner: Html;
  writeAddress: WriteAddress;
  writeDocument: DocumentAddress;
};

const relatedSizes = "(min-width: 66rem) 8rem, (min-width: 40rem) 46vw, 7rem";

export function renderArticlePage(
  site: Site,
  content: ArticlePageContent,
  preview: PreviewParts | null = null,
): string {
  return renderPage(site, content.sections, {
    title: content.article.title,
    style: articleStyle,
    head: html`${renderArticleHead(site, content.article)}${preview?.head ?? null}`,
    banner: preview?.banner ?? null,
    current: content.article.section.slug,
    main: html`<div class="article-page wrap">
      ${renderArticle(site, content, preview)} ${renderNeighbours(content)}
      ${renderRelatedArticles(content)}
    </div>`,
  });
}

function renderArticle(
  site: Site,
  content: ArticlePageContent,
  preview: PreviewParts | null,
): Html {
  const { article, signedView = null } = content;
  const share = renderShareLinks(site.baseUrl + articlePath(article.slug), article.slug);
  return html`<article
    class="article ${chooseAccentClass(content.sections, article.section.slug)}"
    ${signedView === null ? null : html` data-views="${signedView}"`}
  >
    <header class="article-head">
      <div class="article-meta">
        ${renderBreadcrumb(article.section)}
        <p class="article-time">
          ${renderFullTime(article.publishedAt)}${renderUpdateNote(article)}
        </p>
        ${renderEnglishLink(article)}
      </div>
      <h1>${article.title}</h1>
      <div class="article-tools">
        <nav aria-label="${readingWords.share}">${share}</nav>
        ${renderReadingTools()}
      </div>
    </header>
    <p class="article-lede">${article.lede}</p>
    ${renderAiNote(article)}
    ${renderLeadFigure(choosePhotoAboveText(article), preview?.writeAddress)}
    <div class="article-body">
      ${raw(site.videoCards ? article.html : writeVideoLinks(article.html))}
    </div>
    ${renderDocuments(article.documents, preview?.writeDocument)} ${renderCorrections(article)}
    ${renderArticleEnd(article, content.labels)} ${renderReportLink(article)}
    ${renderTopicBox(content.topic ?? null)}
    <nav class="share-again" aria-label="${readingWords.shareAgain}">${share}</nav>
  </article>`;
}

function renderBreadcrumb(section: Section): Html {
  return html`<nav class="breadcrumb" aria-label="${readingWords.breadcrumb}">
    <ol>
      <li><a href="/">${readingWords.home}</a></li>
      <li><a href="${sectionPath(section.slug)}">${section.name}</a></li>
    </ol>
  </nav>`;
}

/** In its own language, for those who are looking for it. */
function renderEnglishLink(article: PublishedArticle): Html | null {
  if (article.english === null) return null;
  return html`<a lang="en" hreflang="en" href="${englishPath(article.slug)}"
    >${englishWords.summary}</a
  >`;
}

function renderUpdateNote(article: PublishedArticle): Html | null {
  if (article.updatedAt === null) return null;
  return html` <span class="updated"
    >${readingWords.updated} ${renderFullTime(article.updatedAt)}</span
  >`;
}

function renderNeighbours(content: ArticlePageContent): Html | null {
  if (content.newer === null && content.older === null) return null;
  return html`<nav class="neighbours" aria-label="${readingWords.neighbours}">
    ${renderNeighbour(content.older, "prev", readingWords.older)}
    ${renderNeighbour(content.newer, "next", readingWords.newer)}
  </nav>`;
}

function renderNeighbour(item: Neighbour | null, rel: "prev" | "next", label: string): Html | null {
  if (item === null) return null;
  return html`<a class="neighbour-${rel}" rel="${rel}" href="${articlePath(item.slug)}"
    ><span>${label}</span> ${item.title}</a
  >`;
}

function renderRelatedArticles(content: ArticlePageContent): Html | null {
  if (content.related.length === 0) return null;
  return html`<section class="related" aria-labelledby="lien-quan">
    <h2 class="block-title" id="lien-quan">${readingWords.related}</h2>
    <div class="grid">
      ${content.related.map((item) =>
        renderCard(content.sections, item, {
          heading: 3,
          photo: relatedSizes,
          // Without a photo a card would be bare.
          lede: item.leadPhoto === null,
          kicker: true,
          className: "card-tile",
          eager: false,
        }),
      )}
    </div>
  </section>`;
}
