import { fold } from "../vietnamese/fold.ts";
import { isCapitalised } from "../vietnamese/syllable.ts";

/** An office as the text names it beside a person. */
export type Role = {
  /** The office without its degree, folded: "giam doc", "bi thu", "chu tich". */
  readonly office: string;
  /** "", "pho", "quyen", "nguyen" or several of them: the degree of the office. */
  readonly degree: string;
  /** The words of the organisation, without diacritics and with short forms spelt out. Empty if the text names none. */
  readonly of: readonly string[];
  /** As written. */
  readonly text: string;
};

const degreePattern = "(?:(?:nguyên|quyền|phó tổng|phó|tổng) )*";
const officePattern =
  "(?:bí thư|chủ tịch|giám đốc|trưởng phòng|trưởng ban|trưởng đoàn|trưởng khoa|trưởng bộ môn|chánh văn phòng|chánh thanh tra|viện trưởng|hiệu trưởng|chi cục trưởng|cục trưởng|vụ trưởng|trạm trưởng|đội trưởng|chủ nhiệm|tổng biên tập)";

const role = new RegExp(
  `^(${degreePattern})(${officePattern})(?![a-zÀ-ỹ])((?:(?! - )[^,.;:()\\n–—])*)`,
  "iu",
);
const roleBefore = new RegExp(
  `(?<![a-zÀ-ỹ])(${degreePattern})(${officePattern})(?![a-zÀ-ỹ])((?: (?!đồng chí|ông |bà )[^\\s,.;:()–—-]+){0,10}) (?:đồng chí |ông |bà |(?:TS|ThS|PGS\\.TS)\\.? )?$`,
  "iu",
);

/** Doctor or master; professors are doctors. */
const academicPattern = /(?<![a-zÀ-ỹ])(?:(ts|tiến s[ĩỹ])|ths|thạc s[ĩỹ])\.? $/iu;

/** Words with which the sentence goes on after the name of the organisation. */
const verbPattern =
  / (?:phát biểu|nhấn mạnh|cho biết|chủ trì|dự|tham dự|đã|khẳng định|trao|cho rằng|chia sẻ|đánh giá|yêu cầu|đề nghị|ghi nhận|báo cáo|trình bày|kết luận|thông tin|đề xuất|kiểm tra|làm|là|cùng|giới thiệu|tặng|thăm|nêu|nói|tin|kể|thay mặt|điều hành|khai mạc|bế mạc|tiếp|đến|tại|trong|giai đoạn|nhiệm kỳ|đặt|bày tỏ|mong|khuyến cáo|hướng dẫn|đồng chủ trì)(?![a-zÀ-ỹ]).*$/isu;

const joinPattern = /^(?: ?[,(]| [-–—]) /u;

/** Common short forms, as whole words. */
const shortForms = new Map([
  ["KH&CN", "Khoa hoc va Cong nghe"],
  ["KHCN", "Khoa hoc va Cong nghe"],
  ["UBND", "Uy ban nhan dan"],
  ["HDND", "Hoi dong nhan dan"],
  ["MTTQ", "Mat tran To quoc"],
  ["HTX", "Hop tac xa"],
  ["TT", "Trung tam"],
  ["TP", "Thanh pho"],
]);

/** Offices that nobody holds in two organisations unless the text says so in one place. */
const heldOnce = new Set(
  "giam doc,truong phong,vien truong,hieu truong,chi cuc truong,cuc truong".split(","),
);

/** Offices right after a name: ", Bí thư Đảng ủy, Giám đốc Sở …" or with dashes, or in brackets. */
export function findRolesAfter(after: string): Role[] {
  const roles: Role[] = [];
  let rest = after;
  for (;;) {
    const join = joinPattern.exec(rest);
    if (!join) return roles;
    const match = role.exec(rest.slice(join[0].length));
    if (!match) return roles;
    roles.push(readRole(match));
    rest = rest.slice(join[0].length + match[0].trimEnd().length);
  }
}

/** The office and the degree right before a name: "Giám đốc Sở KH&CN Phạm Quốc Chính", "TS. …". */
export function findRolesBefore(before: string): Role[] {
  const office = roleBefore.exec(before);
  const academic = academicPattern.exec(before);
  return [...(office ? [readRole(office)] : []), ...(academic ? [readAcademicRole(academic)] : [])];
}

/**
 * Whether one person can hardly hold both: one office of one body in two degrees ("Giám đốc Sở",
 * "Phó Giám đốc Sở"), or in one degree of two bodies ("Trưởng phòng Kế hoạch", "… Tài chính").
 */
export function areContradictory(a: Role, b: Role): boolean {
  if (a.office !== b.office) return false;
  if (a.degree !== b.degree) return isSameBody(a.of, b.of);
  return heldOnce.has(a.office) && areTwoBodies(a.of, b.of);
}

/** Whether two roles are the same office of the same body, in the same degree. */
export function areSameRole(a: Role, b: Role): boolean {
  return a.office === b.office && a.degree === b.degree && isSameBody(a.of, b.of);
}

function readRole(match: RegExpExecArray): Role {
  const [text, degree = "", office = "", of = ""] = match;
  const body = listBodyWords(of);
  return { office: fold(office), degree: fold(degree).trim(), of: body, text: text.trim() };
}

function readAcademicRole(match: RegExpExecArray): Role {
  const degree = match[1] === undefined ? "ths" : "ts";
  return { office: "hoc vi", degree, of: [], text: match[0].trim() };
}

function listBodyWords(of: string): string[] {
  const words = of
    .replace(verbPattern, "")
    .replace(/thường trực/giu, "")
    .split(/[\s-]+/);
  return words.flatMap((word) => {
    const plain = isAllCapital(word) ? fold(word).toUpperCase() : foldKeepingCase(word);
    return (shortForms.get(plain) ?? plain).split(" ").filter(Boolean);
  });
}

function isAllCapital(word: string): boolean {
  return word === word.toUpperCase();
}

function foldKeepingCase(word: string): string {
  return isCapitalised(word)
    ? fold(word).replace(/^./, (first) => first.toUpperCase())
    : fold(word);
}

/** One name may be longer than the other, so only the length of the shorter one is compared. */
function isSameBody(a: readonly string[], b: readonly string[]): boolean {
  return findFirstDifference(a, b) < 0;
}

/** Two names of organisations differ at a capital letter. At a small letter the sentence may go on with a verb. */
function areTwoBodies(a: readonly string[], b: readonly string[]): boolean {
  const at = findFirstDifference(a, b);
  // A short form that is not known (QLKH) may be the same body.
  return [a[at], b[at]].every(
    (word) => word !== undefined && isCapitalised(word) && word.length > 1,
  );
}

/** Index of the first word that differs, case aside; -1 when one begins with the whole other. */
function findFirstDifference(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).findIndex((word, i) => word.toLowerCase() !== b[i]?.toLowerCase());
}
