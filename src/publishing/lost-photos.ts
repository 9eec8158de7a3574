import type { ArticleContent } from "../article/article.ts";
import { photosInBody } from "../markdown/markdown.ts";
import { removePhotos } from "../markdown/remove-photos.ts";
import { readPhotos } from "../photo/photo-store.ts";
import { photoIdsOf } from "./proofreading.ts";

/** Words for each photo of a text that is no longer stored: its caption, its alt or the beginning of its id. */
export async function lostPhotos(db: D1Database, content: ArticleContent): Promise<string[]> {
  const stored = await readPhotos(db, photoIdsOf(content));
  const { leadPhoto, body } = content;
  const lead = leadPhoto === null ? [] : [{ ...leadPhoto, ref: leadPhoto.photo }];
  return [...lead, ...photosInBody(body)]
    .filter(({ ref }) => !stored.has(ref))
    .map(({ caption, alt, ref }) => caption || alt || ref.slice(0, 8));
}

/** A text without the photos that are no longer stored, their captions included. */
export async function withoutLostPhotos(
  db: D1Database,
  content: ArticleContent,
): Promise<ArticleContent> {
  return withPhotos(content, await readPhotos(db, photoIdsOf(content)));
}

/** A text with these of its photos and no others. */
export function withPhotos(
  content: ArticleContent,
  stored: { has: (id: string) => boolean },
): ArticleContent {
  if (photoIdsOf(content).every((id) => stored.has(id))) return content;
  const { leadPhoto, body } = content;
  return {
    ...content,
    leadPhoto: leadPhoto !== null && stored.has(leadPhoto.photo) ? leadPhoto : null,
    body: removePhotos(body, (id) => !stored.has(id)),
  };
}
