import type { PhotoType } from "./photo.ts";

/** The part of the Images binding that is used. Every call of `input` is one billed transformation. */
export type PhotoTransforms = Pick<ImagesBinding, "input">;

/** `quality` is 1 to 100. It is null for PNG, which Images would otherwise reduce to a palette. */
export type Encoding = { type: PhotoType; quality: number | null };

/** Behind a picture whose format has no transparency. */
const white = "#ffffff";

/**
 * Draws a photo again. Images applies EXIF orientation before `transform`, in production and in miniflare. An animation
 * becomes its first frame: nothing on a page moves by itself (WCAG 2.2.2). Every option that the binding has is stated;
 * it has none for metadata and colour profiles, so the caller cleans the answer. The local Images ignores `background`.
 * Rejects when Images does, or after `deadline` (ms since the epoch).
 */
export async function transformPhoto(
  images: PhotoTransforms,
  photo: Uint8Array,
  transform: ImageTransform,
  { type, quality }: Encoding,
  deadline: number,
): Promise<Uint8Array> {
  const draw = async () => {
    const handle = images.input(streamBytes(photo)).transform(transform);
    const options: ImageOutputOptions = { format: type, anim: false };
    if (quality !== null) options.quality = quality;
    if (type === "image/jpeg") options.background = white;
    const result = await handle.output(options);
    return new Uint8Array(await result.response().arrayBuffer());
  };
  return beforeDeadline(draw(), deadline);
}

/** A stream that shares the memory of the bytes. A Blob would copy them. */
function streamBytes(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Response(bytes).body ?? new Blob([]).stream();
}

async function beforeDeadline<T>(work: Promise<T>, deadline: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const giveUp = () => late.reject(new Error("Images did not answer in time"));
  const timer = setTimeout(giveUp, Math.max(0, deadline - Date.now()));
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A photo of one pixel that every decoder takes. */
const samplePhoto = Uint8Array.from(
  atob("R0lGODlhAQABAPAAAP///wAAACwAAAAAAQABAAACAkQBADs="),
  (character) => character.charCodeAt(0),
);

/** Images' code for a used up month. https://developers.cloudflare.com/images/reference/troubleshooting/ */
const quotaCode = 9422;

/**
 * Whether Images failed because of the photo, and not because the service is missing, busy or used up. Images' codes do
 * not tell: 9523 stands for both. So Images is asked to draw another photo.
 */
export async function isFaultOfPhoto(
  images: PhotoTransforms,
  failure: unknown,
  deadline: number,
): Promise<boolean> {
  const code: unknown = failure instanceof Error && "code" in failure ? failure.code : null;
  if (typeof code !== "number" || code === quotaCode) return false;
  try {
    const encoding: Encoding = { type: "image/jpeg", quality: 80 };
    await transformPhoto(images, samplePhoto, {}, encoding, deadline);
    return true;
  } catch {
    return false;
  }
}
