import { mediaPath } from "../../addresses/newsroom.ts";
import { withQuery } from "../../addresses/address.ts";
import { maxArticleBytes, maxPhotos } from "../../article/article-input.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import {
  factNames,
  PhotoFactsInput,
  readFactFields,
  wereFactsIgnored,
} from "../../photo/photo-facts.ts";
import { storePhoto } from "../../photo/photo-upload.ts";
import { parseWith } from "../../request/parse.ts";
import { readSentForm } from "../../request/sent-form.ts";
import type { SentForm } from "../../request/sent-form.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { requestWords } from "../../vietnamese/words/request.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { startAct } from "../guard.ts";
import { renderLibraryPage } from "./library-page.ts";

/** Photos in one request. */
export const libraryUploadBody = { bytes: maxArticleBytes, parts: maxPhotos + 20 };

/**
 * POST /toa-soan/anh/nhieu: multipart `files` and facts, which count for each. For browsers without script. A photo that was stored
 * stays even if another is refused.
 */
export async function postLibraryPhotos(c: AppContext): Promise<Response> {
  const form = await readSentForm(c, null);
  try {
    const errors = await storeAll(c, form);
    if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
    return seeOther(withQuery(mediaPath, { done: "sent" }));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    const typed = Object.fromEntries(factNames.map((name) => [name, readLine(form.fields, name)]));
    const refused = { typed, errors: error.errors };
    return renderLibraryPage(c, { photos: [], next: null, query: "", show: null, refused });
  }
}

/**
 * Stores the photos one after the other, because each is held in memory whole. Returns why some were refused, and which were
 * stored already and keep their facts.
 */
async function storeAll(c: AppContext, form: SentForm): Promise<FieldError[]> {
  if (form.isTooHeavy)
    return [{ path: "files", message: formWords.tooHeavy(maxArticleBytes / 1_000_000) }];
  const facts = parseWith(PhotoFactsInput, readFactFields(form.fields));
  const files = form.files.filter(({ field, bytes }) => field === "files" && bytes.length > 0);
  if (files.length === 0) return [{ path: "files", message: mediaWords.noFiles }];
  const { actor: sender } = startAct(c);
  const errors: FieldError[] = [];
  for (const { name, bytes } of files) {
    try {
      const stored = await storePhoto(c.env, { bytes, sender, ...facts });
      if (!wereFactsIgnored(stored, facts)) continue;
      const message = mediaWords.fileRefused(name, mediaWords.factsIgnored);
      errors.push({ path: "files", message });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "forbidden") throw error;
      const [{ path } = { path: "file" }] = error.errors;
      const isFile = path === "file";
      const message = isFile ? mediaWords.fileRefused(name, error.message) : error.message;
      errors.push({ path: isFile ? "files" : path, message });
    }
  }
  return errors;
}
