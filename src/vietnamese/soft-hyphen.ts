import { isVietnameseSyllable } from "./syllable.ts";
import { fromTcvn3 } from "./legacy-encodings.ts";

/** A word of characters that TCVN3 uses for letters; U+00AD is one of them. */
const tcvn3Word = /[A-Za-z\u00a1-\u00fe]+/g;

/** Letters that TCVN3 text never has. */
const unicodeOnly = /[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]/;

/** Signs that are letters of TCVN3 and stand in no word of Unicode Vietnamese. */
const tcvn3Sign = /[\u00a1-\u00ac\u00ae-\u00bfÆÇÖÞåæçëîïñöøûüþ]/;

/**
 * Text without its soft hyphens. U+00AD is also the "ư" of TCVN3: it stays in a word that TCVN3 reads as a Vietnamese
 * syllable, because no program breaks a syllable. A word of nothing else needs other letters of TCVN3 in the text. `note` gets each removed one and its place.
 */
export function removeSoftHyphens(
  text: string,
  note: (character: string, at: number) => void,
): string {
  if (!text.includes("\u00ad")) return text;
  const isUnicode = unicodeOnly.test(text);
  return text.replace(tcvn3Word, (word, at: number) => {
    if (!word.includes("\u00ad")) return word;
    const isTcvn3 = word === "\u00ad" ? tcvn3Sign.test(text) : isTcvn3Word(word);
    if (isTcvn3 && (!isUnicode || tcvn3Sign.test(word))) return word;
    return word.replace(/\u00ad/g, (hyphen, within: number) => {
      note(hyphen, at + within);
      return "";
    });
  });
}

/** Whether a word with U+00AD is a Vietnamese syllable with "ư" in TCVN3. */
function isTcvn3Word(word: string): boolean {
  return isVietnameseSyllable(fromTcvn3(word, { capitals: false }));
}
