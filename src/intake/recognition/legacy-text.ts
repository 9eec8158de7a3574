import { detectLegacy } from "../../vietnamese/legacy-detect.ts";
import type { LegacyEncoding } from "../../vietnamese/legacy-detect.ts";
import { findGarbled } from "../../vietnamese/garbled.ts";
import type { Block, Inline } from "../blocks/block.ts";
import { readBlockText, readBlocksText } from "../blocks/block.ts";
import { convertLegacyFont, isUnicodeText } from "../page/legacy-font.ts";
import { ReadFailure } from "./read-failure.ts";

/**
 * Blocks typed for TCVN3 or VNI fonts that lost the fonts, as Unicode: only because a person said so. Where the text has
 * Unicode too, only the blocks that are surely of the old encoding. Web APIs only.
 */
export function convertLegacy(blocks: readonly Block[], encoding: LegacyEncoding): Block[] {
  const whole = readBlocksText(blocks);
  const isMixed = isUnicodeText(whole) || detectLegacy(whole)?.encoding !== encoding;
  return blocks.map((block) => {
    const isOld = !isMixed || detectLegacy(readBlockText(block))?.encoding === encoding;
    return isOld ? replaceText(block, (text) => convertLegacyFont(text, encoding)) : block;
  });
}

/** Text that may be of an encoding before Unicode: a few lines of it, as they stand and as they would be read. */
export type LegacyQuestion = { kind: LegacyEncoding; before: string; after: string };

const [maxLines, maxLine] = [3, 200];

/**
 * The question to a person whether passages without their fonts were typed for old fonts. Null if nothing looks like it.
 * Web APIs only.
 */
export function askAboutLegacy(passages: readonly string[]): LegacyQuestion | null {
  const suspicion = [passages.join("\n"), ...passages]
    .map((passage) => detectLegacy(passage))
    .find((found) => found !== null);
  if (suspicion === undefined || suspicion === null) return null;
  const { encoding, evidence } = suspicion;
  const lines = passages
    .filter((passage) => !isUnicodeText(passage))
    .filter((passage) => evidence.some(({ text }) => passage.includes(text)))
    .slice(0, maxLines);
  const shown = lines.length > 0 ? lines : [evidence.map(({ text }) => text).join(" ")];
  const before = shown.map((line) => line.slice(0, maxLine)).join("\n");
  return { kind: encoding, before, after: convertLegacyFont(before, encoding) };
}

/** ReadFailure legacy-text or garbled-text when one of the passages, or all together, cannot be read as Unicode. */
export function refuseUnreadable(passages: readonly string[]): void {
  for (const passage of [passages.join("\n"), ...passages]) {
    const suspicion = detectLegacy(passage);
    if (suspicion !== null) {
      const words = suspicion.evidence.slice(0, 3).map(({ text }) => text);
      throw new ReadFailure("legacy-text", `${suspicion.encoding}: ${words.join(", ")}`);
    }
  }
  const garbled = passages.flatMap(findGarbled);
  if (garbled.length > 0) {
    throw new ReadFailure(
      "garbled-text",
      garbled
        .slice(0, 3)
        .map(({ text }) => text)
        .join(", "),
    );
  }
}

/** A block with every text in it changed. */
function replaceText(block: Block, change: (text: string) => string): Block {
  const convertInline = (text: Inline[]): Inline[] =>
    text.map((piece) => ({ ...piece, text: change(piece.text) }));
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "note":
      return { ...block, text: convertInline(block.text) };
    case "photos": {
      const photos = block.photos.map((photo) => ({
        ...photo,
        alt: change(photo.alt),
        caption: photo.caption === null ? null : change(photo.caption),
      }));
      return { ...block, photos };
    }
    case "list":
      return {
        ...block,
        items: block.items.map((item) => item.map((one) => replaceText(one, change))),
      };
    case "quote":
      return { ...block, blocks: block.blocks.map((one) => replaceText(one, change)) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map(convertInline)) };
  }
}
