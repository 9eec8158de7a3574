import type { ArticleContent } from "../article/article.ts";
import type { PhotoUse } from "../article/photo-use-store.ts";
import { photosInBody } from "../markdown/markdown.ts";
import { fold } from "../vietnamese/fold.ts";

/** Every photo that a text shows, as often as it shows it. */
export function photoUsesOf({ leadPhoto, body }: ArticleContent): PhotoUse[] {
  const inBody = photosInBody(body).map(({ ref, alt, caption }, index) =>
    used(index + 1, { photo: ref, alt, caption, credit: null }),
  );
  return leadPhoto === null ? inBody : [used(0, leadPhoto), ...inBody];
}

function used(place: number, words: Omit<PhotoUse, "place" | "folded">): PhotoUse {
  const { photo, alt, caption, credit } = words;
  const folded = fold([alt, caption ?? "", credit ?? ""].join(" "));
  return { place, photo, alt, caption, credit, folded };
}
