import type { CheckedFile } from "../../../src/check/checked-article.ts";
import { testRule } from "../rule-cases.ts";

const photos = new Map([
  ["small", { width: 960, height: 640 }],
  ["portrait", { width: 1067, height: 1600 }],
  ["good", { width: 1600, height: 1067 }],
]);
const lead = (photo: string) => ({
  photos,
  leadPhoto: { photo, alt: "Lớp học", caption: null, credit: null },
});

testRule(
  "small-photo",
  "warn",
  [
    ["a lead photo under 1200 px", lead("small"), [[null, null]]],
    ["a lead photo too narrow to share", lead("portrait"), [[null, null]]],
    [
      "a body photo that Zalo shrank",
      { photos, body: "![Lớp](photo:small)" },
      [["![Lớp](photo:small)", null]],
    ],
  ],
  [
    ["a wide lead photo", lead("good")],
    ["a tall body photo", { photos, body: "![Lớp](photo:portrait)" }],
    ["a photo of unknown size", lead("unknown")],
  ],
);

const usable = (usableUntil: string | null) => ({
  photos: new Map([["agency", { width: 1600, height: 1067, usableUntil }]]),
  body: "![Lớp](photo:agency)",
});

const attached = (properties: CheckedFile["properties"]) => ({
  documents: [{ file: "plan" }],
  files: new Map([["plan", { name: "Kế hoạch.docx", properties }]]),
});

testRule(
  "file-properties",
  "warn",
  [
    ["an author and who changed the file last", attached({ author: "Vũ Minh Lê" }), [[null, null]]],
    ["an e-mail address", attached({ email: "an@example.vn" }), [[null, null]]],
    ["comments of reviewers", attached({ hasComments: true }), [[null, null]]],
  ],
  [
    ["a title", attached({ title: "Kế hoạch" })],
    ["what programs write for everybody", attached({ author: "Administrator", company: "HP" })],
    ["a file that is not known", { documents: [{ file: "plan" }] }],
  ],
);

testRule(
  "expired-photo",
  "block",
  [["a photo after its last day", usable("2026-11-21"), [["![Lớp](photo:agency)", null]]]],
  [
    ["a photo on its last day", usable("2026-11-22")],
    ["a photo without a last day", usable(null)],
  ],
);

testRule(
  "missing-photo",
  "warn",
  [["an article without any photo", { leadPhoto: null }, [[null, null]]]],
  [
    ["an article with a lead photo", lead("good")],
    ["a photo in the text alone", { leadPhoto: null, body: "![Lớp](photo:good)" }],
  ],
);

testRule(
  "gallery-captions",
  "warn",
  [
    ["a gallery without captions", "![a](photo:a)\n![b](photo:b)", [["![a](photo:a)", null]]],
    [
      "one photo of a gallery without",
      '![a](photo:a "A.")\n![b](photo:b)',
      [["![b](photo:b)", null]],
    ],
    [
      "each of two galleries",
      "![a](photo:a) ![b](photo:b)\n\nChữ.\n\n![c](photo:c)\n![d](photo:d)",
      [
        ["![a](photo:a)", null],
        ["![c](photo:c)", null],
      ],
    ],
  ],
  [
    ["captions everywhere", '![a](photo:a "A.")\n![b](photo:b "B.")'],
    ["a single photo", "![a](photo:a)"],
  ],
);

const publishedTitles = [
  "Khai mạc lớp khác",
  "Tổng kết phong trào sáng kiến của Sở năm 2025",
  "Tập huấn kỹ năng số cho cán bộ xã",
];
testRule(
  "near-duplicate-title",
  "warn",
  [
    ["the same title", { publishedTitles }, [["Tập huấn kỹ năng số cho cán bộ xã", null]]],
    [
      "one more word",
      { publishedTitles, title: "Mở tập huấn kỹ năng số cho cán bộ xã" },
      [["Mở tập huấn kỹ năng số cho cán bộ xã", null]],
    ],
    [
      "different letter case and marks",
      { publishedTitles, title: "TẬP HUẤN KỸ NĂNG SỐ CHO CÁN BỘ XÃ" },
      [["TẬP HUẤN KỸ NĂNG SỐ CHO CÁN BỘ XÃ", null]],
    ],
  ],
  [
    ["another year", { publishedTitles, title: "Tổng kết phong trào sáng kiến của Sở năm 2026" }],
    [
      "another commune",
      {
        publishedTitles: ["Tập huấn kỹ năng số cho cán bộ xã Bản Qua"],
        title: "Tập huấn kỹ năng số cho cán bộ xã Mường Hum",
      },
    ],
    ["another story", { publishedTitles, title: "Tập huấn phòng cháy cho công nhân" }],
    ["no title", { publishedTitles, title: "" }],
  ],
);

