import { vietnamInstant } from "../../vietnamese/dates.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import type { DateMention } from "../date-mentions.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import { sentenceAround } from "../sentence.ts";

const PAST = /(?<![a-zÀ-ỹ])(?:đã|vừa|vừa qua|hôm qua|thành công tốt đẹp)(?![a-zÀ-ỹ])/iu;
const FUTURE_BEFORE =
  /(?<![a-zÀ-ỹ])(?:sẽ|dự kiến|sắp|theo kế hoạch|chuẩn bị|hạn|chậm nhất|phấn đấu|tới đây|hiệu lực|theo lịch)(?![a-zÀ-ỹ])/iu;
const FUTURE_AFTER =
  /^.{0,40}?(?<![a-zÀ-ỹ])(?:sẽ|dự kiến|ấn định|lên lịch|lên kế hoạch|chọn làm)(?![a-zÀ-ỹ])/isu;

/** What makes the date a limit or a plan and not the day on which it happened. */
const LIMIT = /(?:đến|trước|sau|hết|từ|kể từ|tính đến|tới|qua|đến hết)(?: hết)?(?: ngày)? ?$/iu;

/** How far into its sentence a date still heads it: "Vừa qua, sáng thứ Hai, ngày …". */
const HEAD_LENGTH = 40;

/** "… đã được tổ chức vào ngày": the date of a thing done, however long the sentence before it. */
const DONE_ON =
  /(?<![a-zÀ-ỹ])(?:đã|vừa) (?:được )?(?:tổ chức|diễn ra|khai mạc|bế mạc|khánh thành|khai trương|ra mắt|ký|trao|công bố|họp|tiến hành|hoàn thành)[^,;:]{0,60}$/iu;

/** Between the past tense and the date, words that make the date a plan: "đã chốt lịch vào ngày". */
const PLANNED =
  /(?<![a-zÀ-ỹ])(?:đã|vừa)(?![a-zÀ-ỹ]).*(?:kế hoạch|lịch|hạn|dự |ấn định|quyết định|thống nhất|chốt|mời|thông báo|chọn|đăng ký|giao)/isu;

/** A date still to come that heads, or ends, the telling of something done. */
export function futureInPastTense({ dates, article }: ReadArticle): Finding[] {
  return dates.filter((date) => isFuture(date, article.today) && isToldAsPast(date)).map(findingOf);
}

function isFuture({ day, month, year, exists }: DateMention, today: Date): boolean {
  return exists && year !== null && vietnamInstant(year, month, day) > today;
}

function isToldAsPast({ passage, start, end }: DateMention): boolean {
  const sentence = sentenceAround(passage.text, start);
  const before = passage.text.slice(sentence.start, start);
  const after = passage.text.slice(end, sentence.end);
  if (LIMIT.test(before) || PLANNED.test(before)) return false;
  if (before.length > HEAD_LENGTH) return DONE_ON.test(before);
  const told = before + after;
  const past = PAST.exec(told);
  if (!past) return false;
  return (
    !FUTURE_BEFORE.test(told.slice(0, past.index)) && !FUTURE_AFTER.test(told.slice(past.index))
  );
}

function findingOf({ passage, start, end, text }: DateMention): Finding {
  const message = checkWords.futureInPastTense(text);
  return warn("future-in-past-tense", locate(passage, start, end), message);
}
