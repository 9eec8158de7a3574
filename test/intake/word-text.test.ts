import { describe, expect, test } from "vitest";
import { p, readBody, run } from "./word-xml.ts";

type Reports = [string, string][];

/** A field in parts as Word writes it; without a result it ends right behind its instruction. */
function field(instruction: string, result: string | null, data = ""): string {
  const mark = (type: string, inside = ""): string =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const shown = result === null ? "" : mark("separate") + run(result);
  return `${mark("begin", data)}<w:r><w:instrText>${instruction}</w:instrText></w:r>${shown}${mark("end")}`;
}

describe("text of Word that nobody sees", () => {
  test.each<[string, string, string, Reports]>([
    [
      "a tracked change keeps the new text",
      p(
        `${run("thử nghiệm ")}<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>${run("12")}</w:ins>${run(" ha")}`,
      ),
      "thử nghiệm 12 ha",
      [["deleted-text", "10"]],
    ],
    [
      "pieces of one deletion are one report",
      p(
        `${run("A ")}<w:del><w:r><w:delText>một </w:delText></w:r><w:r><w:delText>hai</w:delText></w:r></w:del>${run("B")}`,
      ),
      "A B",
      [["deleted-text", "một hai"]],
    ],
    [
      "a moved text stands where it was moved to",
      p(`<w:moveFrom>${run("đi ")}</w:moveFrom>${run("đứng ")}<w:moveTo>${run("đi")}</w:moveTo>`),
      "đứng đi",
      [],
    ],
    [
      "a deleted end of a paragraph joins it with the next",
      p("Nửa đầu ", "<w:rPr><w:del/></w:rPr>") + p("và nửa sau."),
      "Nửa đầu và nửa sau.",
      [],
    ],
    [
      "hidden text",
      p(run("Công khai") + run(" bí mật", "<w:vanish/>")),
      "Công khai",
      [["hidden-text", "bí mật"]],
    ],
    [
      "text that is not hidden although its style is",
      p(run("Hiện", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>')),
      "Hiện",
      [],
    ],
    [
      "struck text stays struck",
      p(run("Giá ") + run("100", "<w:strike/>") + run(" 120")),
      "Giá ~~100~~ 120",
      [],
    ],
    [
      "doubly struck text",
      p(run("Giá ") + run("100", "<w:dstrike/>") + run(" 120")),
      "Giá ~~100~~ 120",
      [],
    ],
    [
      "a drop cap is part of its word",
      p("H", '<w:framePr w:dropCap="drop"/>') + p("ôm nay trời mưa."),
      "Hôm nay trời mưa.",
      [],
    ],
  ])("%s", async (_, xml, body, reports) => {
    expect(await readBody(xml)).toEqual({ body, reports });
  });

  test("text hidden by the style of its run or paragraph", async () => {
    const style = (id: string, type: string): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr><w:vanish/></w:rPr></w:style>`;
    const xml =
      p(run("Một") + run(" ẩn một", '<w:rStyle w:val="R"/>')) +
      p("ẩn hai", '<w:pStyle w:val="P"/>') +
      p("Ba");
    expect(
      await readBody(xml, { styles: style("R", "character") + style("P", "paragraph") }),
    ).toEqual({
      body: "Một\n\nBa",
      reports: [
        ["hidden-text", "ẩn một"],
        ["hidden-text", "ẩn hai"],
      ],
    });
  });

  test("comments are reported with the words before them", async () => {
    const comments = `<w:comment w:id="7">${p("Xem lại số này")}</w:comment>`;
    const xml = p(`${run("Giá 120")}<w:r><w:commentReference w:id="7"/></w:r>${run(" triệu")}`);
    expect(await readBody(xml, { comments })).toEqual({
      body: "Giá 120 triệu",
      reports: [["comment", "Xem lại số này"]],
    });
  });

  test("headers and footers are reported, page numbers are not", async () => {
    const parts = { header: p("Tài liệu nội bộ"), footer: p("12") };
    expect((await readBody(p("Chữ"), parts)).reports).toEqual([["header", "Tài liệu nội bộ"]]);
  });
});

describe("what Word computes", () => {
  const checkbox = (state: string): string =>
    `<w:ffData><w:checkBox><w:default w:val="${state}"/></w:checkBox></w:ffData>`;
  const list =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Xã"/><w:listEntry w:val="Huyện"/></w:ddList></w:ffData>';
  test.each<[string, string, string, Reports]>([
    [
      "a simple field",
      p(`${run("Bảng ")}<w:fldSimple w:instr=" SEQ Bảng ">${run("2")}</w:fldSimple>`),
      "Bảng 2",
      [],
    ],
    ["a field in parts", p(run("Hình ") + field("SEQ Hình", "3")), "Hình 3", []],
    ["a reference", p(run("xem ") + field("REF _Ref1 \\h", "Điều 4")), "xem Điều 4", []],
    [
      "a date",
      p(run("Họp lại ngày ") + field('DATE \\@ "dd/MM/yyyy"', "28/11/2026")),
      "Họp lại ngày 28/11/2026",
      [],
    ],
    [
      "a field within a field",
      p(
        field(
          `IF ${"</w:instrText></w:r>"}${field("MERGEFIELD a", "1")}<w:r><w:instrText> = 1`,
          "có",
        ),
      ),
      "có",
      [],
    ],
    [
      "a field without a result",
      p(run("Ngày ") + field("DATE", null) + run("họp")),
      "Ngày họp",
      [["field", "DATE"]],
    ],
    [
      "an empty simple field",
      p(`${run("Ngày ")}<w:fldSimple w:instr="DATE"/>${run("họp")}`),
      "Ngày họp",
      [["field", "DATE"]],
    ],
    ["a mark of an index, which shows nothing", p(run("chè") + field('XE "chè"', null)), "chè", []],
    [
      "a link",
      p(field('HYPERLINK "https://example.vn/a"', "trang")),
      "[trang](https://example.vn/a)",
      [],
    ],
    [
      "a link by its relationship",
      p(`<w:hyperlink r:id="link">${run("trang")}</w:hyperlink>`),
      "[trang](https://example.vn/)",
      [],
    ],
    [
      "a link within the document",
      p(`<w:hyperlink w:anchor="a">${run("mục")}</w:hyperlink>`),
      "mục",
      [],
    ],
    [
      "a checked box of a form",
      p(field("FORMCHECKBOX", null, checkbox("1")) + run(" đồng ý")),
      "☑ đồng ý",
      [],
    ],
    [
      "an empty box of a form",
      p(field("FORMCHECKBOX", null, checkbox("0")) + run(" đồng ý")),
      "☐ đồng ý",
      [],
    ],
    ["a chosen entry of a form", p(field("FORMDROPDOWN", null, list)), "Huyện", []],
  ])("%s", async (_, xml, body, reports) => {
    expect(await readBody(xml)).toEqual({ body, reports });
  });
});

describe("signs and formulas", () => {
  const math = (inside: string): string => p(`${run("Tính ")}<m:oMath>${inside}</m:oMath>`);
  const r = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const part = (name: string, text: string): string => `<m:${name}>${r(text)}</m:${name}>`;
  test.each<[string, string, string, Reports]>([
    [
      "a power",
      math(`${r("S=π")}<m:sSup>${part("e", "r")}${part("sup", "2")}</m:sSup>`),
      "Tính S=πr²",
      [],
    ],
    ["an index", math(`<m:sSub>${part("e", "x")}${part("sub", "12")}</m:sSub>`), "Tính x₁₂", []],
    [
      "a power that has no sign",
      math(`<m:sSup>${part("e", "e")}${part("sup", "kx")}</m:sSup>`),
      "Tính e^(kx)",
      [["formula", "e^(kx)"]],
    ],
    [
      "a fraction",
      math(`<m:f>${part("num", "a+b")}${part("den", "2")}</m:f>`),
      "Tính (a+b)/2",
      [["formula", "(a+b)/2"]],
    ],
    [
      "a root",
      math(`<m:rad><m:deg/>${part("e", "x")}</m:rad>`),
      "Tính √(x)",
      [["formula", "√(x)"]],
    ],
    [
      "a cube root",
      math(`<m:rad>${part("deg", "3")}${part("e", "x")}</m:rad>`),
      "Tính ∛(x)",
      [["formula", "∛(x)"]],
    ],
    [
      "a sum",
      math(
        `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>${part("sub", "i=1")}${part("sup", "n")}${part("e", "i")}</m:nary>`,
      ),
      "Tính ∑\\_(i=1)^n i",
      [["formula", "∑_(i=1)^n i"]],
    ],
    [
      "brackets",
      math(`<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${part("e", "x")}</m:d>`),
      "Tính [x]",
      [],
    ],
    [
      "a matrix",
      math(
        `<m:m><m:mr>${part("e", "1")}${part("e", "2")}</m:mr><m:mr>${part("e", "3")}${part("e", "4")}</m:mr></m:m>`,
      ),
      "Tính [1, 2; 3, 4]",
      [["formula", "[1, 2; 3, 4]"]],
    ],
    ["raised digits", p(run("5 m") + run("2", '<w:vertAlign w:val="superscript"/>')), "5 m²", []],
    ["a raised minus", p(run("10") + run("-3", '<w:vertAlign w:val="superscript"/>')), "10⁻³", []],
    [
      "raised letters",
      p(run("x") + run("abc", '<w:vertAlign w:val="superscript"/>')),
      "xabc",
      [["raised", "abc"]],
    ],
    ["a sign of Wingdings", p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "☑", []],
    ["a font: constructor", p('<w:r><w:sym w:font="constructor" w:char="41"/></w:r>'), "A", []],
    ["a letter of Symbol", p('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'), "α", []],
    [
      "a sign in text of Wingdings",
      p(run("\uf0e0 xem", '<w:rFonts w:ascii="Wingdings"/>')),
      "→ xem",
      [],
    ],
    [
      "a sign that is not known",
      p(`${run("tổ hợp")}<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>`),
      "tổ hợp",
      [["symbol", "Webdings F061"]],
    ],
    [
      "a hyphen that does not break",
      p(`<w:r><w:t>trạm A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>`),
      "trạm A-1",
      [],
    ],
    ["a tab", p("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t></w:r>"), "A B", []],
    [
      "ruby",
      p(
        `<w:r><w:ruby><w:rt>${run("kinh")}</w:rt><w:rubyBase>${run("京")}</w:rubyBase></w:ruby></w:r>`,
      ),
      "京 (kinh)",
      [],
    ],
    [
      "a number in a sentence",
      p("Thu 9.450 tấn, [1] là số đầu."),
      "Thu 9.450 tấn, [1] là số đầu.",
      [],
    ],
    ["a lone tilde", p("từ 5~7 triệu lên 10~15"), "từ 5~7 triệu lên 10~15", []],
  ])("%s", async (_, xml, body, reports) => {
    expect(await readBody(xml)).toEqual({ body, reports });
  });
});