const knownLabels = [
  { kind: "tag", name: "Chuyển đổi số" },
  { kind: "author", name: "Lê Hà" },
  { kind: "author", name: "Lê Hạ" },
] as const;
testRule(
  "near-duplicate-label",
  "warn",
  [
    [
      "a tag in small letters",
      { knownLabels, tags: ["chuyển đổi số"] },
      [["chuyển đổi số", "Chuyển đổi số"]],
    ],
    [
      "a tag with hyphens, without marks",
      { knownLabels, tags: ["a", "chuyen-doi-so"] },
      [["chuyen-doi-so", "Chuyển đổi số"]],
    ],
    [
      "an author without marks",
      { knownLabels, byline: { authors: ["Le Ha"], unit: "" } },
      [["Le Ha", "Lê Hà"]],
    ],
  ],
  [
    ["the known tag", { knownLabels, tags: ["Chuyển đổi số"] }],
    [
      "two known authors whose names differ in a mark",
      { knownLabels, byline: { authors: ["Lê Hà", "Lê Hạ"], unit: "" } },
    ],
    ["a tag that is called as an author", { knownLabels, tags: ["Le Ha"] }],
  ],
);

testRule(
  "phone-number",
  "warn",
  [
    ["a mobile number", "Liên hệ 0912345678 để đăng ký.", [["0912345678", null]]],
    [
      "dots and spaces",
      "Gọi 0912.345.678 hoặc 098 765 4321.",
      [
        ["0912.345.678", null],
        ["098 765 4321", null],
      ],
    ],
    ["+84", "Gọi +84 912 345 678.", [["+84 912 345 678", null]]],
    ["(+84)", "Gọi (+84) 912 345 678.", [["(+84) 912 345 678", null]]],
    [
      "a fixed line",
      "Điện thoại: 0214.3840.888, (024) 3943 5555.",
      [
        ["0214.3840.888", null],
        ["(024) 3943 5555", null],
      ],
    ],
  ],
  [
    ["a hotline", "Tổng đài 1900 1234 và 1800 6868."],
    ["money and figures", "Chi 1.234.567.890 đồng, 0,912 tấn, 2.098.765.432 đồng."],
    ["a tax code", "Mã số thuế: 0971234567, 5300123456."],
    ["dates and documents", "Ngày 09/12/2026, số 05-CT/TW, 2016 - 2020, TCVN 9386:2012."],
    ["an ISBN", "ISBN 978-604-1-12345-6."],
  ],
);

testRule(
  "citizen-id",
  "block",
  [
    ["twelve digits", "Ông A (010090001234) nhận quà.", [["010090001234", null]]],
    ["named and in groups", "CCCD số 010 090 001 234 cấp năm 2021.", [["010 090 001 234", null]]],
    ["the old card", "CMND: 063123456.", [["063123456", null]]],
  ],
  [
    ["other long numbers", "Mã hồ sơ 990090001234, vốn 120.000.000.000 đồng."],
    ["the word alone", "Cấp căn cước công dân cho 1.250 người năm 2021."],
    ["a phone number", "Gọi 0912345678."],
  ],
);

testRule(
  "normalised-text",
  "warn",
  [
    [
      "odd spaces",
      { normalised: [{ field: "body", changes: ["space", "line-end"], removed: [] }] },
      [[null, null]],
    ],
    [
      "two fields",
      {
        normalised: [
          { field: "title", changes: ["unicode-form"], removed: [] },
          { field: "body", changes: ["invisible"], removed: [] },
        ],
      },
      [
        [null, null],
        [null, null],
      ],
    ],
  ],
  [
    ["only line ends", { normalised: [{ field: "body", changes: ["line-end"], removed: [] }] }],
    ["nothing", {}],
  ],
);
