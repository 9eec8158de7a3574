import { pagePath } from "../addresses/public.ts";
import type { Section } from "../article/article.ts";
import { describePage, renderJsonLd } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { html, raw, type Html } from "../html/template.ts";
import { choosePhotoAboveText } from "../published/published-body.ts";
import type { PublishedPage } from "../published/published.ts";
import type { Site } from "../site.ts";
import { formatIsoWithOffset } from "../vietnamese/dates.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { describeRecordings } from "./article-head.ts";
import type { PreviewParts } from "./article-page.ts";
import {
  renderAiNote,
  renderCorrections,
  renderLeadFigure,
  renderReadingTools,
} from "./article-parts.ts";
import { renderDocuments } from "./document-list.ts";
import { standingStyle } from "./page-styles.ts";

/** A standing page: like an article, without what only news needs: time, sharing, byline and neighbours. */
export function renderStandingPage(
  site: Site,
  { page, sections }: { page: PublishedPage; sections: readonly Section[] },
  preview: PreviewParts | null = null,
): string {
  return renderPage(site, sections, {
    title: page.title,
    style: standingStyle,
    head: html`${renderHead(site, page)}${preview?.head ?? null}`,
    banner: preview?.banner ?? null,
    current: pagePath(page.slug),
    main: renderText(page, preview),
  });
}

function renderHead(site: Site, page: PublishedPage): Html {
  const { title, lede, leadPhoto: photo, slug, version, publishedAt, updatedAt } = page;
  const path = pagePath(slug);
  const description = lede === "" ? `${title} – ${site.name}` : lede;
  return html`${describePage(site, { title, description, path, type: "website", photo })}
  ${renderJsonLd({
    "@context": "https://schema.org",
    "@type": "WebPage",
    url: site.baseUrl + path,
    name: title,
    description,
    inLanguage: "vi",
    version,
    datePublished: formatIsoWithOffset(new Date(publishedAt)),
    dateModified: formatIsoWithOffset(new Date(updatedAt ?? publishedAt)),
    ...describeRecordings(site, page, description),
    publisher: {
      "@type": "GovernmentOrganization",
      name: site.agency.name,
      url: `${site.baseUrl}/`,
    },
  })}`;
}

function renderText(page: PublishedPage, preview: PreviewParts | null): Html {
  return html`<article class="article wrap">
    <header class="article-head">
      <nav class="breadcrumb" aria-label="${readingWords.breadcrumb}">
        <ol>
          <li><a href="/">${readingWords.home}</a></li>
        </ol>
      </nav>
      <h1>${page.title}</h1>
      <div class="article-tools">${renderReadingTools()}</div>
    </header>
    ${page.lede === "" ? null : html`<p class="article-lede">${page.lede}</p>`}
    ${renderAiNote(page)} ${renderLeadFigure(choosePhotoAboveText(page), preview?.writeAddress)}
    <div class="article-body">${raw(page.html)}</div>
    ${renderDocuments(page.documents, preview?.writeDocument)} ${renderCorrections(page)}
  </article>`;
}
