import type { PublishedArticle } from "../published/published.ts";
import { articlePath } from "../addresses/public.ts";
import { bareDocument, icons } from "../html/page.ts";
import { qrCode } from "../html/qr-code.ts";
import { html, raw, type Html } from "../html/template.ts";
import { fullTime } from "../html/time.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { byline, corrections, leadFigure, source } from "./article-parts.ts";
import { printStyle } from "./page-styles.ts";

/** The article for paper: no navigation, no script, its address written out and as a QR code. */
export function printPage(site: Site, article: PublishedArticle): string {
  const address = site.baseUrl + articlePath(article.slug);
  const back = html`<p class="screen-only">
    <a href="${articlePath(article.slug)}">← ${readingWords.backToArticle}</a>
  </p>`;
  return bareDocument({
    title: `${article.title} | ${site.name}`,
    head: html`<link rel="canonical" href="${address}" />
      <meta name="robots" content="noindex" />
      ${icons()} ${printStyle.element}`,
    body: plainArticle(site, article, back),
  });
}

/** The article to keep as a file: nothing in it needs a network but its links, and the photos that are still to be put in. */
export function keptPage(site: Site, article: PublishedArticle): string {
  return bareDocument({
    title: `${article.title} | ${site.name}`,
    head: html`<link rel="canonical" href="${site.baseUrl + articlePath(article.slug)}" />
      ${printStyle.element}`,
    body: plainArticle(site, article, null),
  });
}

function plainArticle(site: Site, article: PublishedArticle, navigation: Html | null): Html {
  const address = site.baseUrl + articlePath(article.slug);
  return html`<header class="print-head">
      <p><b>${site.name}</b> – ${site.agency.name}</p>
      ${navigation}
    </header>
    <main>${printedArticle(article)}</main>
    <footer class="print-foot">
      <div>
        <p>${readingWords.printedFrom} <a href="${address}">${address}</a></p>
        <p>${readingWords.attribution(site.name)}</p>
      </div>
      ${qrCode(address, readingWords.qrCode)}
    </footer>`;
}

function printedArticle(article: PublishedArticle): Html {
  return html`<article>
    <h1>${article.title}</h1>
    <p class="article-time">${fullTime(article.publishedAt)}</p>
    <p class="article-lede">${article.lede}</p>
    ${leadFigure(article)}
    <div class="article-body">${raw(withoutLazyPhotos(article.html))}</div>
    ${corrections(article)} ${byline(article)} ${source(article)}
  </article>`;
}

/** A photo not scrolled to would be missing on paper. In our HTML only the renderer writes these quotes. */
function withoutLazyPhotos(body: string): string {
  return body.replaceAll('loading="lazy"', 'loading="eager"');
}
