/** A word whose tone mark may stand on either of two vowels; UTF-16 offsets. */
export interface TonePlacement {
  readonly style: "old" | "new";
  readonly word: string;
  /** The same word in the other style. */
  readonly other: string;
  readonly start: number;
  readonly end: number;
}

/*
 * Only open syllables in oa, oe, uy differ (hòa/hoà, khỏe/khoẻ, ủy/uỷ); with a final consonant or a
 * third vowel both schools agree, and after q the u belongs to the initial (quý).
 */
const OLD = [
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
const NEW = [
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

const OTHER = new Map([...OLD.map(pairAt(NEW)), ...NEW.map(pairAt(OLD))]);

const WORD = new RegExp(
  `(?<!\\p{L})(\\p{L}{0,3}?)(${[...OLD, ...NEW].join("|")})(?!\\p{L})`,
  "giu",
);

/** Every word of the text that shows which school of tone placement its writer follows. */
export function tonePlacements(text: string): TonePlacement[] {
  const found: TonePlacement[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word, initial = "", rhyme = ""] = match;
    if (/q$/i.test(initial)) continue;
    const lower = rhyme.toLowerCase();
    const other = initial + likeCase(rhyme, OTHER.get(lower) ?? lower);
    const style = OLD.includes(lower) ? "old" : "new";
    found.push({ style, word, other, start: match.index, end: match.index + word.length });
  }
  return found;
}

function pairAt(others: readonly string[]): (rhyme: string, i: number) => [string, string] {
  return (rhyme, i) => [rhyme, others[i] ?? rhyme];
}

/** The other rhyme with capitals where this one has them ("Ủy" → "Uỷ"). */
function likeCase(model: string, rhyme: string): string {
  return [...rhyme]
    .map((letter, i) => (isUpper(model.charAt(i)) ? letter.toUpperCase() : letter))
    .join("");
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
