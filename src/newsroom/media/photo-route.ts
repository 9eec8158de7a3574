import { mediaPath, mediaPhotoPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { seeOther } from "../answer.ts";
import { readErasureReason } from "../erasure-form.ts";
import { readLine, readRaw } from "../form-data.ts";
import { parseWith } from "../../request/parse.ts";
import { readForm } from "../../request/read-body.ts";
import { staff, startAct, wantsJson } from "../guard.ts";
import { describePhoto } from "./edit-route.ts";
import { erasePage } from "./erase-page.ts";
import { readPhotoDetails } from "./photo-details.ts";
import type { PhotoDetails } from "./photo-details.ts";
import { keepChangedFacts } from "./facts-form.ts";
import { renderPhotoPage } from "./photo-page.ts";
import { servePhoto } from "../../photo/photo-bytes.ts";
import { findStaffPhoto } from "../../photo/photo-store.ts";
import { factNames, PhotoFactsInput, readFactFields } from "../../photo/photo-facts.ts";
import { filterByViewer } from "../../publishing/permission.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { updatePhoto } from "../../publishing/photo-acts.ts";
import { erasePhoto } from "../../publishing/photo-erasure.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";

/** Messages by the value of `?done=`. */
const doneBy = new Map([
  ["facts", mediaWords.factsSaved],
  ["proposed", mediaWords.proposalSent],
  ["accept", mediaWords.accepted],
  ["refuse", mediaWords.refused],
  ["edit", mediaWords.editSaved],
  ["words", mediaWords.wordsSaved],
]);

/** GET /toa-soan/anh/:photo: the photo and where it is used; for a script, the photo as JSON. */
export async function getPhotoPage(c: AppContext): Promise<Response> {
  if (wantsJson(c)) return c.json(describePhoto((await readPhotoDetails(c)).photo));
  const done = doneBy.get(c.req.query("done") ?? "") ?? null;
  return renderPhotoPage(c, { ...(await readPhotoDetails(c)), done });
}

/** The text fields of the form of facts. */
export const photoFactFields = /^(?:credit|source|license|usableUntil|madeByAi|was)$/;

/** POST …/nguoi-chup: saves the fields of the form that were changed in it. Public pages show a new credit or AI label at once. */
export async function postPhotoFacts(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const form = await readForm(c);
  const photoId = c.req.param("photo") ?? "";
  try {
    const sent = parseWith(PhotoFactsInput, readFactFields(form));
    const facts = keepChangedFacts(sent, readRaw(form, "was"));
    const photo = await updatePhoto(c.env, act, { photoId, facts });
    await purgeDue(act.db, c.executionCtx, act.now);
    return wantsJson(c)
      ? c.json(describePhoto(photo))
      : seeOther(`${mediaPhotoPath(photoId)}?done=facts`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid" || wantsJson(c)) throw error;
    const details = await readPhotoDetails(c);
    const fields = [...factNames, "was"].map((name) => [name, readLine(form, name)]);
    const typed = Object.fromEntries(fields);
    return renderPhotoPage(c, { ...details, facts: { typed, errors: error.errors } });
  }
}

/** GET …/xoa: asks before erasing. */
export async function getErasure(c: AppContext): Promise<Response> {
  return erasePage(c, await readPhotoToErase(c), null);
}

/** POST …/xoa: erases the photo from every page, cache and store. */
export async function postErasure(c: AppContext): Promise<Response> {
  const details = await readPhotoToErase(c);
  const typed = readErasureReason(await readForm(c));
  if (typed.errors.length > 0) return erasePage(c, details, typed);
  const act = startAct(c);
  await erasePhoto(c.env, act, { photoId: details.photo.id, reason: typed.reason });
  await purgeDue(act.db, c.executionCtx, act.now);
  return seeOther(`${mediaPath}?done=erased`);
}

async function readPhotoToErase(c: AppContext): Promise<PhotoDetails> {
  const details = await readPhotoDetails(c);
  if (!details.mayErase) throw new AppError("forbidden", mediaWords.mayNotErase);
  return details;
}

/** GET /toa-soan/anh/:photo/:variant: the bytes for staff, even if the photo is not public. */
export async function getStaffPhoto(c: AppContext): Promise<Response> {
  const viewerId = filterByViewer(staff(c));
  const id = c.req.param("photo") ?? "";
  const variant = c.req.param("variant") ?? "";
  const response = await servePhoto(c.env, c.req.raw, id, variant, {
    find: (db, photo) => findStaffPhoto(db, photo, viewerId),
    seesOriginal: true,
  });
  response.headers.set("cross-origin-resource-policy", "same-origin");
  return response;
}
