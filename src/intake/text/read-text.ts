import type { LegacyEncoding } from "../../vietnamese/legacy-detect.ts";
import { foldToKey } from "../../vietnamese/fold.ts";
import { normaliseText } from "../../vietnamese/normalise.ts";
import { makeParagraph, makePlainInline, plainLook } from "../blocks/block.ts";
import type { Block, PhotosBlock, SourcePhoto } from "../blocks/block.ts";
import { asLatin1, asUtf8, decodeText } from "../page/charset.ts";
import { removeDocumentHead } from "../recognition/document-head.ts";
import { convertLegacy } from "../recognition/legacy-text.ts";
import { isFurniture } from "../recognition/page-lines.ts";
import { recognise } from "../recognition/recognise.ts";
import type { RecogniseOptions } from "../recognition/recognise.ts";
import { noHints } from "../recognition/recognised.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { parseSignature } from "../recognition/signature.ts";

export type ReadOptions = RecogniseOptions & {
  /** The encoding of text whose fonts are lost, as far as a person has said so. */
  legacy: LegacyEncoding | null;
  /** The charset of files that name none. */
  charset: string | null;
  /** Whether links to documents of the old site stay as they are written, because the files are looked for. */
  keepsDocumentLinks?: boolean;
};

const maxHeading = 120;

const pictureFile = /^[^\s/\\][^/\\]*\.(?:jpe?g|png|webp|gif|heic)$/i;

/**
 * The article in plain text as it is copied from a page: the title, share buttons, the lede, photos recognised by their alt (the
 * title, with "-0", "-1" behind it) or by a file name, each with the caption on the next line, sub-headings, galleries, and
 * the signature. Every line is a paragraph, unless it goes on with a small letter. Web APIs only.
 */
export function readText(bytes: Uint8Array, options: ReadOptions): Recognised {
  const blocks = readTextBlocks(decodeOldText(bytes, options));
  const read = options.legacy === null ? blocks : convertLegacy(blocks, options.legacy);
  const { head, rest } = removeDocumentHead(read);
  const file = { before: head, blocks: rest, after: [], hints: noHints };
  return recognise({ ...file, hasFurniture: true }, options);
}

/** Bytes that are no UTF-8 are the old encoding, where a person named one. */
function decodeOldText(bytes: Uint8Array, { legacy, charset }: ReadOptions): string {
  if (legacy !== null && charset === null && asUtf8(bytes) === null) return asLatin1(bytes);
  return decodeText(bytes, charset);
}

type Line = { text: string; isAfterBlank: boolean; isBeforeBlank: boolean };

function readTextBlocks(text: string): Block[] {
  const lines = splitLines(normaliseText(text).text);
  const [title] = lines;
  if (title === undefined) return [];
  const key = foldToKey(title.text);
  const blocks: Block[] = [makeParagraph(title.text)];
  lines.slice(1).forEach((line, index, rest) => {
    const photo = findPhoto(line.text, key);
    const last = blocks.at(-1);
    if (photo !== null) addPhoto(blocks, photo, line);
    else if (isFurniture(line.text)) return;
    else if (last?.kind === "photos" && !line.isAfterBlank && isFree(last))
      caption(last, line.text);
    else if (goesOn(last, line)) joinTo(last, line.text);
    else
      blocks.push(
        isHeading(line, index < rest.length - 2) ? makeHeading(line) : makeParagraph(line.text),
      );
  });
  return blocks;
}

function splitLines(text: string): Line[] {
  const raw = text.split("\n").map((line) => line.trim());
  return raw.flatMap((line, index) => {
    if (line === "") return [];
    return [{ text: line, isAfterBlank: !raw[index - 1], isBeforeBlank: !raw[index + 1] }];
  });
}

/** A photo whose place the line holds: the title again, as the alt of a picture, or the name of a file. */
function findPhoto(line: string, titleKey: string): SourcePhoto | null {
  const photo = { source: null, larger: null, alt: "", caption: null, shownWidth: null };
  if (pictureFile.test(line)) return { ...photo, source: line };
  return foldToKey(line.replace(/\s*[-–]\s*\d{1,3}$/, "")) === titleKey ? photo : null;
}

/** Photos of lines that follow one another are a gallery. */
function addPhoto(blocks: Block[], photo: SourcePhoto, { isAfterBlank }: Line): void {
  const last = blocks.at(-1);
  if (last?.kind === "photos" && !isAfterBlank) last.photos.push(photo);
  else blocks.push({ kind: "photos", photos: [photo], look: plainLook });
}

function isFree({ photos }: PhotosBlock): boolean {
  return photos.at(-1)?.caption === null;
}

function caption({ photos }: PhotosBlock, text: string): void {
  const last = photos.at(-1);
  if (last !== undefined) last.caption = text;
}

/** A line that a mail program or an old editor broke. */
function goesOn(
  last: Block | undefined,
  { text, isAfterBlank }: Line,
): last is Block & { kind: "paragraph" } {
  if (last?.kind !== "paragraph" || isAfterBlank) return false;
  const before = last.text.at(-1)?.text ?? "";
  return /^\p{Ll}/u.test(text) && !/[.!?:;]$/.test(before);
}

function joinTo(last: Block & { kind: "paragraph" }, text: string): void {
  const piece = last.text.at(-1);
  if (piece !== undefined) piece.text += ` ${text}`;
}

/** A short line between empty ones that ends no sentence and is no signature. */
function isHeading({ text, isAfterBlank, isBeforeBlank }: Line, hasMore: boolean): boolean {
  if (!hasMore || !isAfterBlank || !isBeforeBlank || text.length > maxHeading) return false;
  return !/[.!?:;,…]$/.test(text) && parseSignature(text, false) === null && !/\d{4}/.test(text);
}

function makeHeading({ text }: Line): Block {
  return { kind: "heading", level: 2, text: [makePlainInline(text)], look: plainLook };
}
