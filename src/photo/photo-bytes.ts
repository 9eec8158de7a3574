import { AppError } from "../errors.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { findPublicPhoto, getPhotoFile, headPhotoFile } from "./photo-store.ts";
import type { PhotoHome } from "./photo-store.ts";
import { uploadName, variantNames } from "./photo.ts";
import type { Photo, VariantName } from "./photo.ts";

/** The replacements of a variant that was not made, best first; the stripped upload comes last. */
const fallbacks: Record<VariantName, VariantName[]> = {
  "480.webp": ["960.webp", "960.jpg", "1600.webp"],
  "960.webp": ["960.jpg", "1600.webp", "480.webp"],
  "1600.webp": ["960.webp", "960.jpg"],
  "960.jpg": [],
  "share.jpg": ["960.jpg"],
};

/** Reads a photo; null when the audience may not see it. */
export type FindPhoto = (db: D1Database, id: string) => Promise<Photo | null>;

/**
 * Answers GET and HEAD of `/anh/:photo/:variant` with bytes, or 304 by `if-none-match`. The public sees a photo only
 * while a published version uses it; `find` may allow more. One query and one read of R2. The caller sets the caching
 * (tag `photo-<id>`). AppError not-found.
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

/** The ETags of an `if-none-match`, weak ones as strong. Malformed ones are dropped, because R2 would throw. */
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

/** The file to serve for a variant's name, or for the upload's own name. */
function fileName(photo: Photo, variant: string): string {
  const upload = uploadName(photo.type);
  if (variant === upload) return upload;
  const wanted = variantNames.find((name) => name === variant);
  if (wanted === undefined) throw notFound();
  return (
    [wanted, ...fallbacks[wanted]].find((name) => photo.variants[name] !== undefined) ?? upload
  );
}

/** Uploaded bytes: never sniffed, never run as a page, free for other sites to show. */
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
