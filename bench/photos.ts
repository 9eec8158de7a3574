import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import sharp from "sharp";
import { buildWorker } from "../scripts/build-worker.ts";
import { migrate } from "../scripts/start/migration-store.ts";
import { makeQuietOptions } from "../scripts/start/quiet-miniflare.ts";
import { readWorkerConfig } from "../scripts/start/worker-config.ts";
import { addPhotoOwner } from "./seed-store.ts";
import type { PhotoAnswer } from "./workers/photo-answer.ts";

/**
 * `npm run measure:photos -- <folder> [how many]`: sends the photos of a folder and its subfolders through the upload in
 * workerd. Of each accepted photo, every stored file must decode, stand upright, hold no metadata but a copyright and a
 * colour profile, and have the colours that sharp gets by a colour-managed conversion to sRGB. Prints every fault, why
 * photos were refused, and totals.
 */
const [folder, limit] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: npm run measure:photos -- <folder> [how many photos]");
  process.exit(1);
}

/** The largest allowed mean distance of a sample (0 to 255) from sharp's, over a grid of 16 × 16 cells. */
const maxDistance = 4;
const side = 16;

/** Lossy formats share colours among neighbouring pixels: smaller pictures say little about colours. */
const minSide = 64;

/** The eight ways a square picture can lie: turned and mirrored. The first is upright. */
const ways: ((x: number, y: number) => [number, number])[] = [
  (x, y) => [x, y],
  (x, y) => [side - 1 - x, y],
  (x, y) => [x, side - 1 - y],
  (x, y) => [side - 1 - x, side - 1 - y],
  (x, y) => [y, x],
  (x, y) => [side - 1 - y, x],
  (x, y) => [y, side - 1 - x],
  (x, y) => [side - 1 - y, side - 1 - x],
];

const files = await listPhotos(folder, Number(limit ?? 1000));
const { send, stored, stop } = await serveUploads();
const totals = { accepted: 0, files: 0, faults: 0, distances: [] as number[] };
const refusals = new Map<string, string[]>();
try {
  for (const file of files) await measure(file);
} finally {
  await stop();
}
for (const [reason, names] of refusals) {
  console.log(`\n${names.length} refused: ${reason}\n  ${names.join("\n  ")}`);
}
const sorted = totals.distances.toSorted((one, other) => one - other);
const share = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
console.log(
  `\n${files.length} photos: ${totals.accepted} accepted with ${totals.files} files, ${files.length - totals.accepted} refused;` +
    ` ${totals.faults} faults; colour distance: median ${share(0.5)}, 99 % ${share(0.99)}, largest ${share(1)}`,
);

/** Photos by name, evenly spread over the folder if there are more than `most`. */
async function listPhotos(root: string, max: number): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(jpe?g|png|webp|gif|hei[cf])$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const step = Math.max(1, paths.length / max);
  return Array.from({ length: Math.min(max, paths.length) }, (_, index) =>
    String(paths[Math.floor(index * step)]),
  );
}

async function measure(file: string): Promise<void> {
  const sent = await readFile(file);
  const answer = await send(sent);
  if ("refusal" in answer) {
    refusals.set(answer.refusal, [...(refusals.get(answer.refusal) ?? []), file]);
    return;
  }
  totals.accepted++;
  const faults = answer.variants.length === 0 ? ["no variants"] : [];
  const { grid: reference } = await readSamples(sent);
  for (const [name, bytes] of await stored(answer.id)) {
    totals.files++;
    for (const fault of await findFaults(name, bytes, reference)) faults.push(`${name}: ${fault}`);
  }
  totals.faults += faults.length;
  for (const fault of faults) console.log(`${file}: ${fault}`);
}

async function findFaults(
  name: string,
  bytes: Uint8Array,
  reference: Uint8Array | null,
): Promise<string[]> {
  const faults = await findMetadata(bytes);
  const { isDecoded, grid: seen } = await readSamples(bytes);
  if (!isDecoded) return [...faults, "does not decode"];
  // The share image is cropped, so it cannot be compared.
  if (seen === null || reference === null || name === "share.jpg") return faults;
  const distances = ways.map((way) => measureDistance(seen, turn(reference, way)));
  const upright = distances[0] ?? 0;
  totals.distances.push(upright);
  if (upright > maxDistance) faults.push(`colours are ${upright.toFixed(1)} away`);
  if (upright > 2 * Math.min(...distances) + 1) faults.push("is not upright");
  return faults;
}

