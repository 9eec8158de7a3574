import { isVietnameseSyllable } from "./syllable.ts";
import { fromTcvn3, fromVni } from "./legacy-encodings.ts";

export type LegacyEncoding = "tcvn3" | "vni";

/** One word that reads as Vietnamese only when taken for the encoding; UTF-16 offsets. */
export type LegacyWord = {
  readonly text: string;
  readonly reading: string;
  readonly start: number;
  readonly end: number;
};

export type LegacySuspicion = {
  readonly encoding: LegacyEncoding;
  readonly evidence: readonly LegacyWord[];
};

/** Latin-1 characters that no Vietnamese word has and one of the encodings gives a meaning. */
const foreignSign = "[\\u00a1-\\u00bfÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïñöø÷ûüþ]";

/** Vowel and mark as VNI sets them, where Unicode text never has the two side by side. */
const vniPair = "[aA][âáàãêéèúùÂÁÀÃÊÉÈÚÙ]|[eE][âáàãùÂÁÀÃÙ]|[oO][âùÂÙ]|[uU][ùÙ]";

/** A capital inside a word: TCVN3's tones after e and i are Latin-1 capitals ("ThÕ", "kÕt"). */
const innerCapital = /[a-z][À-Þ]/;

const suspect = new RegExp(`${foreignSign}|${vniPair}|${innerCapital.source}`);
const wordPattern = /[A-Za-z\u00a1-\u00fe]+/g;

/** Letters of "nghiêng". */
const maxSyllable = 7;

/** Four letters or more with a space between any two; longer gaps end a word. */
const spacedPattern =
  /(?<![A-Za-z\u00a1-\u00fe])(?:[A-Za-z\u00a1-\u00fe] ){3,}[A-Za-z\u00a1-\u00fe](?![A-Za-z\u00a1-\u00fe])/g;

/** Micro- units and the product dot of "N·m" look like TCVN3 words (àm, Nãm). */
const unit = /^(?:µ[a-z]{1,3}|[a-z]{1,3}·[a-z]{1,3})$/i;

/**
 * Text typed for TCVN3 or VNI fonts and pasted without the font, recognised by its words alone: words that
 * are no Vietnamese syllable as they stand and become one when decoded. Null for real Vietnamese,
 * other languages, units and codes. It only suspects: converting is for a person to decide.
 */
export function detectLegacy(text: string): LegacySuspicion | null {
  const suspects = [...suspectWords(text), ...splitAtSpaces(text)].sort(
    (a, b) => a.start - b.start,
  );
  if (suspects.length === 0) return null;
  const tcvn3 = readAs(suspects, (word) => fromTcvn3(word, { capitals: false }));
  const vni = readAs(suspects, fromVni);
  const [encoding, evidence] =
    tcvn3.length >= vni.length ? (["tcvn3", tcvn3] as const) : (["vni", vni] as const);
  // Normalising leaves U+00AD only where it is a letter.
  if (tcvn3.some((word) => word.text.includes("\u00ad")))
    return { encoding: "tcvn3", evidence: tcvn3 };
  // In another language a word may decode by accident; in legacy text nearly all of them do.
  if (evidence.length < suspects.length * 0.6) return null;
  return isEnough(evidence, text) ? { encoding, evidence } : null;
}

function suspectWords(text: string): LegacyWord[] {
  const words: LegacyWord[] = [];
  if (!suspect.test(text)) return words;
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    if (!suspect.test(word) || !hasLetter(word) || unit.test(word)) continue;
    if (isVietnameseSyllable(word) && !innerCapital.test(word)) continue;
    const end = match.index + word.length;
    if (isLetter(text, match.index - 1) || isLetter(text, end)) continue;
    words.push({ text: word, reading: word, start: match.index, end });
  }
  return words;
}

/** Words set with a space behind each letter, as titles often are: "T H ¤ N G  B ¸ O". */
function splitAtSpaces(text: string): LegacyWord[] {
  return [...text.matchAll(spacedPattern)].flatMap((match) => {
    const word = match[0].replace(/ /g, "");
    if (!suspect.test(word)) return [];
    const start = match.index;
    return [{ text: word, reading: word, start, end: start + match[0].length }];
  });
}

function readAs(words: readonly LegacyWord[], decode: (word: string) => string): LegacyWord[] {
  return words
    .map((word) => ({ ...word, reading: decode(word.text) }))
    .filter((word) => word.reading !== word.text)
    .filter(({ reading }) => isVietnameseSyllable(reading) || areManySyllables(reading));
}

/** Whether letters that were set apart are several syllables, without a space between them. */
function areManySyllables(letters: string): boolean {
  if (letters.length <= maxSyllable) return false;
  const ends = new Set([0]);
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - maxSyllable); start < end; start++) {
      if (ends.has(start) && isVietnameseSyllable(letters.slice(start, end))) ends.add(end);
    }
  }
  return ends.has(letters.length);
}

/**
 * Four different words are beyond chance anywhere. Two are enough in a short text that has no
 * letter only Unicode Vietnamese can have, when they are a quarter of its words; there one is
 * enough with a capital inside it, which no other language has.
 */
function isEnough(evidence: readonly LegacyWord[], text: string): boolean {
  const distinct = new Set(evidence.map((word) => word.text.toLowerCase())).size;
  if (distinct >= 4) return true;
  if (distinct === 0 || /[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]/.test(text)) return false;
  const isStrong = evidence.some((word) => innerCapital.test(word.text) || isSpaced(word));
  if (distinct < 2 && !isStrong) return false;
  return evidence.length * 4 >= text.trim().split(/\s+/).length || evidence.some(isSpaced);
}

function isSpaced({ text, start, end }: LegacyWord): boolean {
  return end - start > text.length;
}

/** Signs alone are no word, but "®ã" is one: its second sign is a letter elsewhere, too. */
function hasLetter(word: string): boolean {
  return /[A-Za-zÀ-ÖØ-öø-þ]/.test(word);
}

function isLetter(text: string, index: number): boolean {
  return /[A-Za-zÀ-ỹ]/.test(text.charAt(index));
}
