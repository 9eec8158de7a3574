import { AppError } from "../errors.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { measurePhoto } from "./photo-header.ts";
import { freeBytes } from "./format/bytes.ts";
import { flattenOnWhite } from "./flatten.ts";
import type { PixelArea } from "./flatten.ts";
import { readMetadata } from "./metadata.ts";
import type { StoredEdit } from "./photo-change-store.ts";
import { getPhotoFile, putFile } from "./photo-store.ts";
import { preparations } from "./photo-preparation.ts";
import type { PhotoUploadEnv } from "./photo-upload.ts";
import { listVariants, uploadName, nameVariantFile } from "./photo.ts";
import type { Area, Photo, PhotoEdit, Point, Size, VariantName } from "./photo.ts";
import { transformPhoto } from "./transform.ts";
import type { PhotoTransforms } from "./transform.ts";
import { fitShape, maxVariantWidth, planVariants, shareSize } from "./variant-plan.ts";
import type { VariantPlan } from "./variant-plan.ts";
import { deriveVariants } from "./variants.ts";
import type { PhotoFile } from "./variants.ts";
import { logFailure } from "../log.ts";

/** The time for all transformations, in ms: a person is waiting. */
const timeout = 25_000;

/** The most pixels that are unpacked at once in the Worker's 128 MB. */
const maxPixels = 8_000_000;

/** One edit at a time, and no large photo beside it. */
const maxMemory = Number.POSITIVE_INFINITY;

/** The fewest pixels of each side of the part that is kept. */
const minSide = 100;

/**
 * Makes and stores every variant of an edit from the stripped upload, under names that no file had before. Nobody sees them
 * until `setEdit` is committed; if that never happens, the sweep of orphan files takes them. AppError invalid for a crop that
 * is too small, unavailable if one of the files cannot be made.
 */
export async function storeEditedVariants(
  env: PhotoUploadEnv,
  photo: Photo,
  edit: PhotoEdit,
): Promise<StoredEdit> {
  refuseSmallCrop(photo, edit);
  const revision = crypto.randomUUID().slice(0, 8);
  try {
    const { size, files } = await preparations.use(maxMemory, async () => {
      const bytes = await readUpload(env.PHOTOS, photo);
      return drawVariants(env.IMAGES, { ...photo, bytes }, edit);
    });
    await Promise.all(
      files.map((file) => {
        const name = nameVariantFile({ revision }, file.name);
        return putFile(env.PHOTOS, photo.id, { ...file, name });
      }),
    );
    return { ...edit, ...size, revision, variants: listVariants(files) };
  } catch (error) {
    logFailure("a photo was not edited", error, { photoId: photo.id });
    throw new AppError("unavailable", photoWords.editFailed);
  }
}

function refuseSmallCrop({ original }: Photo, { rotation, crop }: PhotoEdit): void {
  const { width, height } = turn(original, rotation);
  if (crop === null) return;
  if (crop.width * width >= minSide && crop.height * height >= minSide) return;
  const message = photoWords.cropTooSmall(minSide);
  throw new AppError("invalid", message, [{ path: "crop", message }]);
}

async function readUpload(bucket: R2Bucket, { id, type }: Photo): Promise<Uint8Array> {
  const file = await getPhotoFile(bucket, id, uploadName(type), []);
  if (file === null || !("body" in file)) throw new Error("the upload is missing");
  return new Uint8Array(await file.arrayBuffer());
}

type Upload = Pick<Photo, "type" | "original"> & { bytes: Uint8Array };

/** Rotates the photo once, cuts out the part that is kept, and draws every variant of it. `size` is the size of that part. */
async function drawVariants(
  images: PhotoTransforms,
  upload: Upload,
  edit: PhotoEdit,
): Promise<{ size: Size; files: PhotoFile<VariantName>[] }> {
  const deadline = Date.now() + timeout;
  const rotated = turn(upload.original, edit.rotation);
  const crop = edit.crop ?? { x: 0, y: 0, width: 1, height: 1 };
  const { copyright } = readMetadata(upload.bytes, upload.type);
  const drawn = await drawRotated(images, upload, edit, crop, deadline);
  freeBytes(upload.bytes);
  const drawnSize = measurePhoto(drawn, "image/png");
  const kept = findPixels(drawnSize, crop);
  const draw = async (part: PixelArea, plans: VariantPlan<VariantName>[]) => {
    const { width, height } = part;
    const bytes = await flattenOnWhite(drawn, part);
    const type = "image/png" as const;
    const source = { type, width, height, bytes, copyright, mayBeTransparent: false };
    const { files, failure } = await deriveVariants(images, source, plans, deadline);
    freeBytes(bytes);
    if (files.length < plans.length) throw failure;
    return files;
  };
  const plans = planVariants(kept);
  const size = {
    width: countPixels(crop.width * rotated.width),
    height: countPixels(crop.height * rotated.height),
  };
  if (edit.focus === null) return { size, files: await draw(kept, plans) };
  const share = findShareArea(kept, edit.focus, drawnSize);
  const files = await draw(
    kept,
    plans.filter(({ name }) => name !== "share.jpg"),
  );
  const shareFiles = await draw(
    share,
    plans.filter(({ name }) => name === "share.jpg"),
  );
  return { size, files: [...files, ...shareFiles] };
}

/** As a PNG, as large as the variants of the crop need it. */
async function drawRotated(
  images: PhotoTransforms,
  upload: Upload,
  { rotation }: PhotoEdit,
  crop: Area,
  deadline: number,
): Promise<Uint8Array> {
  const rotated = turn(upload.original, rotation);
  const shape = rotated.width / rotated.height;
  const width = Math.min(
    rotated.width,
    Math.ceil(maxVariantWidth / crop.width),
    Math.floor(Math.sqrt(maxPixels * shape)),
  );
  const transform: ImageTransform = { width, fit: "scale-down" };
  if (rotation !== 0) transform.rotate = rotation;
  const png = { type: "image/png", quality: null } as const;
  const drawn = await transformPhoto(images, upload.bytes, transform, png, deadline);
  const size = measurePhoto(drawn, "image/png");
  // Another size means that the photo was not rotated, or was rotated after it was scaled.
  if (Math.abs(size.width - width) > 1 || Math.abs(size.height - width / shape) > 1) {
    throw new Error(`asked for ${width} pixels of ${shape}, got ${size.width}×${size.height}`);
  }
  return drawn;
}

/** The size after a rotation. */
function turn({ width, height }: Size, rotation: PhotoEdit["rotation"]): Size {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** A part of a picture in whole pixels. */
function findPixels(picture: Size, { x, y, width, height }: Area): PixelArea {
  const left = Math.min(Math.round(x * picture.width), picture.width - 1);
  const top = Math.min(Math.round(y * picture.height), picture.height - 1);
  return {
    left,
    top,
    width: Math.min(countPixels(width * picture.width), picture.width - left),
    height: Math.min(countPixels(height * picture.height), picture.height - top),
  };
}

/** The largest part of the kept part that has the shape of the share image, with the focus as near its middle as it can be. */
function findShareArea(kept: PixelArea, focus: Point, picture: Size): PixelArea {
  const { width, height } = fitShape(kept, shareSize);
  const place = (middle: number, size: number, from: number, available: number) =>
    from + Math.round(Math.min(Math.max(middle - size / 2 - from, 0), available - size));
  return {
    left: place(focus.x * picture.width, width, kept.left, kept.width),
    top: place(focus.y * picture.height, height, kept.top, kept.height),
    width,
    height,
  };
}

function countPixels(length: number): number {
  return Math.max(1, Math.round(length));
}
