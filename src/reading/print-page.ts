import { rewriteBody, choosePhotoAboveText } from "../published/published-body.ts";
import type { Label } from "../published/label-store.ts";
import type { PublishedPhoto, WholeArticle } from "../published/published.ts";
import { articlePath } from "../addresses/public.ts";
import { renderDocument, renderIconLinks } from "../html/page.ts";
import { renderPhotoFigure, renderPicture } from "../html/picture.ts";
import { renderQrCode } from "../html/qr-code.ts";
import { html, raw, type Html } from "../html/template.ts";
import { renderFullTime } from "../html/time.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { renderPrintedDocuments } from "./document-list.ts";
import { renderAiNote, renderByline, renderCorrections, renderSource } from "./article-parts.ts";
import { printStyle } from "./page-styles.ts";

/** The article for paper: without navigation and script, with its address in full and as a QR code. */
export function renderPrintPage(
  site: Site,
  article: WholeArticle,
  labels: readonly Label[],
): string {
  const address = site.baseUrl + articlePath(article.slug);
  const back = html`<p class="screen-only">
    <a href="${articlePath(article.slug)}">← ${readingWords.backToArticle}</a>
  </p>`;
  const above = choosePhotoAboveText(article);
  return renderDocument({
    title: `${article.title} | ${site.name}`,
    head: html`<link rel="canonical" href="${address}" />
      <meta name="robots" content="noindex" />
      ${renderIconLinks()} ${printStyle.element}`,
    body: renderPlainArticle(site, article, {
      labels,
      origin: "",
      baseUrl: site.baseUrl,
      navigation: back,
      // Paper shows addresses of links in full.
      body: rewriteBody(article, { origin: site.baseUrl, page: "" }, (photo) =>
        renderPaperPhoto(photo).toString(),
      ),
      leadImage: above === null ? null : renderPaperPhoto(above),
    }),
  });
}

/** On paper a photo must not wait until a reader scrolls to it. */
function renderPaperPhoto(photo: PublishedPhoto): Html {
  return renderPicture(photo, { sizes: "100vw", loading: "eager" });
}

/** A page in pieces: photos that are still to be put in, between pieces of HTML. */
export type PagePiece = string | PublishedPhoto;

/** The article to keep as a file: once its photos are put in, only its links need a network. */
export function renderDownloadPage(
  site: Site,
  article: WholeArticle,
  labels: readonly Label[],
): PagePiece[] {
  const photos: PublishedPhoto[] = [];
  // Templates escape every `<` that an author writes, so only this function writes such a mark.
  const mark = (photo: PublishedPhoto): string => `<photo ${photos.push(photo) - 1}>`;
  const above = choosePhotoAboveText(article);
  const leadImage = above === null ? null : raw(mark(above));
  const body = rewriteBody(article, { origin: site.baseUrl, page: "" }, mark);
  const parts = {
    labels,
    origin: site.baseUrl,
    baseUrl: site.baseUrl,
    navigation: null,
    body,
    leadImage,
  };
  const page = downloadDocument(site, article, parts);
  return page.split(/<photo (\d+)>/).map((piece, index) => {
    return index % 2 === 0 ? piece : (photos[Number(piece)] ?? "");
  });
}

function downloadDocument(site: Site, article: WholeArticle, parts: PlainParts): string {
  return renderDocument({
    title: `${article.title} | ${site.name}`,
    head: html`<link rel="canonical" href="${site.baseUrl + articlePath(article.slug)}" />
      ${printStyle.element}`,
    body: renderPlainArticle(site, article, parts),
  });
}

/** What differs between the page for paper and the one to keep. */
type PlainParts = {
  labels: readonly Label[];
  /** Before site-relative addresses: empty on the site itself. */
  origin: string;
  /** Before the addresses that paper shows. */
  baseUrl: string;
  navigation: Html | null;
  body: string;
  leadImage: Html | null;
};

function renderPlainArticle(site: Site, article: WholeArticle, parts: PlainParts): Html {
  const address = site.baseUrl + articlePath(article.slug);
  return html`<header class="print-head">
      <p><b>${site.name}</b> – ${site.agency.name}</p>
      ${parts.navigation}
    </header>
    <main>${renderPrintedArticle(article, parts)}</main>
    <footer class="print-foot">
      <div>
        <p>${readingWords.printedFrom} <a href="${address}">${address}</a></p>
        <p>${readingWords.attribution(site.name)}</p>
      </div>
      ${renderQrCode(address, readingWords.qrCode)}
    </footer>`;
}

function renderPrintedArticle(article: WholeArticle, parts: PlainParts): Html {
  const { labels, origin, body, leadImage } = parts;
  return html`<article>
    <h1>${article.title}</h1>
    <p class="article-time">${renderFullTime(article.publishedAt)}</p>
    <p class="article-lede">${article.lede}</p>
    ${renderAiNote(article)} ${renderLeadFigure(article, { origin, leadImage })}
    <div class="article-body">${raw(body)}</div>
    ${renderPrintedDocuments(article.documents, parts.baseUrl)} ${renderCorrections(article)}
    ${renderByline(article, labels, origin)} ${renderSource(article, origin)}
  </article>`;
}

function renderLeadFigure(
  article: WholeArticle,
  { origin, leadImage }: Pick<PlainParts, "origin" | "leadImage">,
): Html | null {
  const above = choosePhotoAboveText(article);
  if (above === null || leadImage === null) return null;
  return renderPhotoFigure(above, leadImage, "photo lead-photo", (path) => origin + path);
}
