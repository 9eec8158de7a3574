import { testRule } from "../rule-cases.ts";

testRule(
  "legacy-text",
  "block",
  [
    [
      "TCVN3 in the title",
      { title: "Héi nghÞ tæng kÕt n¨m 2020" },
      [["Héi nghÞ tæng kÕt n¨m 2020", "Hội nghị tổng kết năm 2020"]],
    ],
    [
      "VNI in a paragraph",
      "Lớp học khai mạc.\n\nHoäi nghò toång keát coâng taùc naêm.",
      [["Hoäi nghò toång keát coâng taùc naêm.", "Hội nghị tổng kết công tác năm."]],
    ],
    [
      "TCVN3 in a caption",
      '![Hội trường](photo:a "§ång chÝ BÝ th­ ph¸t biÓu")',
      [["§ång chÝ BÝ th­ ph¸t biÓu", "Đồng chí Bí thư phát biểu"]],
    ],
    [
      "TCVN3 in the author's name",
      { byline: { authors: ["ThÕ B»ng"], unit: null } },
      [["ThÕ B»ng", "Thế Bằng"]],
    ],
  ],
  [
    ["Unicode", {}],
    ["foreign names", "Ông Jürgen Müller và bà Françoise Lefèvre đến từ Köln và Orléans."],
    ["units", "Lực 5 N·m, độ dày 3 µm, diện tích 30 m²."],
    ["codes", "Chỉ thị 05-CT/TW của BCH TW khóa XIII; Đ/c; TCVN 5712:1993; ISO/IEC 17025."],
  ],
);

testRule(
  "garbled-text",
  "block",
  [
    ["UTF-8 misread", "Há»™i nghá»‹ tá»•ng káº¿t.", [["á»™i nghá»‹ tá»•ng káº¿", null]]],
    ["a replacement character", { lede: "Sở Khoa h\ufffdc mở lớp." }, [["\ufffd", null]]],
    [
      "letters lost to question marks",
      "H?i ngh? t?ng k?t công tác.",
      [["H?i ngh? t?ng k?t", null]],
    ],
  ],
  [
    ["questions", "Vì sao? Làm gì? Khi nào? Ở đâu?"],
    ["an address with a query", "Xem https://example.gov.vn/tin?id=1&b=2?c=3 để biết."],
    ["quotes and signs", "«Cá», “lá”, ±2 °C, ½, 30 m², €5…"],
  ],
);
