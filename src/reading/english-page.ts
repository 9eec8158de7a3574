import type { English, Section } from "../article/article.ts";
import type { PublishedArticle } from "../published/published.ts";
import { chooseAccentClass } from "../html/accent.ts";
import { articlePath, englishPath } from "../addresses/public.ts";
import { describePage, renderLanguageLinks } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { formatIsoWithOffset, splitVietnamTime } from "../vietnamese/dates.ts";
import { englishWords } from "../vietnamese/words/reading.ts";
import { renderLeadFigure } from "./article-parts.ts";
import { articleStyle } from "./page-styles.ts";

/** What an article says, in English, within an English frame. */
export function renderEnglishPage(
  site: Site,
  sections: readonly Section[],
  article: PublishedArticle,
  english: English,
): string {
  const paragraphs = english.summary.split(/\n\s*\n/);
  return renderPage(site, sections, {
    title: english.title,
    language: "en",
    style: articleStyle,
    head: html`${describePage(site, {
      title: english.title,
      description: paragraphs[0] ?? "",
      path: englishPath(article.slug),
      type: "article",
      photo: article.leadPhoto,
      language: "en",
    })}
    ${renderLanguageLinks(site, article)}`,
    current: article.section.slug,
    main: html`<article class="article wrap ${chooseAccentClass(sections, article.section.slug)}">
      <header class="article-head">
        <p class="kicker">${englishWords.summary}</p>
        <h1>${english.title}</h1>
        <p class="article-time">${renderPublishedTime(article)}</p>
      </header>
      ${renderAiNote(article)}
      <div class="english-photo" lang="vi">${renderLeadFigure(article.leadPhoto)}</div>
      <div class="article-body">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>
      <p class="english-end">
        ${englishWords.whole}
        <a lang="vi" hreflang="vi" href="${articlePath(article.slug)}">${article.title}</a>
      </p>
    </article>`,
  });
}

function renderAiNote({ ai }: PublishedArticle): Html | null {
  if (ai === null || ai.text === null) return null;
  return html`<p class="ai-note">${englishWords.aiArticles[ai.text]}</p>`;
}

/** "28 January 2021", by the calendar in Vietnam. */
function renderPublishedTime(article: PublishedArticle): Html {
  const date = new Date(article.publishedAt);
  const { day, month, year } = splitVietnamTime(date);
  const words = `${day} ${englishWords.months[month - 1] ?? ""} ${year}`;
  return html`<time datetime="${formatIsoWithOffset(date)}">${words}</time>.
    ${englishWords.by(article.byline.authors.join(", "))}`;
}
