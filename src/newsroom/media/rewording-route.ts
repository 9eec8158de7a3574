import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { startAct } from "../guard.ts";
import { withQuery } from "../../addresses/address.ts";
import { mediaPhotoPath } from "../../addresses/newsroom.ts";
import { readPhotoDetails } from "./photo-details.ts";
import { renderPhotoPage } from "./photo-page.ts";
import { chooseEnding } from "./rewording-form.ts";
import { rewordPhoto } from "../../publishing/rewording.ts";

/** The text fields of the form of a photo in one place. */
export const photoWordsFields = /^(?:article|place|version|(?:alt|caption)-[\w-]+)$/;

/** POST /toa-soan/anh/:photo/mo-ta: changes the words of a photo in one article, as a new version of it. */
export async function postPhotoWords(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { photo } = await readPhotoDetails(c);
  const form = await readForm(c);
  const article = await readArticleToEdit(act, readLine(form, "article"));
  const at = { articleId: article.id, place: readNumber(form, "place") };
  const ending = chooseEnding(at);
  const words = {
    alt: readLine(form, `alt${ending}`),
    caption: readLine(form, `caption${ending}`),
  };
  const version = readNumber(form, "version");
  const rewording = { photoId: photo.id, place: at.place, version, ...words };
  try {
    const isNew = await rewordPhoto(c.env, act, article, rewording);
    return seeOther(withQuery(mediaPhotoPath(photo.id), { done: isNew ? "words" : "" }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const details = await readPhotoDetails(c);
    return renderPhotoPage(c, { ...details, words: { ...at, ...words, error } });
  }
}

/** A number in a hidden field; -1, which is never valid, if it is missing or invalid. */
function readNumber(form: FormData, name: string): number {
  const text = readLine(form, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
