import { maxPhotoWords } from "../article/article-input.ts";
import type { ArticleInput } from "../article/article-input.ts";
import type { ArticleContent } from "../article/article.ts";
import type { CheckedPhoto } from "../check/checked-article.ts";
import { listPhotos, replacePhotoReferences } from "../markdown/markdown.ts";
import { AppError } from "../errors.ts";
import type { ErrorCode, FieldError } from "../errors.ts";
import type { Actor } from "../people/person.ts";
import type { PhotoFacts } from "../photo/photo-facts.ts";
import { readErased, readPhotos } from "../photo/photo-store.ts";
import type { ReadContext } from "./permission.ts";
import { readUsablePhotos } from "./photo-right.ts";
import { inspectPhoto, makeReadyPhoto, storeReadyPhoto } from "../photo/photo-upload.ts";
import type { Size } from "../photo/photo.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import type { PhotoUploadEnv, ReadyPhoto } from "../photo/photo-upload.ts";

/** A photo of the request: not stored yet, but its id and size are known from its bytes. */
type IncomingPhoto = Size & SentPhoto & { id: string; name: string };

/** An article that names all its photos by id, and what is known of these photos. Nothing is stored yet. */
export type ResolvedArticle = {
  content: ArticleContent;
  incoming: IncomingPhoto[];
  known: ReadonlyMap<string, CheckedPhoto>;
};

/**
 * Inspects the photos of the request and replaces their file names by ids. AppErrors: those of inspectPhoto; invalid
 * for each reference to a photo that is not in the request and that the actor may not use, or that Markdown does not read as
 * a photo, and for words of a photo that are too long.
 */
export async function resolvePhotos(
  context: ReadContext,
  articleId: string,
  { input, photos }: Pick<SentArticle, "input" | "photos">,
): Promise<ResolvedArticle> {
  const byName = new Map<string, IncomingPhoto>();
  for (const [name, sent] of photos) {
    const seen = await addPhotoName(name, () => inspectPhoto(sent.bytes));
    byName.set(name, { ...seen, ...sent, name });
  }
  const content = replaceReferences(input, (reference) => byName.get(reference)?.id ?? null);
  const incoming = [...byName.values()];
  const references = listReferences(content);
  const stored = await readUsablePhotos(
    context,
    articleId,
    references.map(({ id }) => id),
  );
  const sentBefore = await readPhotos(
    context.db,
    incoming.map(({ id }) => id),
  );
  const known = new Map<string, CheckedPhoto>([
    ...incoming.map(({ id, width, height, facts }) => {
      return [id, { width, height, usableUntil: facts.usableUntil ?? null }] as const;
    }),
    ...sentBefore,
    ...stored,
  ]);
  const unknown = references.filter(({ id }) => !known.has(id));
  const errors = [
    ...(await findReferenceFaults(context.db, unknown)),
    ...findUnreadNames(content, incoming),
    ...findLongWords(content),
  ];
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  return { content, incoming, known };
}

/**
 * Stores the photos of the request. All are made ready before the first is stored, because until then one may still be
 * refused: an erased photo, or one that cannot be decoded. AppErrors: those of storePhoto.
 */
export async function storeIncoming(
  env: PhotoUploadEnv,
  incoming: IncomingPhoto[],
  sender: Actor,
): Promise<void> {
  const ready: { photo: ReadyPhoto; facts: Partial<PhotoFacts> }[] = [];
  for (const { name, bytes, facts } of incoming) {
    ready.push({ photo: await addPhotoName(name, () => makeReadyPhoto(env, bytes)), facts });
  }
  for (const { photo, facts } of ready) await storeReadyPhoto(env, photo, { sender, ...facts });
}

/** Runs `act`, which names the field `file` when it refuses a photo, and names the part of the request instead. */
async function addPhotoName<T>(name: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof AppError ? refusePhoto(name, error.code, error.message) : error;
  }
}

function refusePhoto(name: string, code: ErrorCode, message: string): AppError {
  return new AppError(code, message, [{ path: `photo[${name}]`, message }]);
}

/** A reference to a photo in a text. `words` are its caption or alt text, by which people know it. */
type Reference = { path: string; id: string; words: string };

function listReferences({ body, leadPhoto }: ArticleContent): Reference[] {
  const inBody = listPhotos(body).map(({ ref, alt, caption }) => ({
    path: "body",
    id: ref,
    words: caption || alt,
  }));
  if (leadPhoto === null) return inBody;
  const { photo, alt, caption } = leadPhoto;
  return [{ path: "leadPhoto.photo", id: photo, words: caption || alt }, ...inBody];
}

/**
 * The errors for references to photos that do not exist. An erased photo is named by its words, because its id tells
 * people nothing.
 */
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

/** The file names that Markdown did not read as photos: `![…](photo:my cat.jpg)` is plain text, which readers would see. */
function findUnreadNames({ body }: ArticleContent, incoming: IncomingPhoto[]): FieldError[] {
  return incoming
    .filter(({ name }) => body.includes(`](photo:${name}`))
    .map(({ name }) => ({ path: "body", message: articleWords.unreadPhoto(name) }));
}

/** The words of photos in the body that are too long. ArticleInput bounds those of the lead photo. */
function findLongWords({ body }: ArticleContent): FieldError[] {
  const words = listPhotos(body).flatMap(({ alt, caption }) => [
    { text: alt, max: maxPhotoWords.alt },
    { text: caption ?? "", max: maxPhotoWords.caption },
  ]);
  return words
    .filter(({ text, max }) => text.length > max)
    .map(({ text, max }) => ({
      path: "body",
      message: articleWords.photoWordsTooLong(text.slice(0, 60), max),
    }));
}

/** The content with each reference replaced for which `findId` returns an id. */
function replaceReferences(
  input: ArticleInput,
  findId: (reference: string) => string | null,
): ArticleContent {
  const { leadPhoto } = input;
  return {
    ...input,
    body: replacePhotoReferences(input.body, findId),
    leadPhoto:
      leadPhoto === null
        ? null
        : { ...leadPhoto, photo: findId(leadPhoto.photo) ?? leadPhoto.photo },
  };
}

/** A photo of a request, and what is said about it. A photo that is stored already keeps its first facts. */
type SentPhoto = { bytes: Uint8Array<ArrayBuffer>; facts: Partial<PhotoFacts> };

/** An article as a client sent it, with its photos by file name. `raw` is the article JSON before normalising. */
export type SentArticle = {
  input: ArticleInput;
  raw: unknown;
  photos: ReadonlyMap<string, SentPhoto>;
};
