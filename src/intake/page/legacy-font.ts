import { fromTcvn3, fromVni } from "../../vietnamese/legacy-encodings.ts";

/** What a font of the time before Unicode means for the characters set in it. Web APIs only. */
export type LegacyFont = "tcvn3" | "tcvn3-capitals" | "vni";

/** Letters that only Unicode text has: text with one of them was not typed for such a font, whatever font it names. */
const unicodeOnly = /[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]|[\u0300-\u0323]/;

/** Capital fonts whose name may have lost its own capitals on the way. */
const capitalFont = /^\.vn.*H$|^\.vn(?:time|arial|black|helvetins|avant|bahamasb|teknical)h$/;

/** The first font of a list such as `".VnTimeH", serif`: ".VnTimeH". */
export function readFontName(family: string): string {
  return (family.split(",")[0] ?? "").replace(/["']/g, "").trim();
}

/** What the first font of a list means; null for a font of Unicode. */
export function findLegacyFont(family: string): LegacyFont | null {
  const name = readFontName(family);
  if (/^\.vn/i.test(name)) {
    return capitalFont.test(name.replace(/^\.vn/i, ".vn")) ? "tcvn3-capitals" : "tcvn3";
  }
  return /^vni[- ]/i.test(name) ? "vni" : null;
}

export function isUnicodeText(text: string): boolean {
  return unicodeOnly.test(text);
}

export function convertLegacyFont(text: string, font: LegacyFont): string {
  return font === "vni" ? fromVni(text) : fromTcvn3(text, { capitals: font === "tcvn3-capitals" });
}
