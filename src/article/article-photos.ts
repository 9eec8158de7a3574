import type { ArticleContent, LeadPhoto } from "./article.ts";
import { commit } from "./commit.ts";
import { indexPhotoUses, readUnindexedArticles } from "./photo-use-store.ts";
import type { PhotoUse } from "./photo-use-store.ts";
import { listPhotos } from "../markdown/markdown.ts";
import { listPhotosNamedInBody } from "../markdown/remove-photos.ts";
import { fold } from "../vietnamese/fold.ts";

/** Every use of a photo in a text, in order; a photo may appear more than once. */
export function listPhotoUses({ leadPhoto, body }: ArticleContent): PhotoUse[] {
  const inBody = listPhotos(body).map(({ ref, alt, caption }, index) =>
    toPhotoUse(index + 1, { photo: ref, alt, caption, credit: null }),
  );
  return leadPhoto === null ? inBody : [toPhotoUse(0, leadPhoto), ...inBody];
}

/** The lead photo with the words that readers see. */
export type DescribedLead = LeadPhoto & { isInBody: boolean };

/**
 * The photo that lists, feeds and shared links show: the lead photo, or else the first photo of the body. A lead photo that the
 * body shows, too, has the words of its first use there where its own are blank.
 */
export function describeLead({
  leadPhoto,
  body,
}: Pick<ArticleContent, "leadPhoto" | "body">): DescribedLead | null {
  const uses = listPhotos(body);
  if (leadPhoto === null) {
    const [first] = uses;
    if (first === undefined) return null;
    const { ref: photo, alt, caption } = first;
    return { photo, alt, caption, credit: null, isInBody: true };
  }
  const use = uses.find(({ ref }) => ref === leadPhoto.photo);
  return {
    ...leadPhoto,
    alt: leadPhoto.alt || (use?.alt ?? ""),
    caption: leadPhoto.caption ?? use?.caption ?? null,
    isInBody: use !== undefined,
  };
}

/** The ids of the photos of a text, each once, the lead photo first. */
export function listPhotoIds({
  leadPhoto,
  body,
}: Pick<ArticleContent, "leadPhoto" | "body">): string[] {
  const inBody = listPhotos(body).map((photo) => photo.ref);
  return [...new Set(leadPhoto === null ? inBody : [leadPhoto.photo, ...inBody])];
}

/** The ids of all photos that a text names, also where it shows none of them, as in the address of a link. */
export function listNamedPhotoIds({
  leadPhoto,
  body,
}: Pick<ArticleContent, "leadPhoto" | "body">): string[] {
  const inBody = listPhotosNamedInBody(body);
  return [...new Set(leadPhoto === null ? inBody : [leadPhoto.photo, ...inBody])];
}

/** How many articles one minute of the clock can index. */
const articlesPerStep = 50;

/**
 * Indexes the photo uses of articles that were saved before the index existed, step by step, each minute. When all are
 * done this only reads an empty index. New saves index themselves.
 */
export async function rebuildPhotoUses(db: D1Database): Promise<void> {
  const articles = await readUnindexedArticles(db, articlesPerStep);
  if (articles.length === 0) return;
  await commit(
    { db, actor: null },
    articles.flatMap((article) => indexPhotoUses(db, article, listPhotoUses(article.content))),
  );
}

function toPhotoUse(place: number, words: Omit<PhotoUse, "place" | "folded">): PhotoUse {
  const { photo, alt, caption, credit } = words;
  const folded = fold([alt, caption ?? "", credit ?? ""].join(" "));
  return { place, photo, alt, caption, credit, folded };
}
