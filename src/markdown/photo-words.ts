import { imagesIn, photoReference, type ImageToken, type PhotoReference } from "./body-text.ts";
import { endOfAddress, lexBody, numberedImages, photoCandidates } from "./markdown.ts";

/** Under which words a photo is shown. Null is no caption. */
export type PhotoWords = Pick<PhotoReference, "alt" | "caption">;

/**
 * A body in which the photo at `index`, counted as `photosInBody` does, has other words; nothing else changes, and words
 * that stay keep their spelling. Line ends in words become spaces. Null where there is no such photo, or it is written in
 * a way that cannot be changed by itself: by a definition, over lines of a quotation.
 */
export function replacePhotoWords(
  markdown: string,
  index: number,
  words: PhotoWords,
): string | null {
  const former = readingOf(markdown);
  const photo = former.photos[index];
  const parts = photo === undefined ? null : partsOfImage(markdown, index);
  if (photo === undefined || parts === null) return null;
  const [alt, caption] = [oneLine(words.alt), captionOf(words)];
  const [keepsAlt, keepsCaption] = [alt === oneLine(photo.alt), caption === captionOf(photo)];
  const result = [
    parts.before,
    keepsAlt ? parts.alt : written(alt),
    parts.address,
    keepsCaption ? parts.ending : endingWith(caption),
    parts.after,
  ].join("");
  const wanted = {
    ref: photo.ref,
    alt: keepsAlt ? photo.alt : alt,
    caption: keepsCaption ? photo.caption : caption,
  };
  const expected = { ...former, photos: former.photos.with(index, wanted) };
  return isSame(readingOf(result), expected) ? result : null;
}

/** An image and its surroundings; joined they are the source. `ending` is its caption and bracket. */
type Parts = { before: string; alt: string; address: string; ending: string; after: string };

/**
 * Tokens do not tell where they stand, so the image is found by the number of its address in a marked copy (see
 * `replacePhotoReferences`), and its `raw` tells how far it reaches to both sides.
 */
function partsOfImage(markdown: string, index: number): Parts | null {
  const starts = photoCandidates(markdown);
  const image = numberedImages(markdown, starts)[index];
  const number = /^photo:(\d+):/.exec(image?.href ?? "")?.[1];
  const addressAt = starts[Number(number)];
  if (image === undefined || number === undefined || addressAt === undefined) return null;
  const opening = new RegExp(`\\]\\(\\s*<?photo:(?=${number}:)`).exec(image.raw);
  if (opening === null) return null;
  const source = withoutNumbers(image);
  const altEnd = addressAt - opening[0].length;
  const start = altEnd - withoutNumbers({ raw: image.raw.slice(0, opening.index) }).length;
  if (start < 0 || !markdown.startsWith(source, start) || !source.startsWith("![")) return null;
  const end = start + source.length;
  const isBracketed = markdown[addressAt - "photo:".length - 1] === "<";
  const addressEnd = endOfAddress(markdown, addressAt) + (isBracketed ? 1 : 0);
  return {
    before: markdown.slice(0, start + 2),
    alt: markdown.slice(start + 2, altEnd),
    address: markdown.slice(altEnd, addressEnd),
    ending: markdown.slice(addressEnd, end),
    after: markdown.slice(end),
  };
}

/** Every candidate in it has a number, also those in its alt and its caption. */
function withoutNumbers({ raw }: Pick<ImageToken, "raw">): string {
  return raw.replace(/(\][(:]\s*<?photo:)\d+:/g, "$1");
}

/** The photos of a body, and all that stands around them as its lexer reads it. */
type Reading = { photos: PhotoReference[]; around: string };

function readingOf(markdown: string): Reading {
  const { tokens } = lexBody(markdown);
  return { photos: imagesIn(tokens).map(photoReference), around: JSON.stringify(tokens, outlined) };
}

/** Of a token with others in it, its own text is theirs once more. */
function outlined(key: string, value: unknown): unknown {
  if (key === "raw") return undefined;
  if (typeof value !== "object" || value === null) return value;
  if ("type" in value && value.type === "image") return "photo";
  return "tokens" in value && "text" in value ? { ...value, text: undefined } : value;
}

function isSame(one: Reading, other: Reading): boolean {
  return one.around === other.around && JSON.stringify(one.photos) === JSON.stringify(other.photos);
}

function captionOf({ caption }: Pick<PhotoWords, "caption">): string | null {
  return oneLine(caption ?? "") || null;
}

function endingWith(caption: string | null): string {
  return caption === null ? ")" : ` "${written(caption).replaceAll('"', '\\"')}")`;
}

/** What has a meaning in Markdown, or makes an address a link. */
const meaning = /[\\`*_~[\]|@<>]|:(?=\/\/)|(?<=\bwww)\.|&(?=#?\w+;)/gi;

/**
 * Text such that it is read as text, wherever it stands. As references: a backslash protects neither from the code that an
 * earlier backtick begins, nor brackets in an alt.
 */
function written(text: string): string {
  return text.replace(meaning, (char) => `&#${char.charCodeAt(0)};`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
