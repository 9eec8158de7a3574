import { describe, expect, test } from "vitest";
import { joinGroupedNumbers } from "../../src/search/other-spellings.ts";
import { readWords } from "../../src/search/search-words.ts";

/** What a text is found by besides its words, as "covid19 | f 150". */
function listSpellings(text: string): string {
  const [, ...spellings] = readWords(text)
    .map((word) => word.folded || "|")
    .join(" ")
    .split(/ ?\| /);
  return spellings.join(" | ");
}

describe("the other spellings of a text", () => {
  test.each([
    ["Dịch COVID-19.", "covid19"],
    ["dịch covid19", "covid 19"],
    ["dịch Covid 19", "covid19"],
    ["xe F-150", "f150"],
    ["xe F150", "f 150"],
    ["xe F 150", "f150"],
    ["biển số 29A-12345", "29a12345 | 29 a"],
    ["biển số 29A12345", "29 a 12345 | 29 a12345 | 29a 12345"],
    ["Sở KH&CN", "khcn"],
    ["1.500.000 đồng", "1500000"],
    ["1,500,000 đồng", "1500000"],
    ["1 500 000 đồng", "1500000"],
    ["gọi 0912 345 678", "0912345678"],
    ["gọi 0912.345.678", "0912345678"],
    ["gọi (0203) 3825-123", "3825123 | 02033825123"],
    ["gọi 1900 1234", "19001234"],
    ["05-CT/TW", "05cttw"],
    ["ngày 28 tháng 1 năm 2021", ""],
    ["10 000", ""],
    ["Không có số nào – chỉ có chữ.", ""],
    ["Lào Cai-Yên Bái", ""],
  ])("%s: %s", (text, expected) => {
    expect(listSpellings(text)).toBe(expected);
    expect(listSpellings(text.replaceAll(" ", "\u00a0"))).toBe(expected);
  });

  test("stand where the text has them", () => {
    const text = "Phòng COVID-19 ở xã";
    const joined = readWords(text).find(({ folded }) => folded === "covid19");
    expect(text.slice(joined?.start, joined?.end)).toBe("COVID-19");
  });
});

test.each([
  ["hơn 1.500.000 đồng", "hơn 1500000 đồng"],
  ["1 500 000 và 2,000", "1500000 và 2000"],
  ["0912 345 678", "0912345678"],
  ["28.01.2021", "28.01.2021"],
  ["08.01.2021", "08.01.2021"],
  ["2020-2021", "2020-2021"],
  ["3,5 triệu", "3,5 triệu"],
  ["1.500.00", "1.500.00"],
  ["12 300", "12 300"],
  ["4.0", "4.0"],
])("a query reads %j as %j", (raw, expected) => {
  expect(joinGroupedNumbers(raw)).toBe(expected);
});

test.each([
  ["digits", "1".repeat(60_000)],
  ["letters", `năm 2020 ${"a".repeat(60_000)}`],
  ["marks without letters", `năm 2020 ${"\u0301".repeat(60_000)}`],
  ["numbers with dots", "1.".repeat(30_000)],
])("reads a word of 60,000 %s in less than a second of CPU time", (_, text) => {
  const start = process.threadCpuUsage();
  expect(readWords(`${text}!`)).not.toHaveLength(0);
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(1000);
});
