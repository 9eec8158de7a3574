import { describe, expect, test } from "vitest";
import {
  dateExists,
  displayDate,
  displayDateTime,
  formatIsoWithOffset,
  formatRfc822,
  formatShortDate,
  formatShortDateTime,
  makeVietnamInstant,
  nameWeekday,
  findWeekday,
} from "../../src/vietnamese/dates.ts";

const reference = new Date("2021-01-28T10:05:00+07:00");

describe("an instant in Vietnam", () => {
  test.each([
    [displayDateTime, "Thứ Năm, 28/01/2021 10:05"],
    [displayDate, "Thứ Năm, 28/01/2021"],
    [formatShortDate, "28/01/2021"],
    [formatShortDateTime, "28/01/2021 10:05"],
    [formatIsoWithOffset, "2021-01-28T10:05:00+07:00"],
    [formatRfc822, "Thu, 28 Jan 2021 10:05:00 +0700"],
  ])("%o gives %s", (format, expected) => {
    expect(format(reference)).toBe(expected);
  });

  test("turns to the next day at 17:00 UTC", () => {
    expect(displayDateTime(new Date("2025-12-31T16:59:59Z"))).toBe("Thứ Tư, 31/12/2025 23:59");
    expect(displayDateTime(new Date("2025-12-31T17:00:00Z"))).toBe("Thứ Năm, 01/01/2026 00:00");
    expect(formatRfc822(new Date("2025-12-31T17:00:00Z"))).toBe("Thu, 01 Jan 2026 00:00:00 +0700");
  });

  test("agrees with Intl on every day of four years", () => {
    const intl = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Ho_Chi_Minh",
      dateStyle: "short",
      timeStyle: "short",
    });
    for (let day = 0; day < 1461; day++) {
      const date = new Date(Date.UTC(2023, 0, 1, (day * 7) % 24) + day * 86_400_000);
      expect(formatShortDateTime(date)).toBe(intl.format(date).replace(",", ""));
    }
  });

  test("is found again from its parts", () => {
    expect(makeVietnamInstant(2021, 1, 28, 10, 5)).toEqual(reference);
  });
});

describe("dateExists", () => {
  test.each([
    [31, 1, 2021, true],
    [31, 2, 2021, false],
    [30, 2, 2020, false],
    [29, 2, 2020, true],
    [29, 2, 2021, false],
    [29, 2, 1900, false],
    [29, 2, 2000, true],
    [31, 4, 2021, false],
    [0, 1, 2021, false],
    [1, 13, 2021, false],
    [1, 0, 2021, false],
    [1.5, 1, 2021, false],
  ])("%d/%d/%d: %s", (day, month, year, expected) => {
    expect(dateExists(day, month, year)).toBe(expected);
  });
});

describe("weekdays", () => {
  test.each([
    [28, 1, 2021, "Thứ Năm"],
    [22, 11, 2026, "Chủ Nhật"],
    [29, 2, 2020, "Thứ Bảy"],
    [2, 9, 1945, "Chủ Nhật"],
  ])("%d/%d/%d is %s", (day, month, year, name) => {
    expect(nameWeekday(findWeekday(day, month, year))).toBe(name);
  });
});
