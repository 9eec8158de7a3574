import { testRule } from "../rule-cases.ts";

testRule(
  "lede-full-stop",
  "warn",
  [
    ["no stop", { lede: "Sở mở lớp tập huấn" }, [["", "."]]],
    ["a comma", { lede: "Sở mở lớp tập huấn," }, [["", "."]]],
    ["a bracket without a stop", { lede: "Sở mở lớp tập huấn (KH&CN)" }, [["", "."]]],
  ],
  [
    ["a stop", { lede: "Sở mở lớp tập huấn." }],
    ["a question", { lede: "Vì sao mở lớp?" }],
    ["an ellipsis", { lede: "Lớp học, rừng, núi…" }],
    ["a stop inside quotes", { lede: "Ông nói: “Tôi rất vui.”" }],
    ["no lede at all", { lede: "" }],
  ],
);

testRule(
  "long-title",
  "warn",
  [
    ["71 characters", { title: "x".repeat(71) }, [["x", null]]],
    [
      "the event's name over 100 characters",
      { title: "Tổng kết năm ".repeat(9).trim(), lede: "Tổng kết năm ".repeat(9) },
      [["Tổng kết năm ".repeat(9).trim().slice(70), null]],
    ],
  ],
  [
    ["70 characters", { title: "x".repeat(70) }],
    [
      "an event's name that the lede tells word for word",
      {
        title: "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021",
        lede: "Đảng bộ Sở tổ chức Hội nghị Tổng kết công tác xây dựng Đảng năm 2020, triển khai phương hướng nhiệm vụ năm 2021.",
      },
    ],
  ],
);

const long = "Lớp học mở tại xã. ".repeat(48).trim();
testRule(
  "long-paragraph",
  "warn",
  [
    ["over 900 characters", `Ngắn.\n\n${long}`, [[long, null]]],
    ["a long quote", `> ${long}`, [[long, null]]],
  ],
  [
    ["900 characters", "x".repeat(900)],
    ["many short paragraphs", "Lớp học mở tại xã.\n\n".repeat(60)],
  ],
);

testRule(
  "double-space",
  "warn",
  [
    ["two spaces", "Lớp  học mở.", [["  ", " "]]],
    [
      "in title and lede",
      { title: "Lớp  học", lede: "Sở   mở lớp." },
      [
        ["  ", " "],
        ["   ", " "],
      ],
    ],
    ["after bold letters", "**Lớp**  học mở.", [["  ", " "]]],
    [
      "in a list and a quote",
      "- Lớp  một\n- Lớp hai\n\n> Lớp  ba",
      [
        ["  ", " "],
        ["  ", " "],
      ],
    ],
    ["in an alt", "![Lớp  học](photo:a)", [["  ", " "]]],
  ],
  [
    ["a hard line break", "Dòng một  \nDòng hai."],
    [
      "padding in a table",
      "| Xã     | Số   |\n| ------ | ---- |\n| Bản Qua |  12  |\n| Mường Hum |  3  |",
    ],
    ["indented lines", "- Một\n\n  Tiếp một.\n- Hai"],
    ["code", "Gõ `a  b` rồi Enter."],
  ],
);

testRule(
  "space-before-punctuation",
  "warn",
  [
    ["a comma", "Lớp học , giảng viên.", [[" ,", ","]]],
    [
      "a full stop",
      "Lớp học mở . Giảng viên đến .",
      [
        [" .", "."],
        [" .", "."],
      ],
    ],
    [
      "a semicolon and a colon",
      "Gồm : máy tính ; máy in.",
      [
        [" :", ":"],
        [" ;", ";"],
      ],
    ],
    ["a question mark in the title", { title: "Vì sao mở lớp ?" }, [[" ?", "?"]]],
    ["a comma stuck to the next word", "Lớp học ,giảng viên.", [[" ,", ","]]],
  ],
  [
    ["right spacing", "Lớp học, giảng viên: đủ; xong. Thế à? Vâng!"],
    ["a ratio", "Bản đồ tỷ lệ 1 : 50 000."],
    ["an ellipsis", "Máy tính, máy in ... và … nữa."],
    [".NET and .vn", "Nền tảng .NET, tên miền .vn và tệp .docx."],
    ["years and codes", "2016 - 2020, Đ/c, 05-CT/TW, BCH TW, XIII."],
  ],
);

testRule(
  "mixed-tone-placement",
  "warn",
  [
    ["both schools", "Nền văn hóa mới. Hóa học. Công tác văn hoá.", [["hoá", "hóa"]]],
    ["uỷ and ủy", { title: "Đảng ủy họp", body: "Đảng uỷ Sở họp với Đảng uỷ xã." }, [["ủy", "uỷ"]]],
  ],
  [
    ["the old school alone", "Văn hóa, hòa bình, Ủy ban, khỏe, thúy."],
    ["the new school alone", "Văn hoá, hoà bình, Uỷ ban, khoẻ."],
    ["quý", "Quý I, quý khách, văn hóa."],
    ["a person's name", "Bà Nguyễn Thị Thuý dự, Đảng ủy họp."],
    ["a place's name", "Tỉnh Hoà Bình và Đảng ủy xã."],
  ],
);
