import { checkWords } from "../../vietnamese/words/check.ts";
import { block, warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import {
  splitVietnamTime,
  nameWeekday,
  findWeekday,
  makeVietnamInstant,
} from "../../vietnamese/dates.ts";
import type { DateMention } from "../date-mentions.ts";
import type { Span } from "../sentence.ts";
import { addYear } from "../date-mentions.ts";
import { findSentence } from "../sentence.ts";

/** Blocks a date the calendar does not have (31/02, 29/02/2021). */
export function impossibleDate({ dates }: ReadArticle): Finding[] {
  return dates
    .filter(({ exists }) => !exists)
    .map(({ passage, start, end, text }) =>
      block("impossible-date", locate(passage, start, end), checkWords.impossibleDate(text)),
    );
}

const weekdayPattern = "thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật";

/** "thứ Năm, ngày 28/01", not "lần thứ năm". */
const beforePattern = new RegExp(
  `(?<![a-zÀ-ỹ])(?<!(?:lần|kỳ|phiên|hạng|khóa|khoá|ngày|đợt|vòng|thế kỷ) )(${weekdayPattern})(?:,? ngày|,| \\(|,? \\(ngày)? ?$`,
  "iu",
);
const afterPattern = new RegExp(`^ ?(?:, ?|\\( ?)(${weekdayPattern})(?![a-zÀ-ỹ])`, "iu");

const order = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];

/** A date without a year is taken for one within this many days of today. */
const nearDays = 45;
const dayMs = 86_400_000;

/** A weekday beside a date that falls on another. */
export function weekdayMismatch({ dates, article }: ReadArticle): Finding[] {
  return dates.flatMap((date) => {
    const year = date.year ?? findYearNear(date, article.today);
    if (!date.exists || year === null) return [];
    const written = findWeekdayBeside(date);
    if (!written || written.weekday === findWeekday(date.day, date.month, year)) return [];
    const right = nameWeekday(findWeekday(date.day, date.month, year));
    const message = checkWords.weekdayMismatch(`${date.text}`, right, written.text);
    return [
      warn("weekday-mismatch", locate(date.passage, written.start, written.end), message, right),
    ];
  });
}

function findWeekdayBeside(date: DateMention): (Span & { weekday: number; text: string }) | null {
  const from = Math.max(0, date.start - 30);
  const before = beforePattern.exec(date.passage.text.slice(from, date.start));
  if (before) return toWeekdaySpan(before[1] ?? "", from + before.index);
  const after = afterPattern.exec(date.passage.text.slice(date.end, date.end + 20));
  if (!after) return null;
  const text = after[1] ?? "";
  return toWeekdaySpan(text, date.end + after[0].lastIndexOf(text));
}

function toWeekdaySpan(text: string, start: number): Span & { weekday: number; text: string } {
  return { weekday: parseWeekday(text.toLowerCase()), text, start, end: start + text.length };
}

function parseWeekday(name: string): number {
  const digit = /\d/.exec(name);
  return digit ? Number(digit[0]) - 1 : order.indexOf(name.replace("bẩy", "bảy"));
}

/** The year in which the date is near today. Null if there is none. */
function findYearNear({ day, month }: DateMention, today: Date): number | null {
  const { year } = splitVietnamTime(today);
  const near = [year - 1, year, year + 1].find(
    (candidate) =>
      Math.abs(Date.UTC(candidate, month - 1, day) - today.getTime()) <= nearDays * dayMs,
  );
  return near ?? null;
}

export const yearConflictRule = "year-conflict";

/** "Tổng kết … năm 2020"; the review ends where the plans for the next year begin. */
const reviewPattern =
  /(?:tổng kết|nhìn lại|kiểm điểm|đánh giá kết quả)((?:(?!năm \d|phương hướng|triển khai|đề ra|[,và] nhiệm vụ)[^.;\n])*?)năm (\d{4})(?![\d/]| ?[-–] ?\d)/iu;

/** "Triển khai nhiệm vụ năm 2021", "phương hướng nhiệm vụ năm 2021": a plan made at the year's turn. */
const planPattern =
  /(?:phương hướng|triển khai)[^.;\n]{0,30}nhiệm vụ[^.;\n]{0,40}?năm (\d{4})(?![\d/]| ?[-–] ?\d)/iu;

