import { foldToKey } from "../../vietnamese/fold.ts";
import type { SourcePhoto } from "../blocks/block.ts";

/** "IMG_2043", "hoi-thi-1.jpg", "anh 3", "image001": the name of a file, not a description. */
const fileName = /^[\w-]+\.(?:jpe?g|png|gif|webp|bmp)$|^\S*[-_ ]?\d+$|^[\w-]*\d[\w-]*$/i;

const maxAlt = 400;

/**
 * A description of a photo, for readers who cannot see it: its alt, unless that repeats the title or the name of a file,
 * else its caption. Null where neither says anything. Web APIs only.
 */
export function describePhoto({ alt, caption }: SourcePhoto, title: string): string | null {
  const own = alt.replace(/\s+/g, " ").trim();
  const isTitle = [own, own.replace(/\s*[-–]?\s*\d{1,3}$/, "")].some(
    (text) => foldToKey(text) === foldToKey(title),
  );
  if (own.length >= 8 && !isTitle && !fileName.test(own) && !/[-–] ?\d{1,3}\.?$/.test(own)) {
    return own.slice(0, maxAlt);
  }
  const said = caption?.slice(0, maxAlt) ?? "";
  return said === "" || foldToKey(said) === foldToKey(title) ? null : said;
}
