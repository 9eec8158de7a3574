import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import { altIsTitle } from "./alt-is-title.ts";

/**
 * An alt that ends in "-N": a caption machine wrote it, or it is a file's name. A code is none:
 * "Covid-19", "VNREDSat-1".
 */
const NUMBERED = [/ ?[-–] ?\d{1,3}$/u, /^\S+[-_]\d+$/u, /\.(?:jpe?g|png|webp|gif|heic)$/iu];
const CODE =
  /(?:^|[\s("“])(?:[Cc]ovid|(?!(?:Ảnh|Hình|Anh|Hinh|IMG|DSC|DJI|Photo|Image)[-_])\p{L}*\p{Lu}[\p{L}\d]*)-\d{1,3}$/u;

export function altNumbered(read: ReadArticle): Finding[] {
  const blocked = new Set(altIsTitle(read).map(({ where }) => `${where.field}:${where.start}`));
  return read.photos
    .filter(({ alt }) => isNumbered(alt.text.trim()))
    .map(({ alt }) => warn("alt-numbered", locateAll(alt), checkWords.altNumbered))
    .filter(({ where }) => !blocked.has(`${where.field}:${where.start}`));
}

function isNumbered(alt: string): boolean {
  return NUMBERED.some((pattern) => pattern.test(alt)) && !CODE.test(alt);
}
