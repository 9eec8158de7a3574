import { showPhoto } from "../publishing/rendering/render-photos.ts";
import type { LabelPicture, PublishedPhoto } from "../published/published.ts";

/** The picture of a topic or the portrait of an author, as pages show it. */
export function showLabelPicture({ alt, ...photo }: LabelPicture): PublishedPhoto {
  return { ...showPhoto(photo), alt, caption: null };
}
