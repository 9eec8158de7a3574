/** What the guides' pictures show, in CSS pixels: a telephone, photographed at two pixels to one, or a computer. */
export type PictureSize = { width: number; height: number };

const telephone = { width: 360, height: 720 };
const computer = { width: 1280, height: 800 };

/** The pictures of the guides, by name; each is the file `pictures/<name>.webp`. */
export const guidePictures = {
  "sign-in": { width: 360, height: 520 },
  "form-wide": computer,
  "form-photo": telephone,
  "form-findings": telephone,
  preview: computer,
  "desk-reporter": telephone,
  "delivery-check": telephone,
  "desk-editor": telephone,
  "article-page": telephone,
  "give-back": telephone,
  schedule: telephone,
  compare: telephone,
  correction: telephone,
  "preview-link": telephone,
  erase: telephone,
  "two-writers": { width: 1280, height: 600 },
  admin: computer,
  royalties: computer,
} as const satisfies Record<string, PictureSize>;

export type PictureName = keyof typeof guidePictures;

/** Whether there is a picture of this name. */
export function isPicture(name: string): name is PictureName {
  return Object.hasOwn(guidePictures, name);
}
