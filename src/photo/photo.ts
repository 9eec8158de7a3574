/** The formats that are stored and served. An uploaded HEIC is converted to JPEG. */
export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/gif";

/** In pixels. */
export type Size = { width: number; height: number };

/** The possible variants. A small photo has fewer, and so has one whose transformation failed. */
export const variantNames = ["480.webp", "960.webp", "1600.webp", "960.jpg", "share.jpg"] as const;

export type VariantName = (typeof variantNames)[number];

/** The variants that a page offers to browsers, narrowest first. */
export const webpVariants = ["480.webp", "960.webp", "1600.webp"] as const satisfies VariantName[];

export type PhotoVariants = Partial<Record<VariantName, Size & { bytes: number }>>;

/**
 * A stored photo. `id` is the SHA-256 (hex) of the uploaded bytes; `type` and `bytes` are those of the stripped upload;
 * `width` and `height` are after orientation.
 */
export type Photo = Size & {
  id: string;
  type: PhotoType;
  bytes: number;
  variants: PhotoVariants;
  credit: string | null;
};

/** The most characters of a credit. */
export const maxCreditLength = 200;

/** One file of a photo: `/anh/<id>/<variant>`. */
export type PhotoSource = Size & { variant: string; type: PhotoType };

const uploadNames = {
  "image/jpeg": "goc.jpg",
  "image/png": "goc.png",
  "image/webp": "goc.webp",
  "image/gif": "goc.gif",
} as const satisfies Record<PhotoType, string>;

/** The name under which the stripped upload itself is stored and served: `goc.` and its extension. */
export function uploadName(type: PhotoType): string {
  return uploadNames[type];
}

function variantType(name: VariantName): PhotoType {
  return name.endsWith(".webp") ? "image/webp" : "image/jpeg";
}

/** What decides which files a photo has. */
export type PhotoFiles = Size & {
  type: PhotoType;
  variants: Partial<Record<VariantName, Size>>;
};

/** The file that every browser and feed reader can show: the JPEG, or the stripped upload if no JPEG was made. */
export function plainFile(photo: PhotoFiles): PhotoSource {
  const jpeg = photo.variants["960.jpg"];
  if (jpeg !== undefined) return { variant: "960.jpg", type: "image/jpeg", ...jpeg };
  const { type, width, height } = photo;
  return { variant: uploadName(type), type, width, height };
}

/** The widest variant of the whole photo. Of two that are equally wide, the JPEG. The stripped upload if none was made. */
export function largestFile(photo: PhotoFiles): PhotoSource {
  let largest: PhotoSource | null = null;
  for (const variant of ["960.jpg", ...webpVariants] as const) {
    const size = photo.variants[variant];
    if (size === undefined || size.width <= (largest?.width ?? 0)) continue;
    largest = { variant, type: variantType(variant), ...size };
  }
  return largest ?? plainFile(photo);
}
