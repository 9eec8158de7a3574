/*
 * VNI for Windows writes a letter, and after it a Latin-1 character that stands for its marks. Letters without room for a
 * mark (í ì ỉ ĩ ị ỵ đ ơ ư) are one character each.
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

const vniLetters = makeVniTable();
const vniPattern = new RegExp(
  [...vniLetters.keys()].sort((a, b) => b.length - a.length).join("|"),
  "g",
);

/** Converts VNI text to Unicode (NFC). Characters that VNI does not use stay as they are. */
export function fromVni(text: string): string {
  return text.replace(vniPattern, (letter) => vniLetters.get(letter) ?? letter);
}

/** Every VNI spelling of every letter, in both cases; a capital may carry either case of mark. */
function makeVniTable(): Map<string, string> {
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

/*
 * TCVN3 ("ABC") is the encoding of fonts such as .VnTime and .VnArial: one byte for each letter, 0xA1–0xFE. We receive the
 * bytes as the Latin-1 characters with the same numbers. Source: TCVN 5712:1993. VN1 and VN3 have the same upper range. The
 * table keeps VN1's capitals with tones, because no VN3 letter uses their places.
 */

const firstTcvn3Code = 0xa1;

const tcvn3Letters = [
  ..."ĂÂÊÔƠƯĐăâêôơưđẰ",
  "\u0300",
  "\u0309",
  "\u0303",
  "\u0301",
  "\u0323",
  ..."àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ",
];

/**
 * Converts TCVN3 text to Unicode (NFC). VN3 has no capitals with tones. Fonts whose names end in H (.VnTimeH) draw every
 * letter as a capital: pass `capitals` for their text.
 */
export function fromTcvn3(text: string, { capitals }: { capitals: boolean }): string {
  const unicode = text.replace(/[\u00a1-\u00fe]/g, decodeTcvn3Letter).normalize("NFC");
  return capitals ? unicode.toUpperCase() : unicode;
}

function decodeTcvn3Letter(character: string): string {
  return tcvn3Letters[character.charCodeAt(0) - firstTcvn3Code] ?? character;
}
