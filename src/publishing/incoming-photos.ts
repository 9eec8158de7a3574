import type { ArticleInput } from "../article/article-input.ts";
import type { ArticleContent } from "../article/article.ts";
import { photosInBody, replacePhotoReferences } from "../markdown/markdown.ts";
import { AppError } from "../errors.ts";
import type { ErrorCode, FieldError } from "../errors.ts";
import { findPhoto, readErased, readPhotos } from "../photo/photo-store.ts";
import { inspectPhoto, storePhoto } from "../photo/photo-upload.ts";
import type { Size } from "../photo/photo.ts";
import { sniffPhotoType } from "../photo/sniff.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";

/** A photo that came along: not stored yet, but its id and size are known from its bytes. */
type IncomingPhoto = Size & { id: string; name: string; bytes: Uint8Array<ArrayBuffer> };

/** An article whose photos are all named by id, and what is known of these photos. Nothing is stored yet. */
export type ResolvedArticle = {
  content: ArticleContent;
  incoming: IncomingPhoto[];
  sizes: ReadonlyMap<string, Size>;
};

/**
 * Looks at the photos that came along and puts ids in place of their file names. AppErrors: what inspectPhoto refuses, and
 * invalid for each reference to a photo that neither came along nor exists, or that Markdown does not read as a photo.
 */
export async function resolvePhotos(
  db: D1Database,
  { input, photos }: Pick<SentArticle, "input" | "photos">,
): Promise<ResolvedArticle> {
  const byName = new Map<string, IncomingPhoto>();
  for (const [name, bytes] of photos) {
    const seen = await withPhotoName(name, () => inspectPhoto(bytes));
    byName.set(name, { ...seen, name, bytes });
  }
  const content = replaceReferences(input, (reference) => byName.get(reference)?.id ?? null);
  const incoming = [...byName.values()];
  const references = listReferences(content);
  const stored = await readPhotos(
    db,
    references.map(({ id }) => id),
  );
  const sizes = new Map<string, Size>([
    ...stored,
    ...incoming.map((photo) => [photo.id, photo] as const),
  ]);
  const unknown = references.filter(({ id }) => !sizes.has(id));
  const errors = [
    ...(await findReferenceFaults(db, unknown)),
    ...findUnreadNames(content, incoming),
  ];
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  return { content, incoming, sizes };
}

/**
 * Stores the photos that came along, one after another: each is held in memory whole while it is worked on. Whatever may
 * still be refused comes before the first is stored: photos erased for good, and HEICs, which only show when they are
 * converted whether they can be.
 */
export async function storeIncoming(
  env: PhotoUploadEnv,
  incoming: IncomingPhoto[],
  ownerId: string,
): Promise<void> {
  for (const { name, id } of incoming) {
    if ((await findPhoto(env.DB, id)) === "erased")
      throw refusePhoto(name, "gone", photoWords.erased);
  }
  const [heics, others] = [incoming.filter(isHeic), incoming.filter((photo) => !isHeic(photo))];
  for (const { name, bytes } of [...heics, ...others]) {
    await withPhotoName(name, () => storePhoto(env, { bytes, credit: null, ownerId }));
  }
}

function isHeic({ bytes }: IncomingPhoto): boolean {
  return sniffPhotoType(bytes) === "image/heic";
}

/** Runs what refuses a photo as the field `file`, and names the part instead. */
async function withPhotoName<T>(name: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof AppError ? refusePhoto(name, error.code, error.message) : error;
  }
}

function refusePhoto(name: string, code: ErrorCode, message: string): AppError {
  return new AppError(code, message, [{ path: `photo[${name}]`, message }]);
}

/** A photo that a text names, and the words by which people know it there. */
type Reference = { path: string; id: string; words: string };

function listReferences({ body, leadPhoto }: ArticleContent): Reference[] {
  const inBody = photosInBody(body).map(({ ref, alt, caption }) => ({
    path: "body",
    id: ref,
    words: caption || alt,
  }));
  if (leadPhoto === null) return inBody;
  const { photo, alt, caption } = leadPhoto;
  return [{ path: "leadPhoto.photo", id: photo, words: caption || alt }, ...inBody];
}

/** What is wrong with each: who still shows a photo that was erased is told which one it is, not its id. */
async function findReferenceFaults(
  db: D1Database,
  unknown: readonly Reference[],
): Promise<FieldError[]> {
  const erased = await readErased(
    db,
    unknown.map(({ id }) => id),
  );
  return unknown.map(({ path, id, words }) => ({
    path,
    message: erased.has(id) ? articleWords.erasedPhoto(words) : articleWords.unknownPhoto(id),
  }));
}

/** Names that are left where ids should stand: `![…](photo:my cat.jpg)` is plain text, which readers would be shown. */
function findUnreadNames({ body }: ArticleContent, incoming: IncomingPhoto[]): FieldError[] {
  return incoming
    .filter(({ name }) => body.includes(`](photo:${name}`))
    .map(({ name }) => ({ path: "body", message: articleWords.unreadPhoto(name) }));
}

/** The text of an input, with references replaced where `readArticleId` knows better. */
function replaceReferences(
  input: ArticleInput,
  idOf: (reference: string) => string | null,
): ArticleContent {
  const { leadPhoto } = input;
  return {
    ...input,
    body: replacePhotoReferences(input.body, idOf),
    leadPhoto:
      leadPhoto === null ? null : { ...leadPhoto, photo: idOf(leadPhoto.photo) ?? leadPhoto.photo },
  };
}

/** Bytes: as many photos as an article may bring at once, in the memory that a Worker has. */
export const maxArticleBytes = 30_000_000;

/** Photos that an article may bring at once. */
export const maxPhotos = 30;

/** An article as somebody handed it in, with the photos that came along, by file name. `raw` is it before normalising. */
export type SentArticle = {
  input: ArticleInput;
  raw: unknown;
  photos: Map<string, Uint8Array<ArrayBuffer>>;
};
