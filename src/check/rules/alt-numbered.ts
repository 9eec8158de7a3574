import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import { altIsTitle } from "./alt-is-title.ts";

/** " -0", "nghị-1", "anh-hoi-nghi-3", "IMG_2043.jpg" */
const NUMBERED = [/ ?[-–] ?\d{1,3}$/, /^\S+[-_]\d+$/, /\.(?:jpe?g|png|webp|gif|heic)$/i];

/** "Covid-19", "VNREDSat-1": a word with a capital, or the disease, and its number. */
const CODE = /(?:^|[\s("“])([^\s("“]+)-\d{1,3}$/;
const FILE_NAME = /^(?:ảnh|hình|anh|hinh|img|dsc|dji|photo|image)[-_\d]*$/i;

/** An alt that ends in "-N": a machine numbered it, or it is a file's name (TT 26/2020). */
export function altNumbered(read: ReadArticle): Finding[] {
  const blocked = new Set(altIsTitle(read).map(({ where }) => `${where.field}:${where.start}`));
  return read.photos
    .filter(({ alt }) => isNumbered(alt.text.trim()))
    .map(({ alt }) => warn("alt-numbered", locateAll(alt), checkWords.altNumbered))
    .filter(({ where }) => !blocked.has(`${where.field}:${where.start}`));
}

function isNumbered(alt: string): boolean {
  return NUMBERED.some((pattern) => pattern.test(alt)) && !endsInCode(alt);
}

function endsInCode(alt: string): boolean {
  const word = CODE.exec(alt)?.[1];
  if (word === undefined || FILE_NAME.test(word)) return false;
  return word !== word.toLowerCase() || word === "covid";
}
