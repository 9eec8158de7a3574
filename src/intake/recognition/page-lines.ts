import { fold } from "../../vietnamese/fold.ts";
import type { Source } from "../../article/article.ts";
import type { Inline } from "../blocks/block.ts";
import { joinInlineText } from "../blocks/block.ts";

/** What stands on article pages and is no part of the article, folded. */
const furniture =
  /(?:chia se(?: bai viet| len| qua| tin)?|share(?: this| on)?|facebook|zalo|twitter|tweet|google ?[+]?|linkedin|pinterest|youtube|viber|messenger|e-?mail|print|pdf|like|thich|in (?:bai viet|trang|tin|bai|an)?|gui (?:email|mail|bai|tin|cho ban be|ban be|ban in)|luu (?:bai|tin|trang)?|tro (?:ve|lai)|quay lai|(?:ve|len) dau trang|dau trang|luot (?:xem|doc|truy cap)|so (?:lan|luot) (?:xem|doc)|(?:da|lan) xem|views?|hits|co chu|font size|kich co chu|(?:tang|giam) co chu|nghe (?:bai|doc bai)(?: viet)?|doc bai viet|binh luan|danh gia|xep hang|bao loi|copy(?: link)?|sao chep(?: lien ket)?|chi tiet|boi|by|xem (?:co )?(?:anh )?lon|phong to|a[+-]?|ban in|ban de in|\d+)(?![a-z])/g;

const related =
  /^(?:>+ ?)?(?:(?:cac |nhung )?(?:tin|bai|bai viet|tin tuc|tin bai)(?: tuc)? (?:cung (?:chuyen muc|loai|chu de|su kien)|lien quan|khac|moi(?: hon| nhat| dang| dua)?|cu(?: hon)?|da (?:dua|dang)|truoc(?: do)?|tiep theo|doc nhieu|noi bat)|xem (?:them|tiep)|doc them|y kien (?:ban doc|cua ban)|(?:gui )?binh luan|phan hoi|cac bai khac|related(?: news| posts| articles)?|comments?|bai truoc|bai sau)(?: \(?\d+\)?)?:?$/;

/** A mark that refers to a footnote at the end of a line: "[1]", "(*)", "**", "¹". */
const noteMark =
  /(?:\s*\[\d{1,3}\]|\s*\(\*{1,3}\)|\s*(?<!\*)\*{1,3}(?!\*)|(?<=\p{L}{2}|[.”"’)])[¹²³⁰-⁹]{1,3})+$/u;

/** "km²" and "m³" end in a power, not in a mark. */
const power = /(?:^|[\s\d])[cdkm]?m[²³]$/u;

/** Marks are looked for at the very end: a row of stars is no mark, and would take long to match. */
const maxMarks = 16;

/** Share buttons, counters, "In trang", "A- A A+": a line with nothing else in it. Web APIs only. */
export function isFurniture(text: string): boolean {
  if (text.length > 120) return false;
  const folded = fold(text);
  const rest = folded.replace(furniture, "");
  return /[a-z]/.test(folded) && !/[a-z\d]/.test(rest);
}

/** Folded text less the words of share buttons and counters. */
export function removeFurnitureWords(folded: string): string {
  return folded.replace(furniture, " ");
}

/** Where a page goes on to other articles. */
export function startsRelated(text: string): boolean {
  return text.length <= 60 && related.test(fold(text).replace(/\s+/g, " ").trim());
}

/** The tags of "Từ khóa: a, b", as the API takes them; null for another line. */
export function readTags(text: string): string[] | null {
  const list = /^\s*(?:từ kh[oó][aá]|tags?|thẻ)\s*:\s*(.+)$/is.exec(text)?.[1];
  if (list === undefined) return null;
  const tags = list.split(/[,;#|]/).map((tag) => tag.replace(/\s+/g, " ").trim());
  return [...new Set(tags)].filter((tag) => tag !== "" && tag.length <= 60).slice(0, 20);
}

/** The section of "Chuyên mục: Tin tức"; null for another line. */
export function readCategoryLine(text: string): string | null {
  const name = /^\s*(?:chuyên mục|danh mục|thể loại|category)\s*:\s*(.{2,80})$/i.exec(text)?.[1];
  return name?.trim() ?? null;
}

/** The source of "Nguồn: Báo Lào Cai" or "Theo TTXVN", with the address it links to; null for another line. */
export function readNamedSource(text: readonly Inline[]): Source | null {
  const line = joinInlineText(text).replace(/\s+/g, " ").trim();
  const name =
    /^[(\s*]*(?:nguồn(?: tin)?\s*[:–-]|theo(?:\s*:|(?=\s+\p{Lu})))\s*(.{2,100}?)[)\s*.]*$/iu.exec(
      line,
    )?.[1];
  if (name === undefined || /[.!?;,:]/.test(name.replace(/https?:\S+|\w\.\w/g, ""))) return null;
  const link = text.find((piece) => piece.link !== null && /^https?:/i.test(piece.link))?.link;
  return { name: name.slice(0, 200), url: link ?? null };
}

/** A title without the marks of its footnotes: its note is no part of it. */
export function removeNoteMarks(title: string): string {
  if (power.test(title)) return title;
  const start = Math.max(0, title.length - maxMarks);
  return (title.slice(0, start) + title.slice(start).replace(noteMark, "")).trimEnd();
}
