import type { ArticleInput } from "../article/article-input.ts";
import type { ArticleContent } from "../article/article.ts";
import { photosInBody, replacePhotoReferences } from "../article/markdown.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { readPhotos } from "../photo/photo-store.ts";
import { inspectPhoto, storePhoto } from "../photo/photo-upload.ts";
import type { Size } from "../photo/photo.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import type { ArticleRequest } from "./article-request.ts";

/** A photo that came along: not stored yet, but its id and size are known from its bytes. */
type IncomingPhoto = Size & { id: string; bytes: Uint8Array<ArrayBuffer> };

/** An article whose photos are all named by id, and what is known of these photos. Nothing is stored yet. */
export type ResolvedArticle = {
  content: ArticleContent;
  incoming: IncomingPhoto[];
  sizes: ReadonlyMap<string, Size>;
};

/**
 * Looks at the photos that came along and puts ids in place of their file names. AppErrors: what inspectPhoto refuses, and
 * invalid for each reference to a photo that neither came along nor exists.
 */
export async function resolvePhotos(
  db: D1Database,
  { input, photos }: ArticleRequest,
): Promise<ResolvedArticle> {
  const byName = new Map<string, IncomingPhoto>();
  for (const [name, bytes] of photos) byName.set(name, await inspectPart(name, bytes));
  const content = contentWith(input, (reference) => byName.get(reference)?.id ?? null);
  const incoming = [...byName.values()];
  const references = referencesIn(content);
  const stored = await readPhotos(
    db,
    references.map(({ id }) => id),
  );
  const sizes = new Map<string, Size>([
    ...stored,
    ...incoming.map((photo) => [photo.id, photo] as const),
  ]);
  const errors: FieldError[] = references
    .filter(({ id }) => !sizes.has(id))
    .map(({ path, id }) => ({ path, message: articleWords.unknownPhoto(id) }));
  if (errors.length > 0) throw new AppError("invalid", apiWords.invalid, errors);
  return { content, incoming, sizes };
}

/** Stores the photos that came along, one after another: each is held in memory whole while it is worked on. */
export async function storeIncoming(
  env: Env,
  incoming: IncomingPhoto[],
  ownerId: string,
): Promise<void> {
  for (const { bytes } of incoming) await storePhoto(env, { bytes, credit: null, ownerId });
}

async function inspectPart(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<IncomingPhoto> {
  try {
    return { ...(await inspectPhoto(bytes)), bytes };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, [
      { path: `photo[${name}]`, message: error.message },
    ]);
  }
}

function referencesIn({ body, leadPhoto }: ArticleContent): { path: string; id: string }[] {
  const inBody = photosInBody(body).map(({ ref }) => ({ path: "body", id: ref }));
  return leadPhoto === null
    ? inBody
    : [{ path: "leadPhoto.photo", id: leadPhoto.photo }, ...inBody];
}

/** The text of an input, with references replaced where `idOf` knows better. */
function contentWith(
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
