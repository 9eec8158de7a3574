import { dateExists, makeVietnamInstant } from "../../vietnamese/dates.ts";
import { fold } from "../../vietnamese/fold.ts";
import { removeFurnitureWords } from "./page-lines.ts";

/** Which of day and month comes first in 1/5/2021. */
export type DateOrder = "dmy" | "mdy";

/** A moment in ms since the epoch; "ambiguous" where day and month may be either and nothing tells. */
export type FoundDate = number | "ambiguous";

/** A date as it was written. */
type Written = { year: number; month: number; day: number };

const monthWords = [
  "gieng|mot|jan(?:uary)?",
  "hai|feb(?:ruary)?",
  "ba|mar(?:ch)?",
  "tu|apr(?:il)?",
  "nam|may",
  "sau|june?",
  "bay|july?",
  "tam|aug(?:ust)?",
  "chin|sept?(?:ember)?",
  "muoi|oct(?:ober)?",
  "muoi mot|nov(?:ember)?",
  "muoi hai|chap|dec(?:ember)?",
];
/** The longest words first: "mười một" is no "mười". */
const monthWord = `(${[...monthWords].reverse().join("|")})(?![a-z])`;

const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const numeric = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/;
const spelled = /(?<!\d)(\d{1,2}) thang (\d{1,2})(?:,? nam|,)? (\d{4})(?!\d)/;
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?: thang)? ${monthWord}(?:,? nam|,)? (\\d{4})(?!\\d)`,
);
const monthFirst = new RegExp(`(?<![a-z])${monthWord} (\\d{1,2}),? (\\d{4})(?!\\d)`);

const clock =
  /(?<![\d:])(\d{1,2})\s?(?::|h|gio)\s?(\d{2})(?:\s?:\s?(\d{2}))?(?!\d)(?:\s?(sa|ch|am|pm)\b)?/;
const offset = /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(z|[+-]\d\d:?\d\d)\b/;

/** What may stand beside the date in a line that tells nothing else. */
const besides =
  /(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|ngay (?:dang(?: tin)?|xuat ban|tao|gui)|(?:dang|xuat ban|viet|gui|tao|cap nhat)(?: (?:luc|ngay|vao|lan cuoi))*|thoi gian|ngay|luc|vao|gio|published|posted|updated|created|on|date|gmt ?[+]? ?0?7?(?::00)?|utc|z|luot xem|views?|luot doc|da xem|so lan (?:xem|doc)|doc|t)(?![a-z])/g;

/**
 * The date in a text that is about nothing else, such as an element named `date`: with its time where it has one, else
 * midnight, in Vietnam. Null without a date that exists. Web APIs only.
 */
export function findWrittenDate(text: string, order: DateOrder | null): FoundDate | null {
  const folded = fold(text).replace(/\s+/g, " ");
  const zone = offset.exec(folded.trim())?.[1];
  if (zone !== undefined) {
    const at = Date.parse(
      folded.trim().slice(0, folded.trim().indexOf(zone)).replace(" ", "T") + zone.toUpperCase(),
    );
    if (!Number.isNaN(at)) return at;
  }
  const time = clock.exec(removeDates(folded));
  const half = time?.[4] ?? "";
  const written = readWrittenDate(folded, order, half);
  if (written === null || written === "ambiguous") return written;
  const { year, month, day } = written;
  if (!dateExists(day, month, year)) return null;
  const [hour, minute, second] = [time?.[1], time?.[2], time?.[3]].map((part) => Number(part ?? 0));
  return makeVietnamInstant(year, month, day, toHour24(hour ?? 0, half), minute, second).getTime();
}

/** How a line tells the time of a change, up to where it tells another time; folded. */
const changed =
  /(?:cap nhat|sua (?:doi|lan)|chinh sua|chinh ly|update[ds]?|modified|last edit(?:ed)?|edited)\b.*?(?=(?:ngay )?(?:dang|xuat ban|phat hanh)|publi|posted|$)/g;

const publication =
  /(?:ngay )?(?:dang|xuat ban|phat hanh|phat song)(?: (?:tin|luc|ngay|vao))*\s*[:|,-]?\s*\d|publi(?:shed|cation|ched)|posted/;

/** The time of publication in a text that is about dates; null if it only tells when the article was changed. */
export function findPublicationTime(text: string, order: DateOrder | null): FoundDate | null {
  return findWrittenDate(fold(text).replace(/\s+/g, " ").replace(changed, " "), order);
}

/** Whether a line calls its date the one of publication: "Ngày đăng: 10/07/2020". */
export function saysPublication(text: string): boolean {
  return publication.test(fold(text).replace(/\s+/g, " ").replace(changed, " "));
}

/** The date of a line that tells only when the article came out; null for any sentence that mentions a date. */
export function readDateline(text: string, order: DateOrder | null): FoundDate | null {
  if (text.length > 120) return null;
  const folded = fold(text).replace(/\s+/g, " ");
  const rest = removeDates(folded).replace(clock, " ").replace(besides, " ");
  if (/[a-z]/.test(removeFurnitureWords(rest)) || !/\d/.test(folded)) return null;
  return findWrittenDate(text, order);
}

function removeDates(folded: string): string {
  return [iso, numeric, spelled, dayFirst, monthFirst].reduce(
    (text, pattern) => text.replace(pattern, " "),
    folded,
  );
}

function readWrittenDate(
  folded: string,
  order: DateOrder | null,
  half: string,
): Written | "ambiguous" | null {
  const found = iso.exec(folded);
  if (found !== null) return makeWritten(found[1], found[2], found[3]);
  const digits = numeric.exec(folded);
  if (digits !== null) return readInOrder(digits, order, half);
  const words = spelled.exec(folded);
  if (words !== null) return makeWritten(words[3], words[2], words[1]);
  const named = dayFirst.exec(folded);
  if (named !== null) return makeWritten(named[3], parseMonthWord(named[2]), named[1]);
  const english = monthFirst.exec(folded);
  return english && makeWritten(english[3], parseMonthWord(english[1]), english[2]);
}

/** Vietnam writes the day first. Servers that were never set up write the month first, and AM or PM behind it. */
function readInOrder(
  match: RegExpExecArray,
  order: DateOrder | null,
  half: string,
): Written | "ambiguous" {
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = (match[3] ?? "").length === 2 ? `20${match[3]}` : match[3];
  const isMonthFirst = second > 12 || (first <= 12 && order === "mdy");
  if (order === null && /[ap]m/.test(half) && first <= 12 && second <= 12 && first !== second) {
    return "ambiguous";
  }
  return isMonthFirst ? makeWritten(year, first, second) : makeWritten(year, second, first);
}

function makeWritten(
  year: string | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): Written {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function parseMonthWord(word = ""): number {
  return monthWords.findIndex((words) => new RegExp(`^(?:${words})$`).test(word)) + 1;
}

/** SA and CH are how Vietnamese Windows writes AM and PM. */
function toHour24(hour: number, half: string): number {
  if (half === "pm" || half === "ch") return hour < 12 ? hour + 12 : hour;
  return (half === "am" || half === "sa") && hour === 12 ? 0 : hour;
}
