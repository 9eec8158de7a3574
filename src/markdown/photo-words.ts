import { listImages, readPhotoReference, type PhotoReference } from "./body-text.ts";
import type { BodyToken, ImageToken } from "./body-token.ts";
import { readLinkTarget } from "./link-target.ts";
import { readDefinitions, lexBody } from "./markdown.ts";
import { readOutline, readPhotoOutline } from "./outline.ts";
import { findSourceRange } from "./placed-text.ts";

/** The words of a photo. A null caption means no caption. */
export type PhotoWords = Pick<PhotoReference, "alt" | "caption">;

/**
 * A body with other words for the photo at `index`, counted as in `photosInBody`. Nothing else changes, and words that
 * stay the same keep their spelling. Line ends in words become spaces. Null if there is no such photo, or if it cannot
 * be changed alone: its address stands in a definition, or it goes over two lines of a quotation.
 */
export function replacePhotoWords(
  markdown: string,
  index: number,
  words: PhotoWords,
): string | null {
  const { tokens } = lexBody(markdown);
  const image = index < 0 ? undefined : listImages(tokens)[index];
  const parts = image === undefined ? null : splitAtImage(markdown, tokens, image);
  if (image === undefined || parts === null) return null;
  const photo = readPhotoReference(image);
  const [alt, caption] = [joinLines(words.alt), normaliseCaption(words)];
  const [keepsAlt, keepsCaption] = [
    alt === joinLines(photo.alt),
    caption === normaliseCaption(photo),
  ];
  const result = [
    parts.before,
    keepsAlt ? parts.alt : escapeText(alt),
    parts.address,
    keepsCaption ? parts.ending : writeEnding(caption),
    parts.after,
  ].join("");
  const wanted = {
    ref: photo.ref,
    alt: keepsAlt ? photo.alt : alt,
    caption: keepsCaption ? photo.caption : caption,
  };
  const expected = readOutline(tokens, (token) =>
    token === image ? readPhotoOutline(wanted) : null,
  );
  return readOutline(lexBody(result).tokens) === expected ? result : null;
}

/** A photo as a body names it, on a line of its own. */
export function writePhoto(id: string, words: PhotoWords): string {
  return `![${escapeText(joinLines(words.alt))}](photo:${id}${writeEnding(normaliseCaption(words))}`;
}

/** An image and the text around it; joined they are the source. `ending` is its caption and bracket. */
type Parts = { before: string; alt: string; address: string; ending: string; after: string };

function splitAtImage(markdown: string, tokens: BodyToken[], image: ImageToken): Parts | null {
  const target = readLinkTarget(image, readDefinitions(tokens));
  const { start, end } = findSourceRange(image.pieces, 0, image.raw.length);
  if (target === null || target.addressEnd === null) return null;
  if (markdown.slice(start, end) !== image.raw) return null;
  const altEnd = start + target.labelEnd;
  const addressEnd = start + target.addressEnd;
  return {
    before: markdown.slice(0, start + 2),
    alt: markdown.slice(start + 2, altEnd),
    address: markdown.slice(altEnd, addressEnd),
    ending: markdown.slice(addressEnd, end),
    after: markdown.slice(end),
  };
}

function normaliseCaption({ caption }: Pick<PhotoWords, "caption">): string | null {
  return joinLines(caption ?? "") || null;
}

function writeEnding(caption: string | null): string {
  return caption === null ? ")" : ` "${escapeText(caption).replaceAll('"', '\\"')}")`;
}

/** Characters with a meaning in Markdown, and those that make an address a link. */
const meaning = /[\\`*_~[\]|@<>]|:(?=\/\/)|(?<=\bwww)\.|&(?=#?\w+;)/gi;

/**
 * Text that is read as plain text wherever it stands. It uses character references, because a backslash protects neither
 * from code that an earlier backtick begins, nor brackets in an alt.
 */
function escapeText(text: string): string {
  return text.replace(meaning, (char) => `&#${char.charCodeAt(0)};`);
}

function joinLines(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