/** What the file says besides its picture, a copyright and a colour profile. */
async function findMetadata(bytes: Uint8Array): Promise<string[]> {
  const { exif, iptc, xmp, comments, orientation } = await sharp(bytes).metadata();
  const texts = (comments ?? []).filter(({ keyword }) => keyword !== "Copyright");
  return [
    ...(exif !== undefined && !isCopyrightAlone(exif) ? ["EXIF"] : []),
    ...(iptc === undefined ? [] : ["IPTC"]),
    ...(xmp === undefined ? [] : ["XMP"]),
    ...(texts.length === 0 ? [] : ["text"]),
    ...((orientation ?? 1) === 1 ? [] : ["orientation"]),
  ];
}

/** Whether a block of EXIF, with or without its signature, is one directory with one entry: the copyright. */
function isCopyrightAlone(exif: Buffer): boolean {
  const start = exif.indexOf("MM\0*");
  if (start === -1) return false;
  const [entries, tag] = [exif.readUInt16BE(start + 8), exif.readUInt16BE(start + 10)];
  return entries === 1 && tag === 0x8298 && exif.readUInt32BE(start + 22) === 0;
}

/**
 * Red, green and blue of the photo as a browser shows it (upright, in sRGB, the first frame) on white, as means over a
 * grid. No grid for pictures that are too small to compare.
 */
async function readSamples(
  photo: Uint8Array,
): Promise<{ isDecoded: boolean; grid: Uint8Array | null }> {
  try {
    const { data, info } = await sharp(photo, {
      autoOrient: true,
      failOn: "truncated",
      limitInputPixels: false,
    })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const isSmall = Math.min(info.width, info.height) < minSide;
    return { isDecoded: true, grid: isSmall ? null : computeAverage(data, info) };
  } catch {
    return { isDecoded: false, grid: null };
  }
}

/** The mean colour of each cell of a grid of `side` by `side`. */
function computeAverage(
  data: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: number },
): Uint8Array {
  const sums = new Float64Array(3 * side * side);
  const counts = new Float64Array(side * side);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * side) / height) * side + Math.floor((x * side) / width);
      const at = (y * width + x) * channels;
      counts[cell] = (counts[cell] ?? 0) + 1;
      for (let colour = 0; colour < 3; colour++) {
        const to = 3 * cell + colour;
        sums[to] = (sums[to] ?? 0) + (data[at + (channels < 3 ? 0 : colour)] ?? 0);
      }
    }
  }
  return Uint8Array.from(sums, (sum, at) => sum / (counts[Math.floor(at / 3)] ?? 1));
}

function turn(picture: Uint8Array, way: (x: number, y: number) => [number, number]): Uint8Array {
  return Uint8Array.from({ length: picture.length }, (_, at) => {
    const pixel = Math.floor(at / 3);
    const [x, y] = way(pixel % side, Math.floor(pixel / side));
    return picture[3 * (y * side + x) + (at % 3)] ?? 0;
  });
}

function measureDistance(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}

/** The upload alone, in workerd, with an empty database and bucket. */
async function serveUploads() {
  const resources = await mkdtemp(join(tmpdir(), "measure-photos-"));
  const config = await readWorkerConfig();
  const contents = await buildWorker("bench/workers/photo-worker.ts");
  const worker = {
    ...config.options,
    name: "photos",
    modules: [{ type: "ESModule" as const, path: "worker.js", contents }],
  };
  const miniflare = new Miniflare(makeQuietOptions(resources, [worker, config.assets]));
  const database = await miniflare.getD1Database("DB");
  await migrate(database, config.migrations);
  await addPhotoOwner(database, "owner");
  const bucket = await miniflare.getR2Bucket("PHOTOS");
  const origin = await miniflare.ready;
  return {
    send: async (bytes: Uint8Array): Promise<PhotoAnswer> => {
      const body = new Uint8Array(bytes);
      const answer = await fetch(origin, { method: "POST", body });
      if (!answer.ok) return { refusal: `HTTP ${answer.status}` };
      return (await answer.json()) as PhotoAnswer;
    },
    stored: async (id: string): Promise<[string, Uint8Array][]> => {
      const { objects } = await bucket.list({ prefix: `photos/${id}/` });
      return Promise.all(
        objects.map(async ({ key }): Promise<[string, Uint8Array]> => {
          const object = await bucket.get(key);
          const bytes = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0));
          return [key.slice(key.lastIndexOf("/") + 1), bytes];
        }),
      );
    },
    stop: async () => {
      await miniflare.dispose();
      await rm(resources, { recursive: true });
    },
  };
}
