import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { listPhotos } from "../../markdown/markdown.ts";
import { replacePhotoWords } from "../../markdown/photo-words.ts";
import { enterCredit } from "../../publishing/credit-proposal.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { readLine, readRaw } from "../form-data.ts";

/** The fields of the photos of the body: see `textPhotos`. */
export const textPhotoFields = /photo\.\d{1,3}\.(?:id|was|caption|alt|credit)|leadPhoto\.choose/;

/** A photo of the body as it was sent. A field that was not changed is null. */
type TypedPhoto = {
  id: string;
  caption: string | null;
  alt: string | null;
  credit: string | null;
};

/** The photos of the body, in the order of the form. Those of which nothing was changed are included. */
export function readTypedPhotos(sent: FormData): TypedPhoto[] {
  const photos: TypedPhoto[] = [];
  for (let place = 0; sent.has(`photo.${place}.id`); place++) {
    const read = (field: string): string => readLine(sent, `photo.${place}.${field}`);
    const [caption, alt, credit] = parseWas(readRaw(sent, `photo.${place}.was`));
    photos.push({
      id: read("id"),
      caption: read("caption") === caption ? null : read("caption"),
      alt: read("alt") === alt ? null : read("alt"),
      credit: read("credit") === credit ? null : read("credit"),
    });
  }
  return photos;
}

function parseWas(json: string): unknown[] {
  try {
    const was: unknown = JSON.parse(json);
    return Array.isArray(was) ? was : [];
  } catch {
    return [];
  }
}

/**
 * Writes the changed words into the body. The second use of a photo in the form is its second use in the body. A use that the body
 * does not have any more is left out.
 */
export function writePhotoWords(
  body: string,
  typed: readonly TypedPhoto[],
): { body: string; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const used = new Map<string, number>();
  let written = body;
  for (const { id, caption, alt } of typed) {
    const use = used.get(id) ?? 0;
    used.set(id, use + 1);
    if (caption === null && alt === null) continue;
    const photos = listPhotos(written);
    const index = photos.flatMap(({ ref }, place) => (ref === id ? [place] : []))[use];
    const photo = index === undefined ? undefined : photos[index];
    if (index === undefined || photo === undefined) continue;
    const words = { alt: alt ?? photo.alt, caption: caption ?? photo.caption };
    const changed = replacePhotoWords(written, index, words);
    if (changed === null) {
      errors.push({
        path: "body",
        message: formWords.photoWordsNotWritten(alt || photo.alt || id),
      });
    } else written = changed;
  }
  return { body: written, errors };
}

/** Saves who took the photos, where that was changed. The last of two different names for one photo counts. */
export async function creditTypedPhotos(
  by: ActContext,
  typed: readonly TypedPhoto[],
): Promise<FieldError[]> {
  const credits = new Map(
    typed.flatMap(({ id, credit }) => (credit === null ? [] : [[id, credit] as const])),
  );
  const errors: FieldError[] = [];
  for (const [photoId, credit] of credits) {
    try {
      await enterCredit(by, { photoId, credit: credit || null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push({ path: "photos", message: formWords.creditNotSaved(credit, error.message) });
    }
  }
  return errors;
}
