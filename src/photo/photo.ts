/** The formats in which a photo is kept and served. HEIC is turned into JPEG on its way in. */
export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/gif";

/** In pixels. */
export type Size = { width: number; height: number };

/** What may be derived from an upload; a small photo, or one whose derivation failed, has fewer. */
export const variantNames = ["480.webp", "960.webp", "1600.webp", "960.jpg", "share.jpg"] as const;

export type VariantName = (typeof variantNames)[number];

export type PhotoVariants = Partial<Record<VariantName, Size & { bytes: number }>>;

/**
 * A stored photo. `id` is the SHA-256 (hex) of the bytes as they were uploaded; `type` and `bytes` are of the
 * stripped upload that is kept; `width` and `height` are as a person sees it, after orientation.
 */
export type Photo = Size & {
  id: string;
  type: PhotoType;
  bytes: number;
  variants: PhotoVariants;
  credit: string | null;
};

/** Characters of who took a photo. */
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

export function variantType(name: VariantName): PhotoType {
  return name.endsWith(".webp") ? "image/webp" : "image/jpeg";
}
