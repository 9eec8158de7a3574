import { formatIsoDay } from "../../vietnamese/dates.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { block, warn, pointToField } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle, UsedPhoto } from "../read-article.ts";

/** Facebook and Zalo show a share image 1200 px wide; Zalo shrinks what it carries below that. */
export const minPixels = 1200;

/** An article without any photo. Shared links and feeds show the site's own picture instead. */
export function missingPhoto({ photos, article }: ReadArticle): Finding[] {
  return photos.length > 0 || article.kind === "page"
    ? []
    : [warn("missing-photo", pointToField("leadPhoto"), checkWords.missingPhoto)];
}

/** A lead photo too narrow to share, or any photo with no side of 1200 px. */
export function smallPhoto({ photos, article }: ReadArticle): Finding[] {
  return photos.flatMap((used) => {
    const size = article.photos.get(used.photo);
    if (!size) return [];
    const { width, height } = size;
    const pixels = used.isLead ? width : Math.max(width, height);
    if (pixels >= minPixels) return [];
    const message = used.isLead
      ? checkWords.smallShareImage(width, minPixels)
      : checkWords.smallPhoto(width, height);
    return [warn("small-photo", locatePhoto(used), message)];
  });
}

/** Blocks a photo that may not be used any more. */
export function expiredPhoto({ photos, article }: ReadArticle): Finding[] {
  const today = formatIsoDay(article.today);
  return photos.flatMap((used) => {
    const last = article.photos.get(used.photo)?.usableUntil ?? null;
    if (last === null || last >= today) return [];
    const day = last.split("-").reverse().join("/");
    return [block("expired-photo", locatePhoto(used), checkWords.expiredPhoto(day))];
  });
}

function locatePhoto({ inBody }: UsedPhoto): Finding["where"] {
  return inBody ? { field: "body", ...inBody } : pointToField("leadPhoto");
}

/** A gallery in which photos lack a caption. One finding for each gallery, at the first such photo. */
export function galleryCaptions({ galleries }: ReadArticle): Finding[] {
  return galleries.flatMap((gallery) => {
    const bare = gallery.filter(({ caption }) => caption === null);
    const first = bare[0];
    if (!first) return [];
    const where = { field: "body", start: first.start, end: first.end };
    const message = checkWords.galleryCaptions(bare.length, gallery.length);
    return [warn("gallery-captions", where, message)];
  });
}
