import { checkWords } from "../../vietnamese/words/check.ts";
import { withYear } from "../date-mentions.ts";
import type { DateMention } from "../date-mentions.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import { sentenceAround } from "../sentence.ts";

export const YEAR_CONFLICT = "year-conflict";

/** "Tổng kết … năm 2020"; the review ends where the plans for the next year begin. */
const REVIEW =
  /(?:tổng kết|nhìn lại|kiểm điểm|đánh giá kết quả)((?:(?!năm \d|phương hướng|triển khai|đề ra|[,và] nhiệm vụ)[^.;\n])*?)năm (\d{4})(?![\d/]| ?[-–] ?\d)/iu;

/** "Triển khai nhiệm vụ năm 2021", "phương hướng nhiệm vụ năm 2021": a plan made at the year's turn. */
const PLAN =
  /(?:phương hướng|triển khai)[^.;\n]{0,30}nhiệm vụ[^.;\n]{0,40}?năm (\d{4})(?![\d/]| ?[-–] ?\d)/iu;

/** Things that are wound up in the middle of their own year. */
const NOT_A_YEAR =
  /cuộc thi|hội thi|hội diễn|giải (?!pháp)|tháng|tuần|chiến dịch|học kỳ|quý|dự án|đề tài|lớp|kh(?:óa|oá)|mùa|(?<!nhiệm )vụ |đợt|chương trình|lễ hội|hội chợ|triển lãm|ngày hội|diễn tập|tết|mô hình|thí điểm|giai đoạn/iu;

const DOCUMENT =
  /(?:số|nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|công văn|nghị định|kết luận|ban hành|ký)[^,]*$/iu;
const MEETING = /hội nghị|tổng kết|cuộc họp|buổi lễ/iu;
/** What may stand before a date that opens its sentence: "Sáng thứ Ba, ngày". */
const OPENING =
  /^(?:(?:vừa qua|mới đây|sáng|trưa|chiều|tối|trong|vào|hôm|nay|ngày|chủ nhật|thứ [^\s,]+|\()[\s,]*|\s+)*$/iu;
const LAST_WINTER_MONTH = 3;

/**
 * A meeting in January to March that reviews "năm 2020" took place in 2021: whoever wrote 2020 had
 * the old year in the fingers. Suggests the year after; the date itself stays untouched.
 */
export function yearConflict(read: ReadArticle): Finding[] {
  const reviewed = reviewedYear(read);
  if (reviewed === null) return [];
  return read.dates
    .filter((date) => date.exists && isConflict(date, reviewed) && isOfTheMeeting(date))
    .map((date) => {
      const { passage, start, end, text } = date;
      const suggestion = withYear(date, reviewed + 1);
      const message = checkWords.yearConflict(text, reviewed, suggestion);
      return warn(YEAR_CONFLICT, locate(passage, start, end), message, suggestion);
    });
}

/** The year the title reviews, or else the lede. */
function reviewedYear({ title, lede }: ReadArticle): number | null {
  for (const { text } of [title, lede]) {
    const review = REVIEW.exec(text);
    if (review && !NOT_A_YEAR.test(review[1] ?? "")) return Number(review[2]);
    const plan = PLAN.exec(text);
    if (plan) return Number(plan[1]) - 1;
  }
  return null;
}

function isConflict({ year, month }: DateMention, reviewed: number): boolean {
  return year === reviewed && month <= LAST_WINTER_MONTH;
}

/** The lede's dates are the event's, unless a document's; in the body only those of a meeting. */
function isOfTheMeeting({ passage, start }: DateMention): boolean {
  if (passage.kind !== "lede" && passage.kind !== "paragraph") return false;
  const sentence = sentenceAround(passage.text, start);
  const before = passage.text.slice(sentence.start, start);
  if (DOCUMENT.test(before)) return false;
  if (passage.kind === "lede") return true;
  return OPENING.test(before) && MEETING.test(passage.text.slice(start, sentence.end));
}
