/*
 * TCVN3 ("ABC"), the encoding behind .VnTime, .VnArial and their kin: one byte a letter, 0xA1–0xFE,
 * which reaches us as the Latin-1 characters of the same numbers. Source: TCVN 5712:1993 (VN1, whose
 * upper range VN3 shares; VN1's toned capitals are kept, as no VN3 letter uses their places).
 */

const first = 0xa1;

const letters = [
  ..."ĂÂÊÔƠƯĐăâêôơưđẰ",
  "\u0300",
  "\u0309",
  "\u0303",
  "\u0301",
  "\u0323",
  ..."àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ",
];

/**
 * TCVN3 text as Unicode (NFC). VN3 has no toned capitals: the fonts whose names end in H
 * (.VnTimeH) draw every letter as a capital, so text set in one is converted with `capitals`.
 */
export function fromTcvn3(text: string, { capitals }: { capitals: boolean }): string {
  const unicode = text.replace(/[\u00a1-\u00fe]/g, decodeLetter).normalize("NFC");
  return capitals ? unicode.toUpperCase() : unicode;
}

function decodeLetter(character: string): string {
  return letters[character.charCodeAt(0) - first] ?? character;
}
