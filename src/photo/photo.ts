import type { PhotoFacts } from "./photo-facts.ts";

/** The formats that are stored and served. An uploaded HEIC is converted to JPEG. */
export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/gif";

/** In pixels. */
export type Size = { width: number; height: number };

/** A place in a picture: `x` from its left edge (0) to its right edge (1), `y` from its top edge (0) to its bottom edge (1). */
export type Point = { x: number; y: number };

/** A part of a picture, in the same measure. */
export type Area = Point & { width: number; height: number };

export const rotations = [0, 90, 180, 270] as const;

/** How readers see a photo. */
export type PhotoEdit = {
  /** In degrees, clockwise, from the upright photo. */
  rotation: (typeof rotations)[number];
  /** The part of the rotated photo that is kept; null keeps all of it. */
  crop: Area | null;
  /** What matters most, as a place in the rotated photo. Smaller cuts of the photo are made around it. */
  focus: Point | null;
};

/** The possible variants. A small photo has fewer, and so has one whose transformation failed. */
export const variantNames = ["480.webp", "960.webp", "1600.webp", "960.jpg", "share.jpg"] as const;

export type VariantName = (typeof variantNames)[number];

/** The variants that a page offers to browsers, narrowest first. */
export const webpVariants = ["480.webp", "960.webp", "1600.webp"] as const satisfies VariantName[];

export type PhotoVariants = Partial<Record<VariantName, Size & { bytes: number }>>;

/** The sizes of files, by the variant that each one is. */
export function listVariants(
  files: readonly (Size & { name: string; bytes: Uint8Array })[],
): PhotoVariants {
  const made: PhotoVariants = {};
  for (const name of variantNames) {
    const file = files.find((one) => one.name === name);
    if (file === undefined) continue;
    made[name] = { width: file.width, height: file.height, bytes: file.bytes.length };
  }
  return made;
}

/**
 * A stored photo. `id` is the SHA-256 (hex) of the uploaded bytes; `type` and `bytes` are those of the stripped upload;
 * `width`, `height` and `variants` are as readers see it, after orientation and edit.
 */
export type Photo = Size &
  Revised &
  PhotoFacts & {
    id: string;
    type: PhotoType;
    bytes: number;
    variants: PhotoVariants;
    /** Null for a photo that is shown as it was uploaded. */
    edit: PhotoEdit | null;
    /** The same photo before its edit. */
    original: Size & { variants: PhotoVariants };
  };

/** Names the files of a photo's present edit. Absent for a photo that is shown as it was uploaded. */
export type Revised = { revision?: string };

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

/** Where R2 keeps a file of a photo. */
export function photoKey(id: string, name: string): string {
  return `photos/${id}/${name}`;
}

/**
 * The name of a variant's file. Files of an edit have its revision in their names, such as "480-1a2b3c4d.webp", so that the bytes
 * under an address never change.
 */
export function nameVariantFile({ revision }: Revised, name: VariantName): string {
  return revision === undefined ? name : name.replace(".", `-${revision}.`);
}

/** Stands for a revision in the names under which staff open the variants of a photo from before its edit: "480-goc.webp". */
export const originalRevision = "goc";

/** The variant and the revision in the name of a file; null for another name. */
export function parseVariantFile(file: string): (Revised & { name: VariantName }) | null {
  const [, start = "", revision, type = ""] =
    /^(\w+)(?:-([\da-f]{8}|goc))?(\.\w+)$/.exec(file) ?? [];
  const name = variantNames.find((known) => known === start + type);
  if (name === undefined) return null;
  return revision === undefined ? { name } : { name, revision };
}

function findVariantType(name: VariantName): PhotoType {
  return name.endsWith(".webp") ? "image/webp" : "image/jpeg";
}

/** What decides which files a photo has. */
export type PhotoFiles = Size &
  Revised & {
    type: PhotoType;
    variants: Partial<Record<VariantName, Size>>;
  };

/** The file that every browser and feed reader can show: the JPEG, or the stripped upload if no JPEG was made. */
export function namePlainFile(photo: PhotoFiles): PhotoSource {
  const jpeg = photo.variants["960.jpg"];
  if (jpeg !== undefined) {
    return { variant: nameVariantFile(photo, "960.jpg"), type: "image/jpeg", ...jpeg };
  }
  const { type, width, height } = photo;
  return { variant: uploadName(type), type, width, height };
}

/** The widest variant of the whole photo. Of two that are equally wide, the JPEG. The stripped upload if none was made. */
export function nameLargestFile(photo: PhotoFiles): PhotoSource {
  let largest: PhotoSource | null = null;
  for (const variant of ["960.jpg", ...webpVariants] as const) {
    const size = photo.variants[variant];
    if (size === undefined || size.width <= (largest?.width ?? 0)) continue;
    largest = { variant: nameVariantFile(photo, variant), type: findVariantType(variant), ...size };
  }
  return largest ?? namePlainFile(photo);
}
