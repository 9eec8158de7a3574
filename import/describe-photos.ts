import { importWords } from "../src/vietnamese/words/import.ts";
import { joinInlineText, listPhotos } from "../src/intake/blocks/block.ts";
import type { SourcePhoto } from "../src/intake/blocks/block.ts";
import { describePhoto } from "../src/intake/recognition/describe-photo.ts";
import type { Recognised } from "../src/intake/recognition/recognised.ts";

/** The alt of each photo, how many have none, and how many only say that there is no description. */
export type Descriptions = { alts: Map<SourcePhoto, string>; missing: number; standIns: number };

/**
 * Finds an alt text for each photo: its own, unless that repeats the title or a file name as on old sites; else its caption;
 * else the sub-heading above it. If it has none of these, the alt stays empty, or says that there is no description if
 * `standIn` is set.
 */
export function describePhotos(
  { title, leadPhoto, body }: Recognised,
  photos: readonly SourcePhoto[],
  standIn: boolean,
): Descriptions {
  const underHeading = describeUnderHeadings(body);
  const described: Descriptions = { alts: new Map(), missing: 0, standIns: 0 };
  for (const photo of listPhotos(leadPhoto, body).filter((one) => photos.includes(one))) {
    const found = describePhoto(photo, title) ?? underHeading.get(photo) ?? "";
    const number = described.alts.size + 1;
    const stands = found === "" && standIn;
    if (stands) described.standIns++;
    else if (found === "") described.missing++;
    described.alts.set(photo, stands ? importWords.altUndescribed(number, photos.length) : found);
  }
  return described;
}

/** Photos after a sub-heading and before the next text, "Một số hình ảnh tại Hội nghị (ảnh 2/4)". */
function describeUnderHeadings(body: Recognised["body"]): Map<SourcePhoto, string> {
  const found = new Map<SourcePhoto, string>();
  body.forEach((block, index) => {
    const above = body[index - 1];
    if (block.kind !== "photos" || above?.kind !== "heading") return;
    const heading = joinInlineText(above.text).replace(/\s+/g, " ").replace(/[:.]$/, "");
    block.photos.forEach((photo, place) => {
      found.set(photo, importWords.altUnderHeading(heading, place + 1, block.photos.length));
    });
  });
  return found;
}
