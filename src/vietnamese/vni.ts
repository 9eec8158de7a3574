/*
 * VNI for Windows: a letter and, after it, a Latin-1 character that stands for its marks. Letters
 * with no room for a mark (í ì ỉ ĩ ị ỵ đ ơ ư) are one character of their own.
 */

/** Tone marks, in the order of the tones below; they follow a, e, o, u, y, ô (ơ) and ö (ư). */
const toneMarks = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };

/** Circumflex with each tone, after a, e, o. */
const circumflexMarks = {
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
};

/** Breve with each tone, after a. */
const breveMarks = {
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};

const wholeLetters = { ô: "ơ", ö: "ư", ñ: "đ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

const marksAfter: Record<string, Record<string, string>> = {
  a: { ...toneMarks, ...circumflexMarks, ...breveMarks },
  e: { ...toneMarks, ...circumflexMarks },
  o: { ...toneMarks, ...circumflexMarks },
  u: toneMarks,
  y: toneMarks,
  ô: toneMarks,
  ö: toneMarks,
};

const letters = letterTable();
const vniLetter = new RegExp(
  [...letters.keys()].sort((a, b) => b.length - a.length).join("|"),
  "g",
);

/** VNI text as Unicode (NFC); characters that VNI does not use stay as they are. */
export function fromVni(text: string): string {
  return text.replace(vniLetter, (letter) => letters.get(letter) ?? letter);
}

/** Every VNI spelling of every letter, in both cases; a capital may carry either case of mark. */
function letterTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [vni, unicode] of Object.entries(wholeLetters)) addCases(table, vni, "", unicode);
  for (const [base, marks] of Object.entries(marksAfter)) {
    const plain = wholeLetters[base as keyof typeof wholeLetters] ?? base;
    for (const [mark, combining] of Object.entries(marks)) {
      addCases(table, base, mark, (plain + combining).normalize("NFC"));
    }
  }
  return table;
}

function addCases(table: Map<string, string>, base: string, mark: string, letter: string): void {
  table.set(base + mark, letter);
  table.set(base.toUpperCase() + mark, letter.toUpperCase());
  table.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase());
}
