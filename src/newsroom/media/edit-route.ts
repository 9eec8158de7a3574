import { mediaPhotoPath, staffPhotoPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { mergeFacts } from "../../photo/photo-facts.ts";
import { originalRevision, rotations, nameVariantFile } from "../../photo/photo.ts";
import type { Photo, PhotoEdit } from "../../photo/photo.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { updatePhoto } from "../../publishing/photo-acts.ts";
import { readForm } from "../../request/read-body.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { startAct, wantsJson } from "../guard.ts";
import { readPhotoDetails } from "./photo-details.ts";
import { renderPhotoPage } from "./photo-page.ts";
import type { TypedEdit } from "./edit-form.ts";

/** The text fields of the form of an edit. */
export const photoEditFields = /^(?:rotation|cut(?:Left|Top|Right|Bottom)|focus[XY])$/;

/**
 * POST /toa-soan/anh/:photo/khung: rotates and crops a photo and sets its focus, wherever it is shown. `rotation` is in degrees,
 * clockwise. The others are in percent of the rotated photo: `cutLeft`, `cutTop`, `cutRight` and `cutBottom` are cut away,
 * `focusX` and `focusY` are the focus. Empty means 0, or no focus. A script gets the photo: see
 * `describePhoto`.
 */
export async function postPhotoEdit(c: AppContext): Promise<Response> {
  const typed = readTyped(await readForm(c));
  const act = startAct(c);
  const photoId = c.req.param("photo") ?? "";
  try {
    const photo = await updatePhoto(c.env, act, { photoId, edit: parseEdit(typed) });
    await purgeDue(act.db, c.executionCtx, act.now);
    return wantsJson(c)
      ? c.json(describePhoto(photo))
      : seeOther(`${mediaPhotoPath(photoId)}?done=edit`);
  } catch (error) {
    const isFault = error instanceof AppError && ["invalid", "unavailable"].includes(error.code);
    if (!isFault || wantsJson(c)) throw error;
    return renderPhotoPage(c, { ...(await readPhotoDetails(c)), edit: { typed, error } });
  }
}

/** A photo for scripts. `url` is a small file of it as it is now, `originalUrl` a large one as it was uploaded, for cropping. */
export function describePhoto(photo: Photo): object {
  const { id, width, height, variants, edit } = photo;
  const facts = mergeFacts(photo, {});
  const url = staffPhotoPath(id, nameVariantFile(photo, "480.webp"));
  const originalUrl = staffPhotoPath(
    id,
    nameVariantFile({ revision: originalRevision }, "1600.webp"),
  );
  return { id, width, height, variants, ...facts, edit, url, originalUrl };
}

function readTyped(form: FormData): TypedEdit {
  return {
    rotation: readLine(form, "rotation"),
    cutLeft: readLine(form, "cutLeft"),
    cutTop: readLine(form, "cutTop"),
    cutRight: readLine(form, "cutRight"),
    cutBottom: readLine(form, "cutBottom"),
    focusX: readLine(form, "focusX"),
    focusY: readLine(form, "focusY"),
  };
}

/** AppError invalid for a value that is no number, or a rotation that is no quarter. */
function parseEdit(typed: TypedEdit): PhotoEdit {
  const errors: FieldError[] = [];
  const read = (path: Exclude<keyof TypedEdit, "rotation">): number => {
    const text = typed[path].replace(",", ".");
    if (/^(?:\d{1,3}(?:\.\d{1,6})?)?$/.test(text)) return Number(text) / 100;
    errors.push({ path, message: mediaWords.percentNeeded });
    return 0;
  };
  const rotation = rotations.find((degrees) => String(degrees) === (typed.rotation || "0"));
  if (rotation === undefined) {
    errors.push({ path: "rotation", message: mediaWords.rotationUnknown });
  }
  const [x, y] = [read("cutLeft"), read("cutTop")];
  const crop = { x, y, width: 1 - x - read("cutRight"), height: 1 - y - read("cutBottom") };
  const hasFocus = typed.focusX !== "" || typed.focusY !== "";
  const focus = hasFocus ? { x: read("focusX"), y: read("focusY") } : null;
  if (errors.length > 0) throw new AppError("invalid", mediaWords.editNotSaved, errors);
  return { rotation: rotation ?? 0, crop, focus };
}
