import { plainLook, readBlockText } from "./block.ts";
import type { Block, PhotosBlock, SourcePhoto } from "./block.ts";

type Cell = Block[];

/**
 * The photos of a table that only lays them out, each with the text under it: in its own cell, in the cell below it, or
 * in one cell under a row of them. Text that stands under no photo stays text. Web APIs only.
 */
export function readPhotoTable(rows: readonly Cell[][]): Block[] {
  const blocks: Block[] = [];
  let above: SourcePhoto[] = [];
  for (const row of rows) {
    const cells = row.filter((cell) => cell.length > 0);
    const photos = cells.map((cell) => listCaptionedPhotos(cell));
    if (photos.some((found) => found.length > 0)) {
      blocks.push(...photos.filter((found) => found.length > 0).map(makePhotosBlock));
      above = photos.flat();
      blocks.push(...cells.filter((_, index) => photos[index]?.length === 0).flat());
    } else if (cells.length > 0) {
      if (!captionAll(above, cells)) blocks.push(...cells.flat());
      above = [];
    }
  }
  return blocks;
}

/** The photos of a cell; the text beside them is the caption of the last. */
function listCaptionedPhotos(cell: Cell): SourcePhoto[] {
  const photos = cell.flatMap((block) => (block.kind === "photos" ? block.photos : []));
  const words = readCellWords(cell);
  const last = photos.at(-1);
  if (last !== undefined && words !== "") last.caption ??= words;
  return photos;
}

/** A text for each photo above, or one for all, which then stands under the last. */
function captionAll(photos: SourcePhoto[], cells: Cell[]): boolean {
  if (photos.length === 0 || photos.some((photo) => photo.caption !== null)) return false;
  const captions = cells.map(readCellWords);
  if (captions.length === photos.length) {
    photos.forEach((photo, index) => (photo.caption = captions[index] || null));
    return true;
  }
  const last = photos.at(-1);
  if (captions.length !== 1 || last === undefined) return false;
  last.caption = captions[0] ?? null;
  return true;
}

function makePhotosBlock(photos: SourcePhoto[]): PhotosBlock {
  return { kind: "photos", photos, look: plainLook };
}

function readCellWords(cell: Cell): string {
  return cell
    .filter((block) => block.kind !== "photos")
    .map(readBlockText)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}