/** "Mười kết quả tiêu biểu của tỉnh năm 2024": a list of the year, made when the year is over. */
const listPattern =
  /(?:\d{1,2}|top \d+|ba|bốn|năm|sáu|bảy|tám|chín|mười|hai mươi) (?:kết quả|sự kiện|thành tựu|thành tích|hoạt động|dấu ấn|vấn đề|con số)[^.;\n]{0,60}?(?:tiêu biểu|nổi bật|ấn tượng|đáng nhớ|đáng chú ý)[^.;\n]{0,40}?năm (\d{4})(?![\d/]| ?[-–] ?\d)/iu;

/** Things that end within their own year. */
const notAYear =
  /cuộc thi|hội thi|hội diễn|giải (?!pháp)|tháng|tuần|chiến dịch|học kỳ|quý|dự án|đề tài|lớp|kh(?:óa|oá)|mùa|(?<!nhiệm )vụ |đợt|chương trình|lễ hội|hội chợ|triển lãm|ngày hội|diễn tập|tết|mô hình|thí điểm|giai đoạn/iu;

const documentPattern =
  /(?:số|nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|nghị định|kết luận|ban hành|ký)[^,]*$/iu;
const meetingPattern = /hội nghị|tổng kết|cuộc họp|buổi lễ/iu;
/** What may stand before a date that opens its sentence: "Sáng thứ Ba, ngày". */
const opening =
  /^\s*(?:(?:vừa qua|mới đây|sáng|trưa|chiều|tối|trong|vào|hôm|nay|ngày|chủ nhật|thứ [^\s,]+(?![^\s,])|\()[\s,]*)*$/iu;
const lastWinterMonth = 3;

/**
 * A meeting in January to March that reviews "năm 2020" took place in 2021. Authors often still write the old year then.
 * The finding suggests the next year.
 */
export function yearConflict(read: ReadArticle): Finding[] {
  const reviewed = findReviewedYear(read);
  if (reviewed === null) return [];
  return read.dates
    .filter((date) => date.exists && hasReviewedYear(date, reviewed) && isMeetingDate(date))
    .map((date) => {
      const { passage, start, end, text } = date;
      const suggestion = addYear(date, reviewed + 1);
      const message = checkWords.yearConflict(text, reviewed, suggestion);
      return warn(yearConflictRule, locate(passage, start, end), message, suggestion);
    });
}

/** The year the title reviews, or else the lede. */
function findReviewedYear({ title, lede }: ReadArticle): number | null {
  for (const { text } of [title, lede]) {
    const review = reviewPattern.exec(text);
    if (review && !notAYear.test(review[1] ?? "")) return Number(review[2]);
    const list = listPattern.exec(text);
    if (list) return Number(list[1]);
    const plan = planPattern.exec(text);
    if (plan) return Number(plan[1]) - 1;
  }
  return null;
}

function hasReviewedYear({ year, month }: DateMention, reviewed: number): boolean {
  return year === reviewed && month <= lastWinterMonth;
}

/** Dates in the lede belong to the event, except dates of documents. In the body only a meeting's date counts. */
function isMeetingDate({ passage, start }: DateMention): boolean {
  if (passage.kind !== "lede" && passage.kind !== "paragraph") return false;
  const sentence = findSentence(passage.text, start);
  const before = passage.text.slice(sentence.start, start);
  if (documentPattern.test(before)) return false;
  if (passage.kind === "lede") return true;
  return opening.test(before) && meetingPattern.test(passage.text.slice(start, sentence.end));
}

const pastPattern = /(?<![a-zÀ-ỹ])(?:đã|vừa|vừa qua|hôm qua|thành công tốt đẹp)(?![a-zÀ-ỹ])/iu;
const futureBefore =
  /(?<![a-zÀ-ỹ])(?:sẽ|dự kiến|sắp|theo kế hoạch|chuẩn bị|hạn|chậm nhất|phấn đấu|tới đây|hiệu lực|theo lịch)(?![a-zÀ-ỹ])/iu;
const futureAfter =
  /^.{0,40}?(?<![a-zÀ-ỹ])(?:sẽ|dự kiến|ấn định|lên lịch|lên kế hoạch|chọn làm)(?![a-zÀ-ỹ])/isu;

/** Words before a date that make it a limit of time. */
const periodLimitPattern =
  /(?:đến|trước|sau|hết|từ|kể từ|tính đến|tới|qua|đến hết)(?: hết)?(?: ngày)? ?$/iu;

/** A date within this length of the beginning still opens its sentence: "Vừa qua, sáng thứ Hai, ngày …". */
const headLength = 40;

/** "… đã được tổ chức vào ngày": the date of something done, at the end of a sentence of any length. */
const doneOn =
  /(?<![a-zÀ-ỹ])(?:đã|vừa) (?:được )?(?:tổ chức|diễn ra|khai mạc|bế mạc|khánh thành|khai trương|ra mắt|ký|trao|công bố|họp|tiến hành|hoàn thành)[^,;:]{0,60}$/iu;

/** "… đã kiểm tra các vườn ươm tại xã vào ngày": a verb in the past tense and its date, in the same clause. */
const doneAt =
  /(?<![a-zÀ-ỹ])(?:đã|vừa) (?!được (?:tổ chức|diễn ra))([^,;:]{1,200}) (?:vào|hôm)(?: (?:sáng|trưa|chiều|tối))?(?: ngày)? ?$/iu;

/** Words that begin another clause, or that give the date of another event. */
const otherClause =
  /(?<![a-zÀ-ỹ])(?:sẽ|dự kiến|sắp|để|nhằm|chuẩn bị|khi|diễn ra|tổ chức|khai mạc|bế mạc|bắt đầu|kết thúc|hết|mở|trước|sau|cho|mua|bán|đặt|hẹn|nghỉ|thi|bầu)(?![a-zÀ-ỹ])/iu;

/** "… đã đi vào hoạt động kể từ ngày": a state that has begun, so its first day has come. */
const begunOn =
  /(?<![a-zÀ-ỹ])(?:đã|vừa)(?: chính thức)? (?:được )?(?:đưa vào|đi vào|hoạt động|vận hành|có hiệu lực|áp dụng|mở cửa|phục vụ|sử dụng)[^,;:]{0,60} (?:kể )?từ(?: ngày)? ?$/iu;

/** Words between the past tense and the date that make the date a plan: "đã chốt lịch vào ngày". */
const planWords =
  /kế hoạch|lịch|hạn|dự |ấn định|quyết định|thống nhất|chốt|mời|thông báo|chọn|đăng ký|giao/iu;
const pastParticle = /(?<![a-zÀ-ỹ])(?:đã|vừa)(?![a-zÀ-ỹ])/iu;

/** A future date at the beginning or the end of a statement in the past tense. */
export function futureInPastTense({ dates, article }: ReadArticle): Finding[] {
  return dates
    .filter((date) => isFuture(date, article.today) && isInPastTense(date))
    .map(warnOfFutureDate);
}

function isFuture({ day, month, year, exists }: DateMention, today: Date): boolean {
  return exists && year !== null && makeVietnamInstant(year, month, day) > today;
}

function isInPastTense({ passage, start, end }: DateMention): boolean {
  const sentence = findSentence(passage.text, start);
  const before = passage.text.slice(sentence.start, start);
  const after = passage.text.slice(end, sentence.end);
  if (isPlanned(before)) return false;
  if (begunOn.test(before)) return true;
  if (periodLimitPattern.test(before)) return false;
  if (before.length > headLength) return doneOn.test(before) || isDoneAt(before);
  const around = before + after;
  const past = pastPattern.exec(around);
  if (!past) return false;
  return (
    !futureBefore.test(around.slice(0, past.index)) && !futureAfter.test(around.slice(past.index))
  );
}

function isDoneAt(before: string): boolean {
  const clause = doneAt.exec(before)?.[1];
  return clause !== undefined && !otherClause.test(clause);
}

function isPlanned(before: string): boolean {
  const past = pastParticle.exec(before);
  return past !== null && planWords.test(before.slice(past.index));
}

function warnOfFutureDate({ passage, start, end, text }: DateMention): Finding {
  const message = checkWords.futureInPastTense(text);
  return warn("future-in-past-tense", locate(passage, start, end), message);
}
