import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { replacePhotoReferences } from "../../markdown/markdown.ts";
import type { Person } from "../../people/person.ts";
import { storePhoto } from "../../photo/photo-upload.ts";
import type { PhotoUploadEnv } from "../../photo/photo-upload.ts";
import { maxPhotos } from "../../publishing/incoming-photos.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { TypedForm } from "./typed-form.ts";

/**
 * Stores the photos that came with the form and names them in its fields, one after another: each is held in memory whole.
 * Those that were fine stay stored whatever becomes of the rest, so that nobody sends them twice.
 */
export async function takePhotos(
  env: PhotoUploadEnv,
  owner: Person,
  { values, leadFile, files }: Pick<TypedForm, "values" | "leadFile" | "files">,
): Promise<{ values: FormValues; errors: FieldError[] }> {
  const taken = { ...values };
  const errors: FieldError[] = [];
  const store = async (file: File, path: string): Promise<string | null> => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { photo } = await storePhoto(env, { bytes, credit: null, ownerId: owner.id });
      return photo.id;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push({ path, message: formWords.photoFailed(file.name, error.message) });
      return null;
    }
  };
  if (files.length > maxPhotos) {
    errors.push({ path: "photos", message: formWords.tooManyPhotos(maxPhotos) });
  }
  if (leadFile !== null) {
    taken["leadPhoto.photo"] =
      (await store(leadFile, "leadPhoto.file")) ?? taken["leadPhoto.photo"];
  }
  for (const file of files.slice(0, maxPhotos)) {
    const id = await store(file, "photos");
    if (id !== null) taken.body = bodyWith(taken.body, normaliseLine(file.name).text, id);
  }
  return { values: taken, errors };
}

/** The body with a photo where it names the file, else at its end. */
function bodyWith(body: string, name: string, id: string): string {
  const named = replacePhotoReferences(body, (reference) => (reference === name ? id : null));
  if (named !== body || body.includes(`](photo:${id}`)) return named;
  return `${body.trimEnd()}${body.trim() === "" ? "" : "\n\n"}![](photo:${id})\n`;
}
