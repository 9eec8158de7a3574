/*
 * Dates as Vietnamese readers and feeds expect them, in Asia/Ho_Chi_Minh. The zone has been +07:00
 * without daylight saving since 1975, so the parts are arithmetic: no formatter, no locale data.
 */

const offsetMs = 7 * 60 * 60 * 1000;

const weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
const rfcWeekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const rfcMonths = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

/** Calendar parts in Vietnam: month 1–12, weekday 0 (Chủ Nhật) – 6 (Thứ Bảy). */
export type DateParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
};

/** "Thứ Năm, 28/01/2021 10:05" */
export function displayDateTime(date: Date): string {
  const parts = splitVietnamTime(date);
  return `${nameWeekday(parts.weekday)}, ${formatDayMonthYear(parts)} ${formatHourMinute(parts)}`;
}

/** "Thứ Năm, 28/01/2021" */
export function displayDate(date: Date): string {
  const parts = splitVietnamTime(date);
  return `${nameWeekday(parts.weekday)}, ${formatDayMonthYear(parts)}`;
}

/** "28/01/2021" */
export function formatShortDate(date: Date): string {
  return formatDayMonthYear(splitVietnamTime(date));
}

/** "28/01/2021 10:05" */
export function formatShortDateTime(date: Date): string {
  const parts = splitVietnamTime(date);
  return `${formatDayMonthYear(parts)} ${formatHourMinute(parts)}`;
}

/** "10:05, 28/01/2021" */
export function formatClockAndDay(date: Date): string {
  const parts = splitVietnamTime(date);
  return `${formatHourMinute(parts)}, ${formatDayMonthYear(parts)}`;
}

/**
 * "2 giờ trước", or "sau 2 giờ nữa" for a time to come. Null for what is more than 30 days away: its date says more. Both
 * times in ms.
 */
export function describeDistance(at: number, now: number): string | null {
  const minutes = Math.floor(Math.abs(now - at) / 60_000);
  if (minutes < 1) return now >= at ? "vừa xong" : "trong chốc lát";
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 30) return null;
  const distance = minutes < 60 ? `${minutes} phút` : hours < 24 ? `${hours} giờ` : `${days} ngày`;
  return now >= at ? `${distance} trước` : `sau ${distance} nữa`;
}

/** "2021-01-28T10:05:00+07:00", for `datetime` attributes, JSON feeds and Dublin Core. */
export function formatIsoWithOffset(date: Date): string {
  const { year, month, day, second, ...time } = splitVietnamTime(date);
  return `${year}-${padToTwoDigits(month)}-${padToTwoDigits(day)}T${formatHourMinute(time)}:${padToTwoDigits(second)}+07:00`;
}

/** "2021-01-28" */
export function formatIsoDay(date: Date): string {
  const { year, month, day } = splitVietnamTime(date);
  return `${year}-${padToTwoDigits(month)}-${padToTwoDigits(day)}`;
}

/** "Thu, 28 Jan 2021 10:05:00 +0700", for RSS 2.0 (RFC 822 with a four-digit year). */
export function formatRfc822(date: Date): string {
  const { year, month, day, second, weekday, ...time } = splitVietnamTime(date);
  const dayPart = `${rfcWeekdays[weekday]}, ${padToTwoDigits(day)} ${rfcMonths[month - 1]} ${year}`;
  return `${dayPart} ${formatHourMinute(time)}:${padToTwoDigits(second)} +0700`;
}

/** The calendar and clock in Vietnam at that instant. */
export function splitVietnamTime(date: Date): DateParts {
  const local = new Date(date.getTime() + offsetMs);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay(),
  };
}

/** The instant at which a clock in Vietnam shows these parts; month 1–12. */
export function makeVietnamInstant(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offsetMs);
}

/** Whether the calendar has that day: 29/02/2020 yes, 29/02/2021 and 31/02 no. */
export function dateExists(day: number, month: number, year: number): boolean {
  if (!Number.isInteger(day) || !Number.isInteger(month) || !Number.isInteger(year)) return false;
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return false;
  return day <= countDaysInMonth(month, year);
}

/** 0 (Chủ Nhật) – 6 (Thứ Bảy) of a date that exists. */
export function findWeekday(day: number, month: number, year: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** "Chủ Nhật" for 0 … "Thứ Bảy" for 6. */
export function nameWeekday(weekday: number): string {
  return weekdays[weekday] ?? "";
}

function countDaysInMonth(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatDayMonthYear(parts: Pick<DateParts, "day" | "month" | "year">): string {
  return `${padToTwoDigits(parts.day)}/${padToTwoDigits(parts.month)}/${parts.year}`;
}

function formatHourMinute(parts: Pick<DateParts, "hour" | "minute">): string {
  return `${padToTwoDigits(parts.hour)}:${padToTwoDigits(parts.minute)}`;
}

function padToTwoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
