import { isVietnameseSyllable } from "../../vietnamese/syllable.ts";

/** Who signed an article: people, and the unit they are of. */
export type Signature = { authors: string[]; unit: string };

/** "Tin, ảnh: ", "Bài và ảnh – ", "Tác giả: ", "Được viết bởi " */
const label =
  /^[\s(*–-]*(?:(?:tin|bài|ảnh)(?:(?:\s*[,/&+–-]\s*|\s+và\s+|\s+)(?:tin|bài|ảnh))*|(?:tin|bài) viết|tác giả|người (?:viết|đăng|thực hiện)|(?:được )?(?:viết|đăng|thực hiện) bởi|thực hiện|bút danh|written by|author|by)\s*[:.–-]\s*|^(?:được )?viết bởi\s+|^written by\s+/i;

/** A word that units have in their names. */
const unitWord =
  /(?:^|[\s(])(?:tt|trung tâm|sở|phòng|ban|chi cục|cục|vụ|viện|đài|báo|ubnd|[uủ][yỷ] ban|văn phòng|vp|trường|đại học|chi bộ|đảng [uủ][yỷ]|công đoàn|đoàn|hội|liên hiệp|quỹ|tạp chí|cổng|trạm|tổ|bbt|khoa|bộ|t[oò][aà]\s?soạn|kh&cn|khcn|nhóm|công ty|ttxvn)(?=$|[\s).,:&-])/i;

/** One that no surname is, unlike Đoàn or Vũ Trường Sơn's second name. */
const surelyUnit =
  /^(?:tt|trung tâm|sở|phòng|ban|chi cục|cục|đài|báo|ubnd|[uủ][yỷ] ban|văn phòng|vp|đại học|công đoàn|bbt|ttxvn)(?=$|\s)/i;

/** Names the photographer alone, and begins captions as well. */
const photoLabel = /^[\s(*–-]*ảnh\s*[:.–-]/i;

/** What parts the people of a signature from one another and from their unit. All spaces of the line are single. */
const separator = / [–—-] | ?[,;/()] ?| (?:và|&) (?=\p{Lu})/gu;

const systemName =
  /^(?:admin\w*|administrator|super ?user|host|root|webmaster|user\d*|quản trị.*|guest|system|unknown)$/i;

const maxSignature = 140;

/**
 * The signature that a line is: "Thế Bằng – TT Phát triển KH&CN", "Tin, ảnh: Lò Hải", "(Thu Trang)". Null for a sentence.
 * `isSet` says that the line is set as signatures are (to the right, bold, in an element named for it): then a unit alone
 * may sign, and a name of one word. Web APIs only.
 */
export function parseSignature(text: string, isSet: boolean): Signature | null {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "" || line.length > maxSignature) return null;
  const rest = line.replace(label, "").trim();
  const isLabelled = rest !== line;
  const { names, unit } = splitNamesAndUnit(rest.replace(/^[(\s*]+|[)\s*.]+$/g, ""));
  if (names.some((name) => systemName.test(name))) return null;
  if (photoLabel.test(line) && !isCredit(names, unit)) return null;
  if (isLabelled) return readSignature(names.filter(isShort), unit);
  if (/[.!?;:…]$/.test(line) && !/\b\p{Lu}\.$/u.test(line)) return null;
  if (names.length === 0) return isSet && isUnitName(unit) ? readSignature([], unit) : null;
  return names.every((name) => isPersonName(name, isSet)) && isUnitName(unit || "A")
    ? readSignature(names, unit)
    : null;
}

/** Whether what stands behind "Ảnh:" names somebody, and does not say what is to be seen. */
function isCredit(names: readonly string[], unit: string): boolean {
  return names.length === 0
    ? surelyUnit.test(unit)
    : names.every((name) => isPersonName(name, true));
}

/** The names before the first part that is a unit; all from there on is the unit. */
function splitNamesAndUnit(text: string): { names: string[]; unit: string } {
  const names: string[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    const part = text.slice(start, match.index);
    if (isUnit(part)) break;
    if (part !== "") names.push(part);
    start = match.index + match[0].length;
  }
  const rest = text.slice(start).trim();
  if (isUnit(rest)) return { names, unit: rest };
  return { names: rest === "" ? names : [...names, rest], unit: "" };
}

function isUnit(part: string): boolean {
  return surelyUnit.test(part) || (unitWord.test(part) && !isPersonName(part, false));
}

/** "Viết bởi Super User", "admin": a line that signs for the system itself. */
export function isSystemSignature(text: string): boolean {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= maxSignature && systemName.test(line.replace(label, "").trim());
}

/** The author that a page's data names; null for an account of the system. */
export function parseAuthor(text: string): Signature | null {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "" || systemName.test(line) || /^https?:|@/.test(line)) return null;
  return parseSignature(line, true) ?? (isShort(line) ? readSignature([line], "") : null);
}

/** A unit that signs alone is the author. */
function readSignature(authors: string[], unit: string): Signature | null {
  if (authors.length > 0) return { authors: authors.slice(0, 20), unit };
  return unit === "" ? null : { authors: [unit], unit: "" };
}

/** Two to five capitalised syllables, or one where the line is set as a signature. */
function isPersonName(name: string, isSet: boolean): boolean {
  const words = name.split(" ");
  if (words.length > 5 || words.length < (isSet ? 1 : 2)) return false;
  return (
    words.every(
      (word) =>
        /^\p{Lu}[\p{L}'’]*$/u.test(word) &&
        (isVietnameseSyllable(word.replace(/['’]/g, "")) || (isSet && word.length > 1)),
    ) || words.every((word) => /^(?:\p{Lu}\.)+\p{Lu}?[\p{Ll}]*\.?$/u.test(word))
  );
}

function isUnitName(unit: string): boolean {
  return unit.length <= 100 && /^[\p{Lu}\d]/u.test(unit);
}

function isShort(name: string): boolean {
  return name.length <= 60 && name.split(" ").length <= 8;
}
