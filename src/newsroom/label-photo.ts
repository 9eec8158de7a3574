import { mediaPath } from "../addresses/newsroom.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { html, type Html } from "../html/template.ts";
import { isExpired } from "../photo/photo-facts.ts";
import { readPhotos } from "../photo/photo-store.ts";
import type { LabelProfile } from "../published/label-profile-store.ts";
import { profileWords } from "../vietnamese/words/profiles.ts";
import { fieldId, findError, renderInputField } from "./fields.ts";
import { readLine } from "./form-data.ts";

/** The photo of a topic or an author as it was typed: its id, its address or any text with its id; empty for none. */
export type TypedPhoto = { photo: string; alt: string };

const maxAltLength = 300;

/** The field names end with `ending` where a page has several forms. */
export function readTypedPhoto(form: FormData, ending = ""): TypedPhoto {
  return { photo: readLine(form, `photo${ending}`), alt: readLine(form, `alt${ending}`) };
}

export function typePhoto(photo: LabelProfile["photo"]): TypedPhoto {
  return { photo: photo?.id ?? "", alt: photo?.alt ?? "" };
}

/** The fields for a photo of the library. Without script too, a person finds it there and copies its address. */
export function renderPhotoFields(
  { photo, alt }: TypedPhoto,
  errors: readonly FieldError[],
  ending = "",
): Html {
  return html`<div data-photo-field="${fieldId(`alt${ending}`)}">
      ${renderInputField({
        name: `photo${ending}`,
        label: profileWords.photo,
        hint: profileWords.photoHint,
        value: photo,
        error: findError(errors, "photo"),
      })}
    </div>
    <p><a href="${mediaPath}" target="_blank">${profileWords.openLibrary}</a></p>
    ${renderInputField({
      name: `alt${ending}`,
      label: profileWords.alt,
      value: alt,
      error: findError(errors, "alt"),
    })}`;
}

/** The typed photo if it may be shown; null if none was typed. AppError invalid, with the field that is wrong. */
export async function findTypedPhoto(
  db: D1Database,
  { photo, alt }: TypedPhoto,
  now: number,
): Promise<LabelProfile["photo"]> {
  if (photo === "") return null;
  const id = /[\da-f]{64}/.exec(photo)?.[0] ?? "";
  const stored = (await readPhotos(db, [id])).get(id);
  if (stored === undefined) throw wrongField("photo", profileWords.unknownPhoto);
  if (isExpired(stored, now)) throw wrongField("photo", profileWords.expiredPhoto);
  if (alt === "") throw wrongField("alt", profileWords.noAlt);
  if (alt.length > maxAltLength) throw wrongField("alt", profileWords.tooLong(maxAltLength));
  return { id, alt };
}

function wrongField(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}
