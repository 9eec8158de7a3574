import * as v from "valibot";
import { ArticleInput, maxPhotoWords } from "../article/article-input.ts";
import type { Article, ArticleContent } from "../article/article.ts";
import { readVersion } from "../article/version-store.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { listPhotos } from "../markdown/markdown.ts";
import { replacePhotoWords } from "../markdown/photo-words.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";
import { saveDraft } from "./draft.ts";
import type { ActContext } from "./permission.ts";
import { parseWith } from "../request/parse.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { mediaWords } from "../vietnamese/words/media.ts";

/** New words for a photo in one place of an article. An empty `caption` means none. */
export type Rewording = {
  photoId: string;
  /** 0 is the lead photo; the others follow in the order of the text. */
  place: number;
  /** The newest version that the actor has seen. */
  version: number;
  alt: string;
  caption: string;
};

/**
 * Saves a new version of the article with other words for one photo; returns false when nothing changes. AppErrors as
 * saveDraft; conflict when the actor has not seen the newest version; not-found when the article does not show the
 * photo in this place; invalid for words that are too long or missing.
 */
export async function rewordPhoto(
  env: PhotoUploadEnv,
  act: ActContext,
  article: Article,
  rewording: Rewording,
): Promise<boolean> {
  if (rewording.version !== article.version) {
    throw new AppError("conflict", mediaWords.wordsStale(article.version));
  }
  const errors = findWordFaults(rewording);
  if (errors.length > 0) throw new AppError("invalid", mediaWords.wordsNotSaved, errors);
  const newest = await readVersion(act.db, article.id, article.version);
  if (newest === null) {
    throw new AppError("not-found", articleWords.versionNotFound(article.version));
  }
  const { content } = newest;
  const input = replaceWords(content, rewording);
  if (JSON.stringify(input) === JSON.stringify(content)) return false;
  parseWith(v.object({ body: ArticleInput.entries.body }), input);
  const sent = { input, raw: input, photos: new Map() };
  const saving = { reason: mediaWords.wordsReason, also: () => [] };
  await saveDraft(env, act, article, sent, saving);
  return true;
}

function findWordFaults({ alt, caption }: Rewording): FieldError[] {
  const tooLong = (field: keyof typeof maxPhotoWords, text: string) =>
    text.length > maxPhotoWords[field]
      ? [{ path: field, message: requestWords.tooLong(maxPhotoWords[field]) }]
      : [];
  const noAlt = alt === "" ? [{ path: "alt", message: mediaWords.altNeeded }] : [];
  return [...noAlt, ...tooLong("alt", alt), ...tooLong("caption", caption)];
}

function replaceWords(content: ArticleContent, rewording: Rewording): ArticleContent {
  const { photoId, place, alt } = rewording;
  const { leadPhoto, body } = content;
  const caption = rewording.caption === "" ? null : rewording.caption;
  const shown = place === 0 ? leadPhoto?.photo : listPhotos(body)[place - 1]?.ref;
  if (shown !== photoId) throw new AppError("not-found", mediaWords.notInPlace);
  if (place === 0 && leadPhoto !== null) {
    return { ...content, leadPhoto: { ...leadPhoto, alt, caption } };
  }
  const changed = replacePhotoWords(body, place - 1, { alt, caption });
  if (changed === null) throw new AppError("invalid", mediaWords.wordsOnlyInArticle);
  return { ...content, body: changed };
}
