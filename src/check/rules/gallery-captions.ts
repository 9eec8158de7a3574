import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

/** A gallery with photos that have no caption: one finding a gallery, at the first of them. */
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
