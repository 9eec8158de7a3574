import { describe, expect, test } from "vitest";
import { findGarbled } from "../../src/vietnamese/garbled.ts";
import { normaliseText } from "../../src/vietnamese/normalise.ts";

const misread = (text: string, charset: string): string =>
  new TextDecoder(charset).decode(new TextEncoder().encode(text));

const phrases = [
  "Đảng bộ",
  "Hội nghị tổng kết",
  "phương hướng nhiệm vụ",
  "ứng dụng",
  "chuyển đổi số",
  "“Trong sạch”",
  "đ",
  "ế",
];

describe("findGarbled", () => {
  test.each(phrases)("sees UTF-8 read as Windows-1252: %s", (phrase) => {
    const garbled = normaliseText(misread(phrase, "windows-1252")).text;
    expect(findGarbled(garbled).map((span) => span.kind)).toContain("misread-utf8");
  });

  test.each(phrases.slice(0, 5))("sees UTF-8 read as Latin-1: %s", (phrase) => {
    const latin1 = [...new TextEncoder().encode(phrase)].map((byte) => String.fromCharCode(byte));
    const kinds = findGarbled(normaliseText(latin1.join("")).text).map((span) => span.kind);
    expect(kinds).toContain("misread-utf8");
  });

  test.each([
    ["a\ufffd\ufffdb", [{ kind: "replacement", text: "\ufffd\ufffd", start: 1, end: 3 }]],
    ["x \ue123", [{ kind: "private-use", text: "\ue123", start: 2, end: 3 }]],
  ])("places %j", (text, spans) => {
    expect(findGarbled(text)).toEqual(spans);
  });

  test("sees letters lost to question marks", () => {
    const kinds = findGarbled("H?i ngh? t?ng k?t công tác n?m 2020").map((span) => span.kind);
    expect(new Set(kinds)).toEqual(new Set(["lost-letters"]));
  });

  test.each([
    "Đảng bộ Sở Khoa học và Công nghệ tổ chức Hội nghị Tổng kết",
    "Vì sao? Làm gì? Ai làm?",
    "https://example.gov.vn/tin?id=1&p=2",
    "«Cá», «má» và “lá”…",
    "Ã, Â, Ä, Å là các chữ có dấu; CÃ HÒA, XÃ",
    "50 °C, 3 m², ½, £5, €7 ™",
    "Ärger, Ångström, ÂM NHẠC",
    "",
  ])("is silent on: %s", (text) => {
    expect(findGarbled(text)).toEqual([]);
  });
});
