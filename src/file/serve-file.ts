import { readRange, rangeHeaders } from "../edge-cache/byte-range.ts";
import { matchesEtag } from "../edge-cache/etag.ts";
import { AppError } from "../errors.ts";
import { fileWords } from "../vietnamese/words/file.ts";
import { findPublicFile } from "./file-store.ts";
import type { FileHome } from "./file-store.ts";
import { fileKey } from "./file.ts";
import type { StoredFile } from "./file.ts";

/** Reads a file; null when the audience may not see it, `"gone"` when it saw it once. */
export type FindFile = (db: D1Database, id: string) => Promise<StoredFile | "gone" | null>;

/** Reads the file that an address names, for this audience. AppErrors not-found and gone. */
export async function findServedFile(
  { DB }: Pick<FileHome, "DB">,
  id: string,
  find: FindFile = findPublicFile,
): Promise<StoredFile> {
  const file = /^[0-9a-f]{64}$/.test(id) ? await find(DB, id) : null;
  if (file === null) throw notFound();
  if (file === "gone") throw new AppError("gone", fileWords.withdrawn);
  return file;
}

/**
 * Answers GET and HEAD with the bytes of a file: 200, 206 or 416 by Range and If-Range (RFC 9110 §14). The caller sets the
 * caching, with the tag `file-<id>`; the edge cache answers If-None-Match. AppError not-found if the bytes are gone.
 */
export async function serveFile(
  { PHOTOS }: Pick<FileHome, "PHOTOS">,
  request: Request,
  file: StoredFile,
): Promise<Response> {
  const { id, bytes } = file;
  const etag = `"${id.slice(0, 32)}"`;
  const headers = fileHeaders(file, etag);
  const isHeld = matchesEtag(request.headers.get("if-none-match"), etag);
  const range = isHeld ? null : readRange(request, bytes, etag);
  if (range === "unsatisfiable") {
    return new Response(null, {
      status: 416,
      headers: { ...headers, ...rangeHeaders(range, bytes) },
    });
  }
  if (range !== null) {
    const { start, end } = range;
    const part = await PHOTOS.get(fileKey(id), { range: { offset: start, length: end - start } });
    if (part === null) throw notFound();
    const partHeaders = { ...headers, ...rangeHeaders(range, bytes) };
    return new Response(part.body, { status: 206, headers: partHeaders });
  }
  const whole = { ...headers, "content-length": String(bytes) };
  if (request.method === "HEAD") return new Response(null, { headers: whole });
  const object = await PHOTOS.get(fileKey(id));
  if (object === null) throw notFound();
  return new Response(object.body, { headers: whole });
}

/** Uploaded bytes: never sniffed, never run as a page. Documents are downloaded, video and audio are played. */
function fileHeaders({ kind, type, name }: StoredFile, etag: string): Record<string, string> {
  return {
    "content-type": type,
    etag,
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": contentDisposition(kind === "document" ? "attachment" : "inline", name),
    "cross-origin-resource-policy": "cross-origin",
  };
}

/** RFC 6266: the name for every program in ASCII, and as it is by RFC 8187. */
function contentDisposition(type: "attachment" | "inline", name: string): string {
  const plain = removeMarks(name).replace(/[^ !#$&+.\w^`|~()-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Letters without their diacritics, in their case. */
function removeMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}

function notFound(): AppError {
  return new AppError("not-found", fileWords.notFound);
}
