import { AppError } from "../errors.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { findPublicPhoto, getPhotoFile, readPhotoFileHead } from "./photo-store.ts";
import type { PhotoHome } from "./photo-store.ts";
import { originalRevision, parseVariantFile, uploadName, nameVariantFile } from "./photo.ts";
import type { Photo, VariantName } from "./photo.ts";

/** The replacements of a variant that was not made, best first; the stripped upload comes last. */
const fallbacks: Record<VariantName, VariantName[]> = {
  "480.webp": ["960.webp", "960.jpg", "1600.webp"],
  "960.webp": ["960.jpg", "1600.webp", "480.webp"],
  "1600.webp": ["960.webp", "960.jpg"],
  "960.jpg": [],
  "share.jpg": ["960.jpg"],
};

/** Who requests a photo. */
export type Audience = {
  /** Reads a photo; null when the audience may not see it. */
  find: (db: D1Database, id: string) => Promise<Photo | null>;
  /** Whether they also see an edited photo as it was before. */
  seesOriginal: boolean;
};

const readers: Audience = { find: findPublicPhoto, seesOriginal: false };

/**
 * Answers GET and HEAD of `/anh/:photo/:variant` with bytes, or 304 by `if-none-match`. The public sees a photo only
 * while a published version uses it. The name of a file that the photo had before its present edit leads to its file of today
 * (302): what was cut away stays hidden, and old addresses keep working. One query and one read of R2. The caller sets the
 * caching (tag `photo-<id>`). AppError not-found.
 */
export async function servePhoto(
  env: PhotoHome,
  request: Request,
  id: string,
  variant: string,
  { find, seesOriginal }: Audience = readers,
): Promise<Response> {
  if (!/^[0-9a-f]{64}$/.test(id)) throw makeNotFound();
  const photo = await find(env.DB, id);
  if (photo === null) throw makeNotFound();
  const { name, isMoved } = chooseFile(photo, variant, seesOriginal);
  if (isMoved) return new Response(null, { status: 302, headers: { location: name } });
  const known = listEntityTags(request.headers.get("if-none-match"));
  return request.method === "HEAD"
    ? answerHead(await readPhotoFileHead(env.PHOTOS, id, name), known)
    : answerGet(await getPhotoFile(env.PHOTOS, id, name, known));
}

/** The ETags of an `if-none-match`, weak ones as strong. Malformed ones are dropped, because R2 would throw. */
function listEntityTags(ifNoneMatch: string | null): string[] {
  if (ifNoneMatch?.trim() === "*") return ["*"];
  return ifNoneMatch?.match(/"[^"]*"/g) ?? [];
}

function answerGet(file: R2ObjectBody | R2Object | null): Response {
  if (file === null) throw makeNotFound();
  if (!("body" in file)) return new Response(null, { status: 304, headers: makeFileHeaders(file) });
  return new Response(file.body, {
    headers: { ...makeFileHeaders(file), ...makeLengthHeader(file) },
  });
}

function answerHead(file: R2Object | null, known: string[]): Response {
  if (file === null) throw makeNotFound();
  if (known.includes("*") || known.includes(file.httpEtag)) {
    return new Response(null, { status: 304, headers: makeFileHeaders(file) });
  }
  return new Response(null, { headers: { ...makeFileHeaders(file), ...makeLengthHeader(file) } });
}

/** The file to answer with for the name in the address. `isMoved` says that the name is that of a file before an edit. */
function chooseFile(
  photo: Photo,
  requested: string,
  seesOriginal: boolean,
): { name: string; isMoved: boolean } {
  const upload = uploadName(photo.type);
  const wanted = parseVariantFile(requested);
  if (wanted === null && requested !== upload) throw makeNotFound();
  const isOriginal = wanted === null || wanted.revision === originalRevision;
  if (isOriginal && (seesOriginal || photo.revision === undefined)) {
    const name = wanted === null ? null : findNearestVariant(photo.original, wanted.name);
    return { name: name ?? upload, isMoved: false };
  }
  const name = findNearestVariant(photo, wanted?.name ?? "1600.webp");
  return {
    name: name === null ? upload : nameVariantFile(photo, name),
    isMoved: wanted?.revision !== photo.revision,
  };
}

/** A variant, or its best replacement. Null if the photo has only the upload. */
function findNearestVariant(
  { variants }: Pick<Photo, "variants">,
  name: VariantName,
): VariantName | null {
  return [name, ...fallbacks[name]].find((one) => variants[one] !== undefined) ?? null;
}

/** Uploaded bytes: never sniffed, never run as a page, free for other sites to show. */
function makeFileHeaders(file: R2Object): Record<string, string> {
  return {
    "content-type": file.httpMetadata?.contentType ?? "application/octet-stream",
    etag: file.httpEtag,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "inline",
    "cross-origin-resource-policy": "cross-origin",
  };
}

function makeLengthHeader(file: R2Object): Record<string, string> {
  return { "content-length": String(file.size) };
}

function makeNotFound(): AppError {
  return new AppError("not-found", photoWords.notFound);
}
