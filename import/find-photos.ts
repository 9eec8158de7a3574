import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { AppError } from "../src/errors.ts";
import type { SourcePhoto } from "../src/intake/blocks/block.ts";
import { listPhotos } from "../src/intake/blocks/block.ts";
import type { PhotoFacts } from "../src/photo/photo-facts.ts";
import type { FactsTable } from "./facts-table.ts";
import type { PhotoFiles } from "./folder/photo-files.ts";
import { checkPhoto, maxPhotoBytes } from "./measure-photo.ts";
import { note } from "./note.ts";
import type { Note } from "./note.ts";
import type { ReadSource } from "./read-source.ts";

/** A photo that will be sent: the name that the article has for it, its bytes and its size in pixels. */
export type FoundPhoto = {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  /** What the table of facts says of it. */
  facts: Partial<PhotoFacts>;
};

export type ArticlePhotos = { found: Map<SourcePhoto, FoundPhoto>; notes: Note[] };

/** Pixels. Pictures without a caption that are smaller on both sides are icons, lines and spacers. */
const minSize = 100;

/**
 * Finds, measures and names the photos of an article; what is missing or not to be used is noted, and so is the caption
 * that goes with it. Photos of which only the places are known are taken from beside the file, if they are as many.
 */
export async function findPhotos(
  source: ReadSource,
  files: PhotoFiles,
  facts: FactsTable,
): Promise<ArticlePhotos> {
  const photos = listPhotos(source.article.leadPhoto, source.article.body);
  const notes: Note[] = [];
  const beside = await findPhotosBeside(photos, source, files, notes);
  const found = new Map<SourcePhoto, FoundPhoto>();
  const byDigest = new Map<string, FoundPhoto>();
  for (const photo of photos) {
    const file = await readPhotoFile(photo, source, files, beside.get(photo) ?? null);
    const said = photo.source ?? beside.get(photo) ?? "";
    const one =
      file === null ? null : inspect(file.bytes, said, { photo, number: found.size + 1, notes });
    if (file === null && photo.source !== null)
      notes.push(note("photo-missing", said.slice(0, 200)));
    if (one === null) {
      if (photo.caption !== null) notes.push(note("caption-lost", photo.caption));
      continue;
    }
    const known = byDigest.get(one.digest) ?? { ...one, facts: facts.readFacts(file?.name ?? "") };
    byDigest.set(one.digest, known);
    found.set(photo, known);
  }
  return { found, notes };
}

async function findPhotosBeside(
  photos: readonly SourcePhoto[],
  source: ReadSource,
  files: PhotoFiles,
  notes: Note[],
): Promise<Map<SourcePhoto, string>> {
  const places = photos.filter((photo) => photo.source === null);
  if (places.length === 0) return new Map();
  const paths = await files.beside(source.file);
  if (paths.length !== places.length) {
    notes.push(note("photos-unmatched", `${paths.length}/${places.length}`));
    return new Map();
  }
  return new Map(places.map((place, index) => [place, paths[index] ?? ""]));
}

/** A photo's bytes, and its path below the folder; one inside an article's file is below that file. */
type PhotoFile = { bytes: Uint8Array; name: string };

/** The larger picture that a photo links to, where it is there, else the photo. */
async function readPhotoFile(
  { source, larger }: SourcePhoto,
  { file, embedded, base }: ReadSource,
  files: PhotoFiles,
  beside: string | null,
): Promise<PhotoFile | null> {
  const read = async (path: string) => ({
    // One byte more than is allowed shows that a file is too large. Node cannot read 2 GB at once.
    bytes: await buffer(createReadStream(path, { end: maxPhotoBytes })),
    name: files.readName(path),
  });
  const inside = (bytes: Uint8Array) => ({ bytes, name: `${file.name}/` });
  if (beside !== null) return read(beside);
  const own = source === null ? undefined : embedded.get(source);
  if (own !== undefined) return inside(own);
  for (const address of [larger, source]) {
    if (address === null) continue;
    if (address.startsWith("data:")) {
      const bytes = decodeDataAddress(address);
      return bytes === null ? null : inside(bytes);
    }
    const path = await files.find(address, file, base);
    if (path !== null) return read(path);
  }
  return null;
}

function decodeDataAddress(address: string): Uint8Array | null {
  const data = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/.exec(address)?.[1];
  return data === undefined ? null : Buffer.from(data, "base64");
}

function inspect(
  bytes: Uint8Array,
  said: string,
  { photo, number, notes }: { photo: SourcePhoto; number: number; notes: Note[] },
): (Omit<FoundPhoto, "facts"> & { digest: string }) | null {
  try {
    const { extension, ...size } = checkPhoto(bytes);
    if (Math.max(size.width, size.height) < minSize && photo.caption === null) {
      notes.push(note("photo-decoration", said.slice(0, 200)));
      return null;
    }
    return { ...size, name: `anh-${number}.${extension}`, bytes: new Uint8Array(bytes) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notes.push(note("photo-refused", `${said.slice(0, 200)} – ${error.message}`));
    return null;
  }
}
