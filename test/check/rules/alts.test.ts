import { testRule } from "../rule-cases.ts";

const title = "Tập huấn kỹ năng số cho cán bộ xã";
const lead = (alt: string) => ({ leadPhoto: { photo: "a", alt, caption: null, credit: null } });

testRule(
  "missing-alt",
  "block",
  [
    ["a lead photo without alt", lead(""), [[null, null]]],
    [
      "a body photo without alt",
      'Chữ.\n\n![](photo:a "Chú thích")',
      [['![](photo:a "Chú thích")', null]],
    ],
    [
      "two of a gallery",
      "![](photo:a)\n![Học viên](photo:b)\n![ ](photo:c)",
      [
        ["![](photo:a)", null],
        ["![ ](photo:c)", null],
      ],
    ],
  ],
  [
    ["alts everywhere", { ...lead("Học viên bên máy tính"), body: "![Giảng viên](photo:a)" }],
    ["no photo", {}],
    ["a lead photo whose alt is in the body", { ...lead(""), body: "![Giảng viên](photo:a)" }],
  ],
);

testRule(
  "alt-is-title",
  "block",
  [
    ["the title itself", lead(title), [[title, null]]],
    [
      "the title in capitals with a stop",
      lead(title.toUpperCase() + "."),
      [[title.toUpperCase() + ".", null]],
    ],
    ["the title and -0", `![${title} -0](photo:a)`, [[`${title} -0`, null]]],
    ["the title and a number in brackets", `![${title} (2)](photo:a)`, [[`${title} (2)`, null]]],
  ],
  [
    ["a different text", lead("Học viên thực hành trên máy tính")],
    ["the title and more", lead(title + " tại nhà văn hóa")],
    ["no title and no alt", { title: "", ...lead("") }],
  ],
);

testRule(
  "alt-numbered",
  "warn",
  [
    ["a spaced number", lead("Học viên dự lớp -1"), [["Học viên dự lớp -1", null]]],
    ["a number stuck to a word", lead("Học viên dự lớp-12"), [["Học viên dự lớp-12", null]]],
    ["Ảnh-3", lead("Ảnh-3"), [["Ảnh-3", null]]],
    ["a file's name", lead("IMG_2043.jpg"), [["IMG_2043.jpg", null]]],
    ["a slug", lead("anh-tap-huan-2"), [["anh-tap-huan-2", null]]],
  ],
  [
    ["the disease", lead("Tiêm vắc xin phòng Covid-19")],
    ["the disease in small letters", lead("Khu cách ly phòng dịch covid-19")],
    ["a satellite", lead("Mô hình vệ tinh VNREDSat-1")],
    ["a year", lead("Hội trường năm 2020")],
    ["a range of years", lead("Bảng số liệu giai đoạn 2016 - 2020")],
    ["the title and a number, which blocks", lead(title + " -0")],
  ],
);

testRule(
  "duplicate-alt",
  "warn",
  [
    ["the same alt twice", "![Học viên](photo:a)\n\n![học viên](photo:b)", [["học viên", null]]],
    [
      "the lead photo's again",
      { ...lead("Học viên"), body: "![Học viên](photo:b)" },
      [["Học viên", null]],
    ],
  ],
  [
    ["different alts", "![Học viên](photo:a)\n\n![Giảng viên](photo:b)"],
    ["two missing alts", "![](photo:a)\n\n![](photo:b)"],
    ["the lead photo in the body", { ...lead("Học viên"), body: "![Học viên](photo:a)" }],
  ],
);
