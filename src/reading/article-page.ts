import type { Label } from "../published/label-store.ts";
import type { Neighbour } from "../published/neighbour-store.ts";
import type { PublishedArticle, PublishedCard, TopicBox } from "../published/published.ts";
import { photoAboveText } from "../published/photo-above-text.ts";
import type { Section } from "../article/article.ts";
import { accentClass } from "../html/accent.ts";
import { articlePath, englishPath, sectionPath } from "../addresses/public.ts";
import { renderCard } from "../html/card.ts";
import { renderPage } from "../html/page.ts";
import type { WriteAddress } from "../html/picture.ts";
import { shareLinks } from "../html/share-links.ts";
import { html, raw, type Html } from "../html/template.ts";
import { fullTime } from "../html/time.ts";
import type { Site } from "../site.ts";
import { englishWords } from "../vietnamese/words/english.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import {
  aiNote,
  articleEnd,
  corrections,
  leadFigure,
  readingTools,
  topicBox,
} from "./article-parts.ts";
import { articleHead } from "./article-head.ts";
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
};

/** What a preview adds: `head` to the page's head, `banner` above its header. `writeAddress` gives the addresses of the photos. */
export type PreviewParts = { head: Html; banner: Html; writeAddress: WriteAddress };

const relatedSizes =
  "(min-width: 76rem) 18rem, (min-width: 66rem) 23vw, (min-width: 40rem) 46vw, 7rem";

export function renderArticlePage(
  site: Site,
  content: ArticlePageContent,
  preview: PreviewParts | null = null,
): string {
  return renderPage(site, content.sections, {
    title: content.article.title,
    style: articleStyle,
    head: html`${articleHead(site, content.article)}${preview?.head ?? null}`,
    banner: preview?.banner ?? null,
    current: content.article.section.slug,
    main: html`${theArticle(site, content, preview?.writeAddress)} ${neighbours(content)}
    ${relatedArticles(content)}`,
  });
}

function theArticle(site: Site, content: ArticlePageContent, write?: WriteAddress): Html {
  const { article } = content;
  const share = shareLinks(site.baseUrl + articlePath(article.slug), article.slug);
  return html`<article class="article wrap ${accentClass(content.sections, article.section.slug)}">
    <header class="article-head">
      ${breadcrumb(article.section)}
      <h1>${article.title}</h1>
      <div class="article-meta">
        <p class="article-time">${fullTime(article.publishedAt)}${updateNote(article)}</p>
        ${englishLink(article)} ${readingTools()}
      </div>
      <nav aria-label="${readingWords.share}">${share}</nav>
    </header>
    <p class="article-lede">${article.lede}</p>
    ${aiNote(article)} ${leadFigure(photoAboveText(article), write)}
    <div class="article-body">${raw(article.html)}</div>
    ${corrections(article)} ${articleEnd(article, content.labels)}
    ${topicBox(content.topic ?? null)}
    <nav class="share-again" aria-label="${readingWords.shareAgain}">${share}</nav>
  </article>`;
}

function breadcrumb(section: Section): Html {
  return html`<nav class="breadcrumb" aria-label="${readingWords.breadcrumb}">
    <ol>
      <li><a href="/">${readingWords.home}</a></li>
      <li><a href="${sectionPath(section.slug)}">${section.name}</a></li>
    </ol>
  </nav>`;
}

/** In its own language, for those who are looking for it. */
function englishLink(article: PublishedArticle): Html | null {
  if (article.english === null) return null;
  return html`<a lang="en" hreflang="en" href="${englishPath(article.slug)}"
    >${englishWords.summary}</a
  >`;
}

function updateNote(article: PublishedArticle): Html | null {
  if (article.updatedAt === null) return null;
  return html` <span class="updated">${readingWords.updated} ${fullTime(article.updatedAt)}</span>`;
}

function neighbours(content: ArticlePageContent): Html | null {
  if (content.newer === null && content.older === null) return null;
  return html`<nav class="neighbours wrap" aria-label="${readingWords.neighbours}">
    ${neighbour(content.older, "prev", readingWords.older)}
    ${neighbour(content.newer, "next", readingWords.newer)}
  </nav>`;
}

function neighbour(item: Neighbour | null, rel: "prev" | "next", label: string): Html | null {
  if (item === null) return null;
  return html`<a class="neighbour-${rel}" rel="${rel}" href="${articlePath(item.slug)}"
    ><span>${label}</span> ${item.title}</a
  >`;
}

function relatedArticles(content: ArticlePageContent): Html | null {
  if (content.related.length === 0) return null;
  return html`<section class="related wrap" aria-labelledby="lien-quan">
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
