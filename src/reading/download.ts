import { photoPath } from "../addresses/public.ts";
import { decodeCharacterReferences } from "../markdown/character-references.ts";
import { getPhotoFile } from "../photo/photo-store.ts";
import { html } from "../html/template.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** Most bytes of photos in one file; those after are links. The files are those the page shows on a telephone. */
const mostPhotoBytes = 8 * 1024 * 1024;

/** A photo of the page as our own renderer writes it (attributes in double quotes, `<` only in tags). */
const photoMarkup = /<picture\b[^]*?<\/picture>|<img\b(?:[^"<>]|"[^"]*")*>/g;

/** Every photo of a page, by id. */
export function photoIdsIn(page: string): string[] {
  return [...new Set([...page.matchAll(/"\/anh\/([0-9a-f]{64})\//g)].map(([, id]) => id ?? ""))];
}

/**
 * A page as one file that shows everything without a network: its photos become part of it, its links absolute. It is
 * streamed, so that only one photo at a time is in memory.
 */
export function selfContained(
  page: string,
  baseUrl: string,
  photos: R2Bucket,
): ReadableStream<Uint8Array> {
  const pieces = piecesOf(page, baseUrl, photos);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
  });
}

async function* piecesOf(page: string, baseUrl: string, photos: R2Bucket): AsyncGenerator<string> {
  let at = 0;
  let left = mostPhotoBytes;
  for (const match of page.matchAll(photoMarkup)) {
    yield absoluteLinks(page.slice(at, match.index), baseUrl);
    at = match.index + match[0].length;
    const data = await photoData(match[0], photos, left);
    left -= data?.bytes ?? 0;
    yield data === null ? linkInstead(match[0], baseUrl) : imageOf(match[0], data.address);
  }
  yield absoluteLinks(page.slice(at), baseUrl);
}

/** In our HTML only the renderer writes these quotes. */
function absoluteLinks(markup: string, baseUrl: string): string {
  return markup.replaceAll('href="/', `href="${baseUrl}/`);
}

/** A photo's bytes as an address of their own; null where they are missing or too many. */
async function photoData(
  markup: string,
  photos: R2Bucket,
  most: number,
): Promise<{ address: string; bytes: number } | null> {
  const [id, name] = fileIn(markup) ?? [];
  if (id === undefined || name === undefined) return null;
  try {
    const file = await getPhotoFile(photos, id, name, []);
    if (file === null || !("body" in file)) return null;
    if (file.size > most) {
      await file.body.cancel();
      return null;
    }
    const data = new Uint8Array(await file.arrayBuffer()).toBase64();
    return { address: `data:${file.httpMetadata?.contentType};base64,${data}`, bytes: file.size };
  } catch (error) {
    // Half the file is sent already: better a link in it than no end.
    console.error(`photo ${id} could not be put into a download`, error);
    return null;
  }
}

/** Id and name of the file to take: the one of middle width, or what every browser is given. */
function fileIn(markup: string): [id: string, name: string] | null {
  const file =
    /\/anh\/([0-9a-f]{64})\/(960\.webp) /.exec(markup) ??
    /src="\/anh\/([0-9a-f]{64})\/([^"]+)"/.exec(markup);
  return file === null ? null : [file[1] ?? "", file[2] ?? ""];
}

function imageOf(markup: string, address: string): string {
  const image = imageTag(markup).replace(/ (?:loading|fetchpriority|decoding)="[^"]*"/g, "");
  return image.replace(/src="[^"]*"/, () => `src="${address}"`);
}

function linkInstead(markup: string, baseUrl: string): string {
  const alt = decodeCharacterReferences(/ alt="([^"]*)"/.exec(imageTag(markup))?.[1] ?? "");
  const [id = "", name = ""] = fileIn(markup) ?? [];
  // A figure's photo stands inside a link to it already.
  return html`<span class="photo-elsewhere"
    >${readingWords.photoElsewhere(alt)} (${baseUrl}${photoPath(id, name)})</span
  >`.toString();
}

function imageTag(markup: string): string {
  return /<img\b(?:[^"<>]|"[^"]*")*>/.exec(markup)?.[0].replace(/\s+/g, " ") ?? "";
}
