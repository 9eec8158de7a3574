import { minPixels } from "../../check/rules/photos.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { maxCreditLength } from "../../photo/photo.ts";
import { maxPhotoBytes, storePhoto } from "../../photo/photo-upload.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { requestWords } from "../../vietnamese/words/request.ts";
import { lineOf, readFormData } from "../form-data.ts";
import { staff } from "../guard.ts";
import { staffPhotoPath } from "../../addresses/newsroom.ts";

/** Bytes of a form besides its file. */
const besides = 10_000;

/**
 * POST /toa-soan/anh: multipart `file`, optional `credit`. Answers `{id, width, height, variants, url, warning}`; `url` is
 * a small file of it for staff, `warning` a sentence or null. The same bytes again are the same photo.
 */
export async function postPhoto(c: AppContext): Promise<Response> {
  const form = await readFormData(c.req.raw, maxPhotoBytes + besides);
  const file = form.get("file");
  if (file === null || typeof file === "string") {
    throw new AppError("invalid", requestWords.required, [
      { path: "file", message: requestWords.required },
    ]);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const credit = lineOf(form, "credit").slice(0, maxCreditLength) || null;
  const { photo } = await storePhoto(c.env, { bytes, credit, ownerId: staff(c).id });
  const { id, width, height, variants } = photo;
  const url = staffPhotoPath(id, "480.webp");
  const warning = Math.max(width, height) < minPixels ? formWords.smallPhoto : null;
  return c.json({ id, width, height, variants, url, warning }, 201);
}
