import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import { readPasted } from "../../src/intake/page/read-pasted.ts";

function read(html: string): { body: string; reports: [string, string][] } {
  const { blocks, reports } = readPasted(html, null);
  const named = ({ source }: { source: string | null }) => ({ name: source ?? "", alt: "" });
  return {
    body: writeMarkdown(blocks, named),
    reports: reports.map(({ code, about }) => [code, about]),
  };
}

/** A paragraph of a list as Word puts it on a clipboard. */
function item(label: string, text: string, level = 1, font = ""): string {
  return `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:${font};mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
}

describe("lists of Word on a clipboard keep their labels", () => {
  test.each([
    ["numbers", item("1.", "Một") + item("2.", "Hai"), "1. Một\n2. Hai"],
    ["a start at five", item("5.", "Năm") + item("6.", "Sáu"), "5. Năm\n6. Sáu"],
    [
      "a list that goes on",
      item("1.", "Một") + "<p>Giữa.</p>" + item("2.", "Hai"),
      "1. Một\n\nGiữa.\n\n2. Hai",
    ],
    [
      "articles",
      item("Điều 1.", "Phạm vi") + item("Điều 2.", "Đối tượng"),
      "Điều 1. Phạm vi\n\nĐiều 2. Đối tượng",
    ],
    ["Roman numbers", item("IV.", "Kết quả"), "IV. Kết quả"],
    ["letters", item("a)", "Một") + item("b)", "Hai"), "a) Một\n\nb) Hai"],
    ["bullets of Symbol", item("·", "Một") + item("·", "Hai"), "- Một\n- Hai"],
    [
      "bullets of Wingdings",
      item("v", "Một", 1, "Wingdings") + item("ü", "Hai", 1, "Wingdings"),
      "- Một\n- Hai",
    ],
    ["letters without a sign", item("A", "Một") + item("B", "Hai"), "A Một\n\nB Hai"],
    ["bullets of Courier New", item("1.", "Một") + item("o", "trong", 2), "1. Một\n   - trong"],
    ["levels", item("1.", "Một") + item("1.1.", "Trong", 2), "1. Một\n\n1.1. Trong"],
    ["a number that repeats", item("1.", "Một") + item("1.", "Lại một"), "1. Một\n\n1) Lại một"],
    [
      "headings",
      "<h2 style='mso-list:l0 level1'><span style='mso-list:Ignore'>I.&nbsp;</span>Kết quả</h2><p>Chữ.</p>",
      "## I. Kết quả\n\nChữ.",
    ],
  ])("%s", (_, html, body) => {
    expect(read(html)).toEqual({ body, reports: [] });
  });
});

describe("lists of other programs", () => {
  test.each([
    ["a start", '<ol start="5"><li>Năm<li>Sáu</ol>', "5. Năm\n6. Sáu"],
    ["a value", "<ol><li>Một<li value=4>Bốn<li>Năm</ol>", "1. Một\n\n4) Bốn\n5) Năm"],
    ["small letters", "<ol type=a><li>Một<li>Hai</ol>", "a. Một\n\nb. Hai"],
    [
      "Roman numbers",
      '<ol style="list-style-type:upper-roman"><li>Một<li>Hai</ol>',
      "I. Một\n\nII. Hai",
    ],
    ["numbers that fall", "<ol reversed><li>Hai<li>Một</ol>", "2. Hai\n\n1) Một"],
    [
      "a numbered heading of LibreOffice",
      "<ol><ol><li><h2>Kết quả</h2></li></ol></ol><p>Ba tháng.</p>",
      "## Kết quả\n\nBa tháng.",
    ],
    [
      "paragraphs of Word in items",
      "<ol><li><p style='mso-list:l0 level1 lfo1'>Một</p><li><p style='mso-list:l0 level1 lfo1'>Hai</p></ol>",
      "1. Một\n2. Hai",
    ],
    ["an empty item in the middle", "<ol><li>Một<li> <li>Ba</ol>", "1. Một\n\n3) Ba"],
    ["a list right in a list", "<ol><ol type=a><li>Một<li>Hai</ol></ol>", "a. Một\n\nb. Hai"],
    [
      "an item that only moves a list to the right",
      "<ol><li>Một<li style='list-style-type:none'><ol><li>Trong</ol></ol>",
      "1. Một\n   1. Trong",
    ],
    [
      "numbers with a zero before them",
      '<ol style="list-style-type:decimal-leading-zero"><li>Một<li>Hai</ol>',
      "01\\. Một\n\n02\\. Hai",
    ],
    [
      "a list without numbers",
      '<ol style="list-style-type:none"><li>Một<li>Hai</ol>',
      "Một\n\nHai",
    ],
    [
      "a photo in an item",
      "<ol><li>Một<li>Hai<br><img src=a.jpg><li>Ba</ol>",
      "1. Một\n2. Hai\n\n![](photo:a.jpg)\n\n3. Ba",
    ],
    ["text right in a list", "<ul>Đầu<li>Một</ul>", "Đầu\n\n- Một"],
    [
      "lists in cells",
      "<table><tr><td>A<td>B<tr><td><ol start=4><li>Bốn<li>Năm</ol><td><ul><li>Một<li>Hai</ul></table>",
      "| A | B |\n| --- | --- |\n| 4. Bốn 5. Năm | • Một • Hai |",
    ],
  ])("%s", (_, html, body) => {
    expect(read(html)).toEqual({ body, reports: [] });
  });
});

describe("text that is not to be read", () => {
  test.each<[string, string, string, [string, string][]]>([
    [
      "a tracked change",
      "<p>thử <del>10</del><ins>12</ins> ha</p>",
      "thử 12 ha",
      [["deleted-text", "10"]],
    ],
    ["struck text", "<p>Giá <s>100</s> 120</p>", "Giá ~~100~~ 120", []],
    [
      "text struck by a style",
      '<p>Giá <span style="text-decoration:line-through">100</span> 120</p>',
      "Giá ~~100~~ 120",
      [],
    ],
    [
      "hidden text",
      "<p>Một<span style='display:none;mso-hide:all'> hai</span></p>",
      "Một",
      [["hidden-text", "hai"]],
    ],
    [
      "a comment of Word",
      "<p>Giá 120<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span> triệu</p><div style='mso-element:comment-list'><div class=msocomtxt><p>Xem lại</p></div></div>",
      "Giá 120 triệu",
      [["comment", "Xem lại"]],
    ],
    [
      "a formula",
      "<p>Tính <math><mi>x</mi><mo>=</mo><mn>2</mn></math></p>",
      "Tính x=2",
      [["formula", "x=2"]],
    ],
    [
      "a hidden item",
      "<ol><li>Một<li style='display:none'>Ẩn<li>Hai</ol>",
      "1. Một\n2. Hai",
      [["hidden-text", "Ẩn"]],
    ],
    [
      "letters of the font Symbol",
      "<p>Góc <span style='font-family:Symbol;mso-char-type:symbol;mso-symbol-font-family:Symbol'>Ð</span>ABC, <span style='mso-char-type:symbol;font-family:Symbol'>p</span> = 3,14</p>",
      "Góc ∠ABC, π = 3,14",
      [],
    ],
    [
      "a sign that nobody knows",
      "<p>Xem <span style='mso-char-type:symbol;font-family:Wingdings'>1</span></p>",
      "Xem 1",
      [["symbol", "wingdings 1"]],
    ],
    [
      "a text box that the clipboard has as elements",
      "<p>Một</p><v:shape type='#t202'><v:textbox><div><p>Hộp chữ</p></div></v:textbox></v:shape>",
      "Một\n\nHộp chữ",
      [],
    ],
    [
      "a link to a file of one's own disk",
      "<p>Xem <a href='file:///C:/bao-cao.docx'>báo cáo</a></p>",
      "Xem báo cáo",
      [["link", "file:///C:/bao-cao.docx"]],
    ],
    [
      "struck text beside bold that Markdown cannot write",
      "<p>Giá <s>100</s> 120 <b>triệu, <i>tính cả c</i>ông</b></p>",
      "Giá ~~100~~ 120 **triệu, tính cả công**",
      [],
    ],
    ["a checked box", "<p><input type=checkbox checked>đồng ý</p>", "☑ đồng ý", []],
    ["ruby", "<p><ruby>京<rp>(</rp><rt>kinh</rt><rp>)</rp></ruby></p>", "京 (kinh)", []],
    ["raised letters", "<p>x<sup>ab</sup></p>", "xab", [["raised", "ab"]]],
    ["bold that touches a word", "<p><b>Điều 1.</b>Phạm vi</p>", "**Điều 1.**&#80;hạm vi", []],
    ["italics that end in a sign", "<p>đạt <i>85%</i>.</p>", "đạt *85%*.", []],
    [
      "signs that mean nothing",
      "<p>Thu 9.450 tấn (5*3), a_b, số [1].</p>",
      "Thu 9.450 tấn (5\\*3), a_b, số [1].",
      [],
    ],
    [
      "a table in a cell",
      "<table><tr><th>Xã</th><th>Số</th></tr><tr><td>A</td><td><table><tr><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table></td></tr></table>",
      "| Xã | Số |\n| --- | --- |\n| A | 2 3 4 5 |",
      [["table-cells", "2 3 4 5"]],
    ],
  ])("%s", (_, html, body, reports) => {
    expect(read(html)).toEqual({ body, reports });
  });
});
