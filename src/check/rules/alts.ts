import { checkWords } from "../../vietnamese/words/check.ts";
import { block, pointToField, warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";
import { fold } from "../../vietnamese/fold.ts";
import { locateAll } from "../passage.ts";

/** " -0", "nghị-1", "anh-hoi-nghi-3", "IMG_2043.jpg" */
const numberedPatterns = [/ ?[-–] ?\d{1,3}$/, /^\S+[-_]\d+$/, /\.(?:jpe?g|png|webp|gif|heic)$/i];

/** "Covid-19", "VNREDSat-1": a word with a capital, or the disease, and its number. */
const code = /(?:^|[\s("“])([^\s("“]+)-\d{1,3}$/;
const fileName = /^(?:ảnh|hình|anh|hinh|img|dsc|dji|photo|image)[-_\d]*$/i;

/** An alt that a program numbered ("… -3") or that is a file name (Circular 26/2020). */
export function altNumbered(read: ReadArticle): Finding[] {
  const blocked = new Set(altIsTitle(read).map(({ where }) => `${where.field}:${where.start}`));
  return read.photos
    .filter(({ alt }) => isNumbered(alt.text.trim()))
    .map(({ alt }) => warn("alt-numbered", locateAll(alt), checkWords.altNumbered))
    .filter(({ where }) => !blocked.has(`${where.field}:${where.start}`));
}

function isNumbered(alt: string): boolean {
  return numberedPatterns.some((pattern) => pattern.test(alt)) && !endsInCode(alt);
}

function endsInCode(alt: string): boolean {
  const word = code.exec(alt)?.[1];
  if (word === undefined || fileName.test(word)) return false;
  return word !== word.toLowerCase() || word === "covid";
}

/** Blocks a photo without a description for readers who cannot see it (Circular 26/2020). */
export function missingAlt({ photos }: ReadArticle): Finding[] {
  return photos
    .filter(({ alt }) => alt.text.trim() === "")
    .map(({ alt, inBody }) =>
      block(
        "missing-alt",
        inBody ? { field: "body", ...inBody } : pointToField(alt.field),
        checkWords.missingAlt,
      ),
    );
}

/** Blocks an alt that only repeats the title, with or without a number (Circular 26/2020). */
export function altIsTitle({ title, photos }: ReadArticle): Finding[] {
  const key = normaliseAlt(title.text);
  if (!key) return [];
  return photos
    .filter(
      ({ alt }) => normaliseAlt(alt.text) === key || normaliseAlt(removeNumber(alt.text)) === key,
    )
    .map(({ alt }) => block("alt-is-title", locateAll(alt), checkWords.altIsTitle));
}

function removeNumber(alt: string): string {
  return alt.replace(/[\s\-–(]*\d{1,3}\)?\s*$/u, "");
}

function normaliseAlt(text: string): string {
  return fold(text).replace(/[^a-zÀ-ỹ\d]+/g, "");
}

/** The same alt on two photos of a page, unless they are one photo. The findings mark the later ones. */
export function duplicateAlt({ photos }: ReadArticle): Finding[] {
  const described = photos.filter(({ alt }) => alt.text.trim() !== "");
  const groups = Map.groupBy(described, ({ alt }) => alt.text.trim().toLowerCase());
  return [...groups.values()]
    .flatMap((group) => group.filter(({ photo }) => photo !== group[0]?.photo))
    .map(({ alt }) => warn("duplicate-alt", locateAll(alt), checkWords.duplicateAlt));
}
