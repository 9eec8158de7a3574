import { uploadName } from "./photo.ts";
import type { PhotoType, Size, VariantName } from "./photo.ts";
import type { Encoding } from "./transform.ts";

/** A variant to make: its exact size, never larger than the photo, and whether it is cropped to that size. */
export type VariantPlan<Name extends string = string> = Size &
  Encoding & { name: Name; crop: boolean };

const webpRungs = [
  { name: "480.webp", maxWidth: 480 },
  { name: "960.webp", maxWidth: 960 },
  { name: "1600.webp", maxWidth: 1600 },
] as const;

/** No variant is wider. */
export const maxVariantWidth = 1600;

/** A WebP is made only when the photo is this much wider than the next smaller WebP. */
const worthwhile = 1.25;

export const shareSize = { width: 1200, height: 630 };

const webp: Encoding = { type: "image/webp", quality: 80 };
const jpeg: Encoding = { type: "image/jpeg", quality: 82 };

/**
 * The variants to make for a photo of this upright size, the most useful first. The JPEGs and the smallest WebP always;
 * a wider WebP when it shows more than the smaller one: a photo of 1,000 pixels has no 1600.webp, one of 1,500 has one
 * that is 1,500 wide. Nothing is enlarged.
 * Every photo gets a share image, though only that of a lead photo is shown: at upload nobody knows which photo will
 * lead, and making it at publication would make publishing depend on another service. It is one transformation in five:
 * the 5,000 free ones make 1,000 photos a month.
 */
export function planVariants(photo: Size): VariantPlan<VariantName>[] {
  const webps = webpRungs
    .filter((_, rung) => photo.width >= worthwhile * (webpRungs[rung - 1]?.maxWidth ?? 0))
    .map(({ name, maxWidth }) => ({ name, ...webp, crop: false, ...scaleDown(photo, maxWidth) }));
  return [
    { name: "960.jpg", ...jpeg, crop: false, ...scaleDown(photo, 960) },
    { name: "share.jpg", ...jpeg, crop: true, ...cropWithin(photo, shareSize) },
    ...webps,
  ];
}

/** The upload at its full size, upright. */
export function planUpright(photo: Size, type: PhotoType): VariantPlan {
  const quality = type === "image/png" ? null : 92;
  return { name: uploadName(type), type, quality, crop: false, ...photo };
}

function scaleDown(photo: Size, maxWidth: number): Size {
  const width = Math.min(photo.width, maxWidth);
  return { width, height: Math.max(1, Math.round((photo.height * width) / photo.width)) };
}

/** The largest rectangle of the wanted shape inside both the photo and the wanted size. */
function cropWithin(photo: Size, wanted: Size): Size {
  const { width, height } = fitShape(photo, wanted);
  return width <= wanted.width ? { width, height } : wanted;
}

/** The largest rectangle of this shape inside a picture. */
export function fitShape(picture: Size, shape: Size): Size {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  return {
    width: Math.max(1, Math.round(shape.width * scale)),
    height: Math.max(1, Math.round(shape.height * scale)),
  };
}
