import { readAtAddress, readWholeAtAddress } from "../published/published-store.ts";
import type { ArticleAtAddress, MissingArticle } from "../published/published-store.ts";
import { readCurrent } from "../publishing/rebuild.ts";
import type { PublishedArticle } from "../published/published.ts";
import type { AppContext } from "../context.ts";
import { cachePublicly, answerPublicly } from "../edge-cache/caching-policy.ts";
import { computeEtag } from "../edge-cache/etag.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { articlePath, downloadPath, englishPath, printPath } from "../addresses/public.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { signView } from "./count-view.ts";
import { renderArticlePage } from "./article-page.ts";
import { streamSelfContained } from "./download.ts";
import { renderEnglishPage } from "./english-page.ts";
import { htmlType } from "../html/page.ts";
import { findFrameOrigins } from "../html/video-card.ts";
import { renderDownloadPage, renderPrintPage } from "./print-page.ts";

type Found = Extract<ArticleAtAddress, { kind: "article" }>;

/** GET /bai-viet/:slug: the article; a former slug leads on, a withdrawn article answers 410. */
export async function getArticlePage(c: AppContext): Promise<Response> {
  const found = await readAtAddress(c.env.DB, readSlug(c));
  if (found.kind !== "article") return answerMissing(found, articlePath);
  const { viewSampling } = c.var.site;
  const signedView =
    viewSampling === null ? null : signView(c.env.TOKEN_KEY, found.article.id, viewSampling);
  const page = renderArticlePage(c.var.site, { ...found, signedView });
  c.set("frameOrigins", findFrameOrigins(page));
  return answerPublicly(page, htmlType, [...listPageTags(found), tags.site]);
}

/** GET /bai-viet/:slug/ban-in: for paper. */
export async function getPrintPage(c: AppContext): Promise<Response> {
  const found = await readWholeArticle(c);
  if (found.kind !== "article") return answerMissing(found, printPath);
  const own = [tags.article(found.article.id), tags.site];
  return answerPublicly(renderPrintPage(c.var.site, found.article, found.labels), htmlType, own);
}

/** GET /bai-viet/:slug/en: its summary in English, where somebody has written one. */
export async function getEnglishPage(c: AppContext): Promise<Response> {
  const found = await readAtAddress(c.env.DB, readSlug(c));
  if (found.kind !== "article") return answerMissing(found, englishPath);
  const { article, sections } = found;
  if (article.english === null) throw new AppError("not-found", readingWords.errors[404].title);
  const page = renderEnglishPage(c.var.site, sections, article, article.english);
  return answerPublicly(page, htmlType, [tags.article(article.id), tags.site]);
}

/** GET /bai-viet/:slug/tai-ve: the article as one file to keep. */
export async function getDownload(c: AppContext): Promise<Response> {
  const found = await readWholeArticle(c);
  if (found.kind !== "article") return answerMissing(found, downloadPath);
  const { article, labels } = found;
  const page = renderDownloadPage(c.var.site, article, labels);
  // A photo never changes under its id, so the photos' rows tell their bytes, too.
  const etag = await computeEtag(new TextEncoder().encode(JSON.stringify(page)));
  const headers = { "content-type": htmlType, "content-disposition": attachment(article), etag };
  const file = streamSelfContained(page, c.var.site.baseUrl, c.env.PHOTOS);
  const photos = page.flatMap((piece) => (typeof piece === "string" ? [] : [tags.photo(piece.id)]));
  return cachePublicly(new Response(file, { headers }), "page", [
    tags.article(article.id),
    tags.site,
    ...new Set(photos),
  ]);
}

/** Names the file twice (RFC 6266): in ASCII for every browser, and by the title as it is written. */
function attachment({ slug, title }: PublishedArticle): string {
  // Characters that no file system accepts, and others that RFC 8187 wants escaped.
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, " ").trim();
  const escaped = encodeURIComponent(`${plain.slice(0, 120).trim()}.html`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${slug}.html"; filename*=UTF-8''${escaped}`;
}

function readWholeArticle(c: AppContext) {
  return readCurrent(
    c.env.DB,
    () => readWholeAtAddress(c.env.DB, readSlug(c)),
    (found) => (found.kind === "article" ? [found.article] : []),
  );
}

function readSlug(c: AppContext): string {
  return c.req.param("slug") ?? "";
}

/** The cache tags of an article page: of each article that it shows or links, and of its topic. */
function listPageTags({ article, related, newer, older, topic }: Found): string[] {
  const others = topic?.others ?? [];
  const linked = [article, ...related, newer, older, ...others].filter((card) => card !== null);
  const picture = topic?.picture ?? null;
  const topicTags = [
    ...(topic === null ? [] : [tags.tag(topic.slug)]),
    ...(picture === null ? [] : [tags.photo(picture.id)]),
  ];
  return [...new Set(linked.map((card) => tags.article(card.id))), ...topicTags];
}

/** Where a text is that does not stand at its address. AppErrors not-found, gone. */
export function answerMissing(found: MissingArticle, pathOf: (slug: string) => string): Response {
  if (found.kind === "unknown") throw new AppError("not-found", readingWords.errors[404].title);
  if (found.kind === "gone") throw new AppError("gone", readingWords.errors[410].title);
  const headers = { location: pathOf(found.slug) };
  return cachePublicly(new Response(null, { status: 301, headers }), "page", [
    tags.article(found.id),
  ]);
}
