import { writePhoto } from "../../markdown/photo-words.ts";
import type { FormBody } from "./form-body.ts";
import type { LeadPhoto } from "./lead-photo.ts";
import { pickPhotos } from "./photo-picker.ts";

/** Lets a person choose photos of the library, and puts them into the text with the words that they have there. */
export async function insertFromLibrary(body: FormBody): Promise<void> {
  const photos = (await pickPhotos(false)).map(({ id, alt, caption }) => ({
    id,
    alt: alt ?? "",
    caption,
  }));
  if (photos.length === 0) return;
  body.insertStored(photos, photos.map((photo) => writePhoto(photo.id, photo)).join("\n\n"));
}

/** Lets a person choose the lead photo. */
export async function leadFromLibrary(lead: LeadPhoto): Promise<void> {
  const [photo] = await pickPhotos(true);
  if (photo !== undefined) lead.choose(photo);
}
