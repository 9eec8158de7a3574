import { describe, expect, test } from "vitest";
import {
  findMonth,
  makeMonthKey,
  parseMonth,
  findMonthPositions,
} from "../../src/published/month.ts";
import { findPosition } from "../../src/published/position.ts";

describe("a month", () => {
  test("begins and ends with Vietnam's midnight", () => {
    expect(findMonth(Date.parse("2020-12-31T23:59:59.999+07:00"))).toEqual({
      year: 2020,
      month: 12,
    });
    expect(findMonth(Date.parse("2021-01-01T00:00:00+07:00"))).toEqual({ year: 2021, month: 1 });
  });

  test("holds the positions of its moments, and those of no other", () => {
    const { from, until } = findMonthPositions({ year: 2020, month: 12 });
    expect(from).toBe(findPosition(Date.parse("2020-12-01T00:00:00+07:00")));
    expect(until).toBe(findPosition(Date.parse("2021-01-01T00:00:00+07:00")));
    expect(findMonthPositions({ year: 2021, month: 1 }).from).toBe(until);
  });

  test("is named by year and month, and read back", () => {
    expect(makeMonthKey({ year: 2021, month: 1 })).toBe("2021-01");
    expect(parseMonth("2021-01")).toEqual({ year: 2021, month: 1 });
  });

  test.each(["2021-1", "2021-13", "2021-00", "21-01", "2021-01-01", " 2021-01", ""])(
    "is nothing that is called %j",
    (key) => {
      expect(parseMonth(key)).toBeNull();
    },
  );
});
