import { minPixels } from "../../check/rules/photos.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { wereFactsIgnored } from "../../photo/photo-facts.ts";
import { nameVariantFile } from "../../photo/photo.ts";
import { storePhoto } from "../../photo/photo-upload.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { readSentPhoto } from "../../publishing/sent-photo.ts";
import type { SentFile } from "../../request/part-reader.ts";
import { startAct } from "../guard.ts";
import { staffPhotoPath } from "../../addresses/newsroom.ts";
import type { FieldError } from "../../errors.ts";
import { replacePhotoReferences } from "../../markdown/markdown.ts";
import type { Actor } from "../../people/person.ts";
import type { PhotoUploadEnv } from "../../photo/photo-upload.ts";
import { maxPhotos } from "../../article/article-input.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { TypedForm } from "./typed-form.ts";

export { photoBody } from "../../publishing/sent-photo.ts";

/**
 * POST /toa-soan/anh: the body is the photo, the query has optional facts (PhotoFactsInput). Answers `{id, width, height, variants, url, credit,
 * warning, factsIgnored}`; `url` is a small file of it for staff, `warning` a sentence or null. The same bytes again are the same
 * photo; `factsIgnored` is then a sentence if its facts are others, else null.
 */
export async function postPhoto(c: AppContext): Promise<Response> {
  const { bytes, facts } = await readSentPhoto(c);
  const sender = startAct(c).actor;
  const stored = await storePhoto(c.env, { bytes, sender, ...facts });
  const { photo } = stored;
  const { id, width, height, variants, credit } = photo;
  const url = staffPhotoPath(id, nameVariantFile(photo, "480.webp"));
  const warning = Math.max(width, height) < minPixels ? formWords.smallPhoto : null;
  const factsIgnored = wereFactsIgnored(stored, facts) ? mediaWords.factsIgnored : null;
  return c.json({ id, width, height, variants, url, credit, warning, factsIgnored }, 201);
}

/**
 * Stores the photos that were sent with the form and names them in its fields. One at a time, because each is held in memory
 * whole. A photo that was stored stays stored even if another is refused, so that nobody has to send it again.
 */
export async function storeFormPhotos(
  env: PhotoUploadEnv,
  sender: Actor,
  { values, leadFile, files }: Pick<TypedForm, "values" | "leadFile" | "files">,
): Promise<{ values: FormValues; errors: FieldError[] }> {
  const taken = { ...values };
  const errors: FieldError[] = [];
  const store = async ({ name, bytes }: SentFile, path: string): Promise<string | null> => {
    try {
      const { photo } = await storePhoto(env, { bytes, sender });
      return photo.id;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "forbidden") throw error;
      errors.push({ path, message: formWords.photoFailed(name, error.message) });
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

/** Puts a photo where the body names its file, else at the end. */
function bodyWith(body: string, name: string, id: string): string {
  const named = replacePhotoReferences(body, (reference) => (reference === name ? id : null));
  if (named !== body || body.includes(`](photo:${id}`)) return named;
  return `${body.trimEnd()}${body.trim() === "" ? "" : "\n\n"}![](photo:${id})\n`;
}
