/*
 * The shape of a Vietnamese syllable: initial, rhyme, tone. Used to tell real Vietnamese from text
 * in another encoding, so it errs on the generous side: every real syllable passes.
 */

const initialPattern =
  "(?:ngh(?=[eêi])|ng|nh|gh(?=[eêi])|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?";

const final = "(?:ng|nh|ch|[cmnpt])";

/** Rhymes without their tone: those that may end in a consonant, and those that stand alone. */
const closedVowel = "(?:iê|yê|oă|oe|uâ|uê|uyê|uy|uô|ươ|oo|oa|[aăâeêioôơuưy])";
const openVowel =
  "(?:ia|ya|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|oi|oa|oai|oay|oao|oe|oeo|ôi|ơi|ua|uây|uê|ui|uôi|uơ|uy|uya|uyu|ưa|ưi|ưu|ươi|ươu|[aeêioôơuưy])";

const plainSyllable = new RegExp(`^${initialPattern}(?:${closedVowel}${final}|${openVowel})$`);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether one word could be a Vietnamese syllable, whatever its case; NFC or NFD. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 7) return false;
  const decomposed = word.toLowerCase().normalize("NFD");
  if ((decomposed.match(tones)?.length ?? 0) > 1) return false;
  return plainSyllable.test(decomposed.replace(tones, "").normalize("NFC"));
}

/** A capital first letter and small ones after it, as a name's syllable has: "Chính", "Đ", not "KH". */
export function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  const rest = word.slice(1);
  return first !== first.toLowerCase() && rest === rest.toLowerCase();
}
