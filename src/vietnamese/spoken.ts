/*
 * A text as it is read aloud. Voices spell out what newspapers abbreviate, so that is written in full first. Runs in
 * browsers: no lookbehind, which older ones do not know.
 */

/** Of abbreviations that stand alone; those that need their neighbours are rules below. */
const inFull: Record<string, string> = {
  "KH&CN": "khoa học và công nghệ",
  KHCN: "khoa học công nghệ",
  UBND: "ủy ban nhân dân",
  HĐND: "hội đồng nhân dân",
  MTTQ: "mặt trận tổ quốc",
  BCH: "ban chấp hành",
  BTV: "ban thường vụ",
  TW: "trung ương",
  TƯ: "trung ương",
  TT: "trung tâm",
  CNTT: "công nghệ thông tin",
  CĐS: "chuyển đổi số",
  ĐMST: "đổi mới sáng tạo",
  CCHC: "cải cách hành chính",
  HTX: "hợp tác xã",
  THPT: "trung học phổ thông",
  THCS: "trung học cơ sở",
  "Đ/c": "đồng chí",
  "đ/c": "đồng chí",
  "TP.": "thành phố",
  TP: "thành phố",
  "GS.": "giáo sư",
  "PGS.": "phó giáo sư",
  "TS.": "tiến sĩ",
  TS: "tiến sĩ",
  "ThS.": "thạc sĩ",
  ThS: "thạc sĩ",
  "BS.": "bác sĩ",
  "KS.": "kỹ sư",
  "v.v": "vân vân",
  USD: "đô la Mỹ",
};

/** After a number. */
const units: Record<string, string> = {
  "%": "phần trăm",
  "km/h": "ki lô mét một giờ",
  "km²": "ki lô mét vuông",
  "m²": "mét vuông",
  "m³": "mét khối",
  km: "ki lô mét",
  cm: "xăng ti mét",
  mm: "mi li mét",
  m: "mét",
  kg: "ki lô gam",
  ha: "héc ta",
  "°C": "độ C",
  kWh: "ki lô oát giờ",
  MW: "mê ga oát",
};

/** Who issued a numbered document, by the end of its number. Those who also stand in `inFull` have the same name there. */
const issuers: Record<string, string> = {
  CP: "Chính phủ",
  TTg: "Thủ tướng Chính phủ",
  BKHCN: "Bộ Khoa học và Công nghệ",
  TW: "Trung ương",
};

/** A longer sentence is cut at a comma, because some voices fall silent in it. In characters. */
const maxLength = 200;

/** The sentences of a text, in words that a voice can say. */
export function writeSpokenSentences(text: string): string[] {
  return writeSpoken(text)
    .replace(/([.!?…;:]["”’)]*) /g, "$1\n")
    .split("\n")
    .flatMap((sentence) => (sentence.length > maxLength ? splitAtCommas(sentence) : sentence))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function splitAtCommas(sentence: string): string[] {
  const pieces = [""];
  for (const part of sentence.split(", ")) {
    const last = pieces.at(-1) ?? "";
    if (last !== "" && last.length + part.length > maxLength) pieces.push(part);
    else pieces[pieces.length - 1] = last === "" ? part : `${last}, ${part}`;
  }
  return pieces;
}

/** A text with its abbreviations, documents' numbers, dates, ranges and units written out. */
export function writeSpoken(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(documentNumber, (_, number, year, issuer, assembly) => {
      const name = assembly ? `Quốc hội khóa ${assembly}` : (issuers[issuer] ?? inFull[issuer]);
      return `${number}${year ? ` năm ${year}` : ""} của ${name}`;
    })
    .replace(romanNumber, (_, word, roman) => `${word} ${readRoman(roman)}`)
    .replace(fullDate, (_, word = "ngày ", day, month, year) => {
      return `${word}${+day} tháng ${+month} năm ${year}`;
    })
    .replace(/([Nn]gày )(\d\d?)\/(\d\d?)(?![\d/])/g, (_, word, day, month) => {
      return `${word}${+day} tháng ${+month}`;
    })
    .replace(/(tháng|quý) (\d\d?)\/(\d{4})/gi, (_, word, part, year) => {
      return `${word} ${+part} năm ${year}`;
    })
    .replace(/(\d{4}) ?[-–] ?(?=\d{4}(?!\d))|(\d) – (?=\d)/g, "$1$2 đến ")
    .replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1")
    .replace(/\bTT (?=\d)/g, "Thông tư ")
    .replace(unit, (_, digit, name) => `${digit} ${units[name]}`)
    .replace(abbreviation, (name, offset, whole) => {
      if (/[\p{L}\p{N}]/u.test(whole[offset - 1] ?? "")) return name;
      return inFull[name] + (name.endsWith(".") ? " " : "");
    })
    .replace(/ +/g, " ")
    .trim();
}

/** "42/2022/NĐ-CP", "57-NQ/TW", "91/2025/QH15" */
const documentNumber =
  /(\d+)(?:\/(\d{4}))?[-/](?:(?:NĐ|NQ|QĐ|CT|KH|TT)[-/](CP|TTg|UBND|HĐND|BKHCN|TW)|QH(\d+))/g;

const romanNumber = /(thứ|khóa|khoá|quý|kỷ) ([IVXL]+)(?![\p{L}\p{N}])/giu;

function readRoman(roman: string): number {
  const values = [...roman].map((letter) => ({ I: 1, V: 5, X: 10, L: 50 })[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** "28/01/2021", and the word before it that the spoken date would repeat. */
const fullDate = /([Nn]gày )?\b(\d\d?)\/(\d\d?)\/(\d{4})/g;

const unit = new RegExp(`(\\d) ?(${joinAlternatives(units)})(?!/)`, "gu");

const abbreviation = new RegExp(joinAlternatives(inFull), "gu");

/** A pattern of a table's names, the longest first; none is the beginning of a longer word. */
function joinAlternatives(table: Record<string, string>): string {
  return Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(".", "\\.") + (name.endsWith(".") ? "" : "(?![\\p{L}\\p{N}])"))
    .join("|");
}
