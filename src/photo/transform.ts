import type { PhotoType } from "./photo.ts";

/** The part of the Images binding that is used. Every call of `input` is one billed transformation. */
export type PhotoTransforms = Pick<ImagesBinding, "input">;

/** `quality` is 1 to 100; PNG ignores it. */
export type Encoding = { type: PhotoType; quality: number };

/**
 * Draws a photo again. Images applies EXIF orientation before `transform`, in production and in miniflare. An animation
 * becomes its first frame: nothing on a page moves by itself (WCAG 2.2.2). Rejects when Images does, or after
 * `deadline` (ms since the epoch).
 */
export async function transformPhoto(
  images: PhotoTransforms,
  photo: Uint8Array,
  transform: ImageTransform,
  { type, quality }: Encoding,
  deadline: number,
): Promise<Uint8Array> {
  const draw = async () => {
    const handle = images.input(new Blob([photo]).stream()).transform(transform);
    const result = await handle.output({ format: type, quality, anim: false });
    return new Uint8Array(await result.response().arrayBuffer());
  };
  return beforeDeadline(draw(), deadline);
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

/** The first line of a failure, for the log: the local Images sends its whole stack. */
export function describeFailure(failure: unknown): string {
  return String(failure).split("\n", 1).join("");
}
