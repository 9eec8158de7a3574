/** A word whose tone mark may stand on either of two vowels; UTF-16 offsets. */
export type TonePlacement = {
  readonly style: "old" | "new";
  readonly word: string;
  /** The same word in the other style. */
  readonly other: string;
  readonly start: number;
  readonly end: number;
};

/*
 * Only open syllables in oa, oe, uy differ (hòa/hoà, khỏe/khoẻ, ủy/uỷ); with a final consonant or a
 * third vowel both schools agree, and after q the u belongs to the initial (quý).
 */
const oldRhymes = [
  "òa",
  "óa",
  "ỏa",
  "õa",
  "ọa",
  "òe",
  "óe",
  "ỏe",
  "õe",
  "ọe",
  "ùy",
  "úy",
  "ủy",
  "ũy",
  "ụy",
];
const newRhymes = [
  "oà",
  "oá",
  "oả",
  "oã",
  "oạ",
  "oè",
  "oé",
  "oẻ",
  "oẽ",
  "oẹ",
  "uỳ",
  "uý",
  "uỷ",
  "uỹ",
  "uỵ",
];

const otherPlacement = new Map([
  ...oldRhymes.map(makePair(newRhymes)),
  ...newRhymes.map(makePair(oldRhymes)),
]);

/** Cases written out and no look-behind: with /iu and a leading initial this is ten times slower. */
const rhymePattern =
  /(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY]|[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?![A-Za-zÀ-ỹ])/g;
const initialPattern = /[A-Za-zÀ-ỹ]*$/;

/** Every word of the text that shows which school of tone placement its writer follows. */
export function findTonePlacements(text: string): TonePlacement[] {
  const found: TonePlacement[] = [];
  for (const match of text.matchAll(rhymePattern)) {
    const [rhyme] = match;
    const initial =
      initialPattern.exec(text.slice(Math.max(0, match.index - 4), match.index))?.[0] ?? "";
    const lower = rhyme.toLowerCase();
    const otherRhyme = otherPlacement.get(lower);
    if (otherRhyme === undefined || initial.length > 3 || /q$/i.test(initial)) continue;
    found.push({
      style: oldRhymes.includes(lower) ? "old" : "new",
      word: initial + rhyme,
      other: initial + copyCase(rhyme, otherRhyme),
      start: match.index - initial.length,
      end: match.index + rhyme.length,
    });
  }
  return found;
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word in small letters with its tone mark behind the last letter: one spelling for both schools of tone placement. */
export function moveToneToEnd(word: string): string {
  const decomposed = word.normalize("NFD");
  const marks = decomposed.match(tones);
  if (marks === null) return word.replaceAll("ð", "đ");
  const toneless = decomposed.replace(tones, "").normalize("NFC").replaceAll("ð", "đ");
  return toneless + marks.join("");
}

function makePair(others: readonly string[]): (rhyme: string, i: number) => [string, string] {
  return (rhyme, i) => [rhyme, others[i] ?? rhyme];
}

/** The other rhyme with capitals where this one has them ("Ủy" → "Uỷ"). */
function copyCase(model: string, rhyme: string): string {
  return [...rhyme]
    .map((letter, i) => (isUpper(model.charAt(i)) ? letter.toUpperCase() : letter))
    .join("");
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
