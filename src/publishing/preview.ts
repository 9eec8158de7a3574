import { readArticle } from "../article/article-store.ts";
import type { Article, ArticleContent, Section } from "../article/article.ts";
import { listLabels, readLabelSlugs } from "../published/label-store.ts";
import type { Label } from "../published/label-store.ts";
import { readNeighbours } from "../published/neighbour-store.ts";
import type { Neighbours } from "../published/neighbour-store.ts";
import { findPosition } from "../published/position.ts";
import type { PublishedArticle, PublishedBody } from "../published/published.ts";
import { readVersion } from "../article/version-store.ts";
import { readWorkingCopy } from "../article/working-copy-store.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { reviewWords } from "../vietnamese/words/review.ts";
import { readCorrections } from "../published/correction-store.ts";
import { readArticleToEdit } from "./permission.ts";
import type { ReadContext } from "./permission.ts";
import { projectVersion } from "./projection.ts";
import { findUpdateTime } from "./release.ts";
import type { Projection } from "../published/projection-store.ts";

/** A text to preview. */
export type PreviewedText = {
  article: Article;
  content: ArticleContent;
  /** Null when the text is not saved as a version yet. */
  version: number | null;
  /** When it was saved, ms. */
  savedAt: number;
};

/** The page as readers would see it. `photos` are the ids of the text's own photos, which may not be public. */
export type Preview = Neighbours & {
  article: PublishedArticle;
  body: PublishedBody;
  labels: Label[];
  photos: string[];
};

/**
 * Reads what to preview for somebody who may edit the article: the named version, or else their working copy, or else
 * the newest version. AppError not-found.
 */
export async function readPreviewedText(
  { db, actor }: ReadContext,
  id: string,
  version: number | null,
): Promise<PreviewedText> {
  const article = await readArticleToEdit({ db, actor }, id);
  if (version !== null) return readVersionedText(db, article, version);
  const copy = await readWorkingCopy(db, { articleId: id, personId: actor.id });
  if (copy === null) return readVersionedText(db, article, article.version);
  return { article, content: copy.content, version: null, savedAt: copy.savedAt };
}

/** Reads the version that a preview link names. AppError not-found. */
export async function readLinkedText(
  db: D1Database,
  id: string,
  version: number,
): Promise<PreviewedText> {
  const article = await readArticle(db, id);
  if (article === null) throw new AppError("not-found", articleWords.notFound);
  return readVersionedText(db, article, version);
}

async function readVersionedText(
  db: D1Database,
  article: Article,
  version: number,
): Promise<PreviewedText> {
  const found = await readVersion(db, article.id, version);
  if (found === null) throw new AppError("not-found", articleWords.versionNotFound(version));
  return { article, content: found.content, version, savedAt: found.createdAt };
}

/** Builds the page that readers would see if this text were published now. Missing parts are named or left out. */
export async function buildPreview(
  db: D1Database,
  text: PreviewedText,
  now: number,
): Promise<Preview> {
  const { article, content } = text;
  const publishedAt = article.publishedAt ?? article.scheduledAt ?? now;
  const slugs = await readLabelSlugs(db, [content]);
  const labels = listLabels(content, slugs);
  const shownVersion = {
    articleId: article.id,
    kind: article.kind,
    version: text.version ?? article.version,
    slug: article.slug,
    content: { ...content, section: content.section ?? "" },
    publishedAt,
    updatedAt: await findUpdateTime(db, article, text, now),
  };
  const [projection, corrections, neighbours] = await Promise.all([
    projectVersion(db, shownVersion, slugs),
    readCorrections(db, article.id),
    readNeighbours(db, {
      articleId: article.id,
      position: findPosition(publishedAt),
      section: content.section,
      tags: labels.filter(({ kind }) => kind === "tag").map(({ slug }) => slug),
    }),
  ]);
  const shown = toPublishedArticle(projection, neighbours.sections);
  return {
    ...neighbours,
    article: { ...shown, corrections },
    labels,
    body: projection.body,
    photos: projection.photos,
  };
}

/** The article as pages show it, without its corrections. */
export function toPublishedArticle(
  projection: Projection,
  sections: readonly Section[],
): Omit<PublishedArticle, "corrections"> {
  const { content, publishedAt, section: slug } = projection;
  const { title, lede, genre, byline, tags, source, english } = content;
  return {
    position: findPosition(publishedAt),
    id: projection.articleId,
    slug: projection.slug,
    section: sections.find((section) => section.slug === slug) ?? {
      slug: slug ?? "",
      name: reviewWords.noSection,
    },
    title: title === "" ? newsroomWords.untitled : title,
    lede,
    genre,
    byline,
    tags,
    source,
    english,
    ai: projection.ai,
    documents: projection.documents,
    recordings: projection.body.recordings,
    publishedAt,
    version: projection.version,
    updatedAt: projection.updatedAt,
    html: projection.body.html,
    leadPhoto: projection.leadPhoto,
  };
}
