import { photoPath } from "../addresses/public.ts";
import { getPhotoFile } from "../photo/photo-store.ts";
import { namePlainFile, nameVariantFile } from "../photo/photo.ts";
import type { PublishedPhoto } from "../published/published.ts";
import { html, raw } from "../html/template.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import type { PagePiece } from "./print-page.ts";
import { logFailure } from "../log.ts";

/** Bytes of photos in one file; those after are links. The files are those the page shows on a telephone. */
const maxPhotoBytes = 8 * 1024 * 1024;

/**
 * A page as one file that shows everything without a network: its photos become part of it. It is streamed, so that only
 * one photo at a time is in memory.
 */
export function streamSelfContained(
  page: readonly PagePiece[],
  baseUrl: string,
  photos: R2Bucket,
): ReadableStream<Uint8Array> {
  const written = writePieces(page, baseUrl, photos);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await written.next();
      if (done === true) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
  });
}

async function* writePieces(
  page: readonly PagePiece[],
  baseUrl: string,
  photos: R2Bucket,
): AsyncGenerator<string> {
  let left = maxPhotoBytes;
  for (const piece of page) {
    if (typeof piece === "string") {
      yield piece;
      continue;
    }
    const data = await readPhotoData(piece, photos, left);
    left -= data?.bytes ?? 0;
    yield data === null ? linkInstead(piece, baseUrl) : embeddedImage(piece, data.address);
  }
}

/** A photo's bytes as an address of their own; null where they are missing or too many. */
async function readPhotoData(
  photo: PublishedPhoto,
  photos: R2Bucket,
  maxBytes: number,
): Promise<{ address: string; bytes: number } | null> {
  try {
    const file = await getPhotoFile(photos, photo.id, fileToKeep(photo), []);
    if (file === null || !("body" in file)) return null;
    if (file.size > maxBytes) {
      await file.body.cancel();
      return null;
    }
    const data = new Uint8Array(await file.arrayBuffer()).toBase64();
    return { address: `data:${file.httpMetadata?.contentType};base64,${data}`, bytes: file.size };
  } catch (error) {
    // Half the file is sent already: better a link in it than no end.
    logFailure("a photo could not be put into a download", error, { photoId: photo.id });
    return null;
  }
}

/** The name of the file of middle width, or of the fallback for every browser. */
function fileToKeep(photo: PublishedPhoto): string {
  return photo.variants["960.webp"] === undefined
    ? namePlainFile(photo).variant
    : nameVariantFile(photo, "960.webp");
}

function embeddedImage({ alt, width, height }: PublishedPhoto, address: string): string {
  const words = html`alt="${alt}" width="${width}" height="${height}"`;
  return html`<img src="${raw(address)}" ${words} />`.toString();
}

function linkInstead(photo: PublishedPhoto, baseUrl: string): string {
  const path = photoPath(photo.id, fileToKeep(photo));
  // A figure's photo stands inside a link to it already.
  return html`<span class="photo-elsewhere"
    >${readingWords.photoElsewhere(photo.alt)} (${baseUrl}${path})</span
  >`.toString();
}
