import { AppError } from "../errors.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { findPublicPhoto, getPhotoFile, headPhotoFile } from "./photo-store.ts";
import type { PhotoHome } from "./photo-store.ts";
import { uploadName, variantNames } from "./photo.ts";
import type { Photo, VariantName } from "./photo.ts";

/** What serves in place of a variant that was not made, nearest first; after these the stripped upload. */
const fallbacks: Record<VariantName, VariantName[]> = {
  "480.webp": ["960.webp", "960.jpg", "1600.webp"],
  "960.webp": ["960.jpg", "1600.webp", "480.webp"],
  "1600.webp": ["960.webp", "960.jpg"],
  "960.jpg": [],
  "share.jpg": ["960.jpg"],
};

/** Finds a photo for an audience, or null if it is not to be shown to it. */
export type FindPhoto = (db: D1Database, id: string) => Promise<Photo | null>;

/**
 * The answer to `/anh/:photo/:variant`, GET and HEAD: bytes, or 304 by `if-none-match`. For the public only while a
 * published version uses the photo, unless `find` says otherwise. One query and one read of R2. How it may be cached is
 * the caller's to say (tag `photo-<id>`). AppError not-found for anything else.
 */
export async function servePhoto(
  env: PhotoHome,
  request: Request,
  id: string,
  variant: string,
  find: FindPhoto = findPublicPhoto,
): Promise<Response> {
  if (!/^[0-9a-f]{64}$/.test(id)) throw notFound();
  const photo = await find(env.DB, id);
  if (photo === null) throw notFound();
  const name = fileName(photo, variant);
  const known = entityTags(request.headers.get("if-none-match"));
  return request.method === "HEAD"
    ? answerHead(await headPhotoFile(env.PHOTOS, id, name), known)
    : answerGet(await getPhotoFile(env.PHOTOS, id, name, known));
}

/** The tags of an `if-none-match`, weak ones as strong; what is malformed, over which R2 would throw, is left out. */
function entityTags(ifNoneMatch: string | null): string[] {
  if (ifNoneMatch?.trim() === "*") return ["*"];
  return ifNoneMatch?.match(/"[^"]*"/g) ?? [];
}

function answerGet(file: R2ObjectBody | R2Object | null): Response {
  if (file === null) throw notFound();
  if (!("body" in file)) return new Response(null, { status: 304, headers: fileHeaders(file) });
  return new Response(file.body, { headers: { ...fileHeaders(file), ...lengthHeader(file) } });
}

function answerHead(file: R2Object | null, known: string[]): Response {
  if (file === null) throw notFound();
  if (known.includes("*") || known.includes(file.httpEtag)) {
    return new Response(null, { status: 304, headers: fileHeaders(file) });
  }
  return new Response(null, { headers: { ...fileHeaders(file), ...lengthHeader(file) } });
}

/** The file that serves for a variant of the design's list, or for the upload's own name. */
function fileName(photo: Photo, variant: string): string {
  const upload = uploadName(photo.type);
  if (variant === upload) return upload;
  const wanted = variantNames.find((name) => name === variant);
  if (wanted === undefined) throw notFound();
  return (
    [wanted, ...fallbacks[wanted]].find((name) => photo.variants[name] !== undefined) ?? upload
  );
}

/** Bytes that people sent: never sniffed, never run as a page, free for other sites to show. */
function fileHeaders(file: R2Object): Record<string, string> {
  return {
    "content-type": file.httpMetadata?.contentType ?? "application/octet-stream",
    etag: file.httpEtag,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "inline",
    "cross-origin-resource-policy": "cross-origin",
  };
}

function lengthHeader(file: R2Object): Record<string, string> {
  return { "content-length": String(file.size) };
}

function notFound(): AppError {
  return new AppError("not-found", photoWords.notFound);
}
