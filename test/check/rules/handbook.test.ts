import { expect, test } from "vitest";
import type { HandbookEntry } from "../../../src/article/handbook.ts";
import { checkArticle } from "../../../src/check/check-article.ts";
import { articleWith } from "../article-builder.ts";
import { testRule } from "../rule-cases.ts";

function entry(text: string, ...wrongForms: string[]): HandbookEntry {
  return { text, wrongForms, note: "" };
}

const handbook = [
  entry("Covid-19"),
  entry("Giám đốc Sở Phạm Quốc Chính"),
  entry("Bản Qua", "Bản Quá"),
  entry("TikTok", "Tóp Tóp"),
  entry("Sở"),
  entry("kinh tế số"),
];

const withBody = (body: string) => ({ handbook, body });

testRule(
  "handbook-form",
  "warn",
  [
    ["other letter case", withBody("Dịch COVID-19 đã qua."), [["COVID-19", "Covid-19"]]],
    [
      "no hyphen",
      withBody("Dịch Covid 19 và covid19."),
      [
        ["Covid 19", "Covid-19"],
        ["covid19", "Covid-19"],
      ],
    ],
    ["no marks", withBody("Ông Pham Quoc Chinh dự."), [["Pham Quoc Chinh", "Phạm Quốc Chính"]]],
    [
      "an office in small letters",
      withBody("Có giám đốc sở Phạm Quốc Chính."),
      [["giám đốc sở Phạm Quốc Chính", "Giám đốc Sở Phạm Quốc Chính"]],
    ],
    [
      "a known wrong form in the title",
      { handbook, title: "Tin từ xã Bản Quá" },
      [["Bản Quá", "Bản Qua"]],
    ],
    [
      "a wrong form with other letters, in bold",
      withBody("Trên **Tóp Tóp**."),
      [["Tóp Tóp", "TikTok"]],
    ],
    ["a word in another case", withBody("Đến sở ấy."), [["sở", "Sở"]]],
  ],
  [
    ["the right forms", withBody("Giám đốc Sở Phạm Quốc Chính nói về Covid-19 ở xã Bản Qua.")],
    ["another word without the same marks", withBody("Một số người đang so.")],
    ["a form at the start of a sentence", withBody("Kinh tế số tăng.")],
    ["a heading in capital letters", withBody("## KINH TẾ SỐ\n\nTăng.")],
    ["a part of a longer word", withBody("Bản Quan Hồ có hội.")],
    ["code", withBody("`covid19`")],
    ["anything without a handbook", "Dịch COVID-19."],
  ],
);

testRule(
  "handbook-office",
  "warn",
  [
    [
      "a deputy for the head",
      withBody("Phó Giám đốc Sở Phạm Quốc Chính phát biểu."),
      [["Phó Giám đốc Sở Phạm Quốc Chính", "Giám đốc Sở Phạm Quốc Chính"]],
    ],
    [
      "another office after the name",
      withBody("Phạm Quốc Chính, Chủ tịch UBND xã, nói."),
      [["Phạm Quốc Chính", null]],
    ],
  ],
  [
    ["the office of the handbook", withBody("Giám đốc Sở Phạm Quốc Chính phát biểu.")],
    [
      "the office with its whole name",
      withBody("Giám đốc Sở Khoa học và Công nghệ Phạm Quốc Chính nói."),
    ],
    ["no office", withBody("Đồng chí Phạm Quốc Chính nói.")],
    ["an appointment", withBody("Bổ nhiệm Phó Giám đốc Sở Phạm Quốc Chính.")],
    ["somebody else", withBody("Phó Giám đốc Sở Nguyễn Văn Ba nói.")],
  ],
);

test("a long text and a full handbook are checked in linear time", () => {
  const many = Array.from({ length: 2000 }, (_, n) => entry(`Nguyễn Văn Thứ ${n} a b c d e f`));
  const count = (body: string): number =>
    checkArticle(articleWith({ handbook: many, body })).filter(
      ({ rule }) => rule === "handbook-form",
    ).length;
  const body = "Nguyễn Văn Thứ 1 a b c d e ".repeat(7000);
  expect(count(body)).toBe(0);
  expect(count(`${body}nguyễn văn thứ 7 a b c d e f`)).toBe(1);
});
