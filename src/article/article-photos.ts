import type { ArticleContent } from "./article.ts";
import { commit } from "./commit.ts";
import { indexPhotoUses, readUnindexedArticles } from "./photo-use-store.ts";
import type { PhotoUse } from "./photo-use-store.ts";
import { photosInBody } from "../markdown/markdown.ts";
import { fold } from "../vietnamese/fold.ts";

/** Every photo that a text shows, as often as it shows it. */
export function listPhotoUses({ leadPhoto, body }: ArticleContent): PhotoUse[] {
  const inBody = photosInBody(body).map(({ ref, alt, caption }, index) =>
    toPhotoUse(index + 1, { photo: ref, alt, caption, credit: null }),
  );
  return leadPhoto === null ? inBody : [toPhotoUse(0, leadPhoto), ...inBody];
}

/** The ids of every photo that a text uses, each once, the lead photo first. */
export function listPhotoIds({
  leadPhoto,
  body,
}: Pick<ArticleContent, "leadPhoto" | "body">): string[] {
  const inBody = photosInBody(body).map((photo) => photo.ref);
  return [...new Set(leadPhoto === null ? inBody : [leadPhoto.photo, ...inBody])];
}

/** So many articles at a time, which a minute of the clock has time for. */
const articlesPerStep = 50;

/**
 * Notes which photos articles show that were saved before that was noted. The clock does it step by step; once all are
 * done it costs one look at an empty index. What is saved meanwhile notes its own.
 */
export async function rebuildPhotoUses(db: D1Database): Promise<void> {
  const articles = await readUnindexedArticles(db, articlesPerStep);
  if (articles.length === 0) return;
  await commit(
    db,
    articles.flatMap((article) => indexPhotoUses(db, article, listPhotoUses(article.content))),
  );
}

function toPhotoUse(place: number, words: Omit<PhotoUse, "place" | "folded">): PhotoUse {
  const { photo, alt, caption, credit } = words;
  const folded = fold([alt, caption ?? "", credit ?? ""].join(" "));
  return { place, photo, alt, caption, credit, folded };
}
