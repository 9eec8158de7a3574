import { describe, expect, test } from "vitest";
import { findWrittenDate, readDateline } from "../../src/intake/recognition/dateline.ts";
import { formatIsoWithOffset } from "../../src/vietnamese/dates.ts";

function iso(date: number | "ambiguous" | null): string | null {
  return typeof date === "number" ? formatIsoWithOffset(new Date(date)).slice(0, 19) : date;
}

describe("datelineOf", () => {
  test.each([
    ["Thứ Năm, 28/01/2021 10:05", "2021-01-28T10:05:00"],
    ["Thứ năm, 28/01/2021 | 10:05 GMT+7", "2021-01-28T10:05:00"],
    ["Ngày đăng: 28-01-2021 - Lượt xem: 1204", "2021-01-28T00:00:00"],
    ["Cập nhật lúc 28.1.2021", "2021-01-28T00:00:00"],
    ["10:05, ngày 28/1/2021", "2021-01-28T10:05:00"],
    ["10h05 28/01/2021", "2021-01-28T10:05:00"],
    ["28/01/2021 3:20:15 CH", "2021-01-28T15:20:15"],
    ["28/01/2021 12:20 SA", "2021-01-28T00:20:00"],
    ["1/28/2021 3:20:15 PM", "2021-01-28T15:20:15"],
    ["2021-01-28 10:05:07", "2021-01-28T10:05:07"],
    ["2021-01-28T03:05:00Z", "2021-01-28T10:05:00"],
    ["2021-01-28T03:05:00+00:00", "2021-01-28T10:05:00"],
    ["Ngày 28 tháng 1 năm 2021", "2021-01-28T00:00:00"],
    ["Thứ năm, 28 Tháng 1 2021 10:05", "2021-01-28T10:05:00"],
    ["28 Tháng Giêng 2021", "2021-01-28T00:00:00"],
    ["Chủ nhật, 28 Tháng Mười Một 2021", "2021-11-28T00:00:00"],
    ["Thu, 28 Jan 2021 10:05", "2021-01-28T10:05:00"],
    ["Published on January 28, 2021", "2021-01-28T00:00:00"],
    ["10:05 28/01/21", "2021-01-28T10:05:00"],
    ["(28/01/2021)", "2021-01-28T00:00:00"],
    ["12/12/2014 9:00:00 AM", "2014-12-12T09:00:00"],
    ["5/8/2014 9:00:00 AM", "ambiguous"],
  ])("%s", (text, expected) => {
    expect(iso(readDateline(text, null))).toBe(expected);
    expect(iso(readDateline(text.normalize("NFD"), null))).toBe(expected);
  });

  test.each([
    "Ngày 28/01/2020, Đảng bộ Sở tổ chức Hội nghị",
    "Lào Cai, ngày 28 tháng 1 năm 2021",
    "31/02/2021",
    "Hạn nộp hồ sơ: 30/4/2021",
    "Giai đoạn 2016 - 2020",
    "Chỉ thị số 05-CT/TW",
    "",
  ])("none in %j", (text) => {
    expect(readDateline(text, null)).toBeNull();
  });

  test("takes the order that somebody names", () => {
    expect(iso(readDateline("5/8/2014 9:00:00 AM", "dmy"))).toBe("2014-08-05T09:00:00");
    expect(iso(readDateline("5/8/2014 9:00:00 AM", "mdy"))).toBe("2014-05-08T09:00:00");
    expect(iso(findWrittenDate("5/8/2014", null))).toBe("2014-08-05T00:00:00");
  });
});
