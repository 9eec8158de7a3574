import { fold } from "../vietnamese/fold.ts";

/** An office as told beside a name. */
export interface Role {
  /** The office without its degree, folded: "giam doc", "bi thu", "chu tich". */
  readonly office: string;
  /** "", "pho", "quyen", "nguyen" or several: what tells two degrees of one office apart. */
  readonly degree: string;
  /** The body it is held in, folded, abbreviations spelt out; empty when not told. */
  readonly of: string;
  /** As written. */
  readonly text: string;
}

const DEGREE = "(?:(?:nguyên|quyền|phó tổng|phó|tổng) )*";
const OFFICE =
  "(?:bí thư|chủ tịch|giám đốc|trưởng phòng|trưởng ban|trưởng đoàn|trưởng khoa|trưởng bộ môn|chánh văn phòng|chánh thanh tra|viện trưởng|hiệu trưởng|chi cục trưởng|cục trưởng|vụ trưởng|trạm trưởng|đội trưởng|chủ nhiệm|tổng biên tập)";

const ROLE = new RegExp(`^(${DEGREE})(${OFFICE})(?![a-zÀ-ỹ])([^,.;:()\\n–—]*)`, "iu");
const ROLE_BEFORE = new RegExp(
  `(?<![a-zÀ-ỹ])(${DEGREE})(${OFFICE})(?![a-zÀ-ỹ])((?: (?!đồng chí|ông |bà )[^\\s,.;:()–—-]+){0,10}) (?:đồng chí |ông |bà |(?:TS|ThS|PGS\\.TS)\\.? )?$`,
  "iu",
);

/** Where the sentence goes on after the body's name. */
const VERB =
  / (?:phát biểu|nhấn mạnh|cho biết|chủ trì|dự|tham dự|đã|khẳng định|trao|cho rằng|chia sẻ|đánh giá|yêu cầu|đề nghị|ghi nhận|báo cáo|trình bày|kết luận|thông tin|đề xuất|kiểm tra|làm|là|cùng|giới thiệu|tặng|thăm|nêu|nói|tin|kể|thay mặt|điều hành|khai mạc|bế mạc|tiếp|đến|tại|trong|giai đoạn|nhiệm kỳ|đặt|bày tỏ|mong|khuyến cáo|hướng dẫn|đồng chủ trì)(?![a-zÀ-ỹ]).*$/isu;

const JOIN = /^(?: ?[,(]| [-–—]) /u;

/** Common short forms, folded, as whole words. */
const SHORT_FORMS: Record<string, string> = {
  "kh&cn": "khoa hoc va cong nghe",
  khcn: "khoa hoc va cong nghe",
  ubnd: "uy ban nhan dan",
  hdnd: "hoi dong nhan dan",
  mttq: "mat tran to quoc",
  tt: "trung tam",
  tp: "thanh pho",
};

/** Offices right after a name: ", Bí thư Đảng ủy, Giám đốc Sở …" or with dashes, or in brackets. */
export function rolesAfter(after: string): Role[] {
  const roles: Role[] = [];
  let rest = after;
  for (;;) {
    const join = JOIN.exec(rest);
    if (!join) return roles;
    const match = ROLE.exec(rest.slice(join[0].length));
    if (!match) return roles;
    roles.push(roleOf(match));
    rest = rest.slice(join[0].length + match[0].trimEnd().length);
  }
}

/** The office right before a name: "Giám đốc Sở KH&CN Phạm Quốc Chính". */
export function rolesBefore(before: string): Role[] {
  const match = ROLE_BEFORE.exec(before);
  return match ? [roleOf(match)] : [];
}

/** Whether two mentions of one office, in one body as far as told, give it different degrees. */
export function contradict(a: Role, b: Role): boolean {
  return a.office === b.office && a.degree !== b.degree && sameBody(a.of, b.of);
}

/** Whether two mentions tell the same office of the same body, in the same degree. */
export function agree(a: Role, b: Role): boolean {
  return a.office === b.office && a.degree === b.degree && sameBody(a.of, b.of);
}

function roleOf(match: RegExpExecArray): Role {
  const [text, degree = "", office = "", of = ""] = match;
  return { office: fold(office), degree: fold(degree).trim(), of: bodyKey(of), text: text.trim() };
}

function bodyKey(of: string): string {
  return fold(of.replace(VERB, ""))
    .replace(/thuong truc/g, "")
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => SHORT_FORMS[word] ?? word)
    .join(" ");
}

/** One may tell the body more fully than the other, so they agree as far as the shorter goes. */
function sameBody(a: string, b: string): boolean {
  return `${a} `.startsWith(a && b ? `${b} ` : "") || `${b} `.startsWith(`${a} `);
}
