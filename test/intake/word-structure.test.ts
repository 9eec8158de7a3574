import { describe, expect, test } from "vitest";
import { readWord } from "../../src/intake/word/read-word.ts";
import { options } from "./page-fixtures.ts";
import { lede, p, readBody, run, title, wordFile } from "./word-xml.ts";

const text =
  "Trạm đo nhiệt độ nước và độ đục, mười phút một lần gửi số liệu về trung tâm của tỉnh.";
const styles = `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>`;
const styled = (style: string, words: string): string => p(words, `<w:pStyle w:val="${style}"/>`);
const bold = (words: string): string => p(run(words, "<w:b/>"));

function read(body: string) {
  const { article, reports } = readWord(wordFile({ body, styles }), options);
  const texts = article.body.map((block) =>
    "text" in block ? block.text.map((piece) => piece.text).join("") : block.kind,
  );
  return { title: article.title, lede: article.lede, texts, byline: article.byline, reports };
}

describe("title and lede", () => {
  test("a heading of level 1 after a bold title and a lede is a heading of the body", () => {
    expect(read(bold(title) + p(lede) + styled("H1", "1. Thiết bị") + p(text))).toMatchObject({
      title,
      lede,
      texts: ["1. Thiết bị", text],
    });
  });

  test("a heading of level 1 above the text is the title", () => {
    expect(read(styled("H1", title) + p(lede) + styled("H2", "Thiết bị") + p(text))).toMatchObject({
      title,
      lede,
      texts: ["Thiết bị", text],
    });
  });

  test("a kicker above the title stays in the text", () => {
    const { title: found, texts } = read(
      p("Ghi chép từ Nậm Cang") + styled("T", title) + p(lede) + p(text),
    );
    expect([found, ...texts]).toEqual([title, "Ghi chép từ Nậm Cang", text]);
  });

  test("the name of an office above the title is left out and reported", () => {
    const { title: found, reports } = read(
      p("SỞ KHOA HỌC VÀ CÔNG NGHỆ") + styled("T", title) + p(lede) + p(text),
    );
    expect(found).toBe(title);
    expect(reports).toMatchObject([{ code: "line", about: "SỞ KHOA HỌC VÀ CÔNG NGHỆ" }]);
  });

  test("a title that is a name is not the author", () => {
    const { title: found, byline } = read(
      bold("Nguyễn Thị Hoa") + p(lede) + styled("H1", "Tuổi thơ") + p(text) + p(text),
    );
    expect([found, byline.authors]).toEqual(["Nguyễn Thị Hoa", []]);
  });

  test("a line that repeats the title is reported", () => {
    expect(read(bold(title) + bold(title) + p(lede) + p(text)).reports).toMatchObject([
      { code: "line", about: title },
    ]);
  });
});

describe("the main part of a document", () => {
  test.each(["word/document2.xml", "word/main.xml", "word/Document.XML"])("may be %s", (name) => {
    const { article } = readWord(
      wordFile({ body: bold(title) + p(lede) + p(text) }, name),
      options,
    );
    expect(article.title).toBe(title);
  });

  test("may use other prefixes and the strict namespace", () => {
    const files = wordFile({ body: bold(title) + p(lede) + p(text) });
    expect(readWord(files, options).article.lede).toBe(lede);
  });
});

describe("tables", () => {
  const cell = (content: string, set = ""): string =>
    `<w:tc><w:tcPr>${set}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
  const table = (...rows: string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;
  const head = row(cell(p("Xã")), cell(p("Số trạm")));

  test.each<[string, string, string, [string, string][]]>([
    [
      "a table",
      table(head, row(cell(p("Sín Pao")), cell(p("2")))),
      "| Xã | Số trạm |\n| --- | --- |\n| Sín Pao | 2 |",
      [],
    ],
    [
      "with a table in a cell stays a table",
      table(head, row(cell(p("Sín Pao")), cell(table(row(cell(p("2")))) + p("")))),
      "| Xã | Số trạm |\n| --- | --- |\n| Sín Pao | 2 |",
      [],
    ],
    [
      "with cells merged downwards",
      table(
        head,
        row(cell(p("Sín Pao"), '<w:vMerge w:val="restart"/>'), cell(p("2"))),
        row(cell(p(""), "<w:vMerge/>"), cell(p("3"))),
      ),
      "| Xã | Số trạm |\n| --- | --- |\n| Sín Pao | 2 |\n|  | 3 |",
      [],
    ],
    [
      "with text in a cell that a merge hides",
      table(
        head,
        row(cell(p("Sín Pao"), '<w:vMerge w:val="restart"/>'), cell(p("2"))),
        row(cell(p("ẩn"), "<w:vMerge/>"), cell(p("3"))),
      ),
      "| Xã | Số trạm |\n| --- | --- |\n| Sín Pao | 2 |\n|  | 3 |",
      [["hidden-text", "ẩn"]],
    ],
    [
      "with cells merged across",
      table(
        row(cell(p("Hai xã"), '<w:gridSpan w:val="2"/>')),
        row(cell(p("A")), cell(p("B"))),
        row(cell(p("1")), cell(p("2"))),
      ),
      "| Hai xã |  |\n| --- | --- |\n| A | B |\n| 1 | 2 |",
      [],
    ],
    [
      "with a row that a tracked change deletes",
      table(
        head,
        `<w:tr><w:trPr><w:del/></w:trPr>${cell(p("cũ"))}${cell(p("9"))}</w:tr>`,
        row(cell(p("Sín Pao")), cell(p("2"))),
      ),
      "| Xã | Số trạm |\n| --- | --- |\n| Sín Pao | 2 |",
      [["deleted-text", "cũ 9"]],
    ],
    [
      "with a bar in a cell",
      table(head, row(cell(p("A|B")), cell(p("2")))),
      "| Xã | Số trạm |\n| --- | --- |\n| A\\|B | 2 |",
      [],
    ],
  ])("%s", async (_, xml, body, reports) => {
    expect(await readBody(xml)).toEqual({ body, reports });
  });
});

describe("drawings", () => {
  const drawing = (inside: string, name = "Hình"): string =>
    `<w:r><w:drawing><wp:inline><wp:docPr name="${name}"/>${inside}</wp:inline></w:drawing></w:r>`;
  const picture = drawing(
    '<a:graphic><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphic>',
  );
  const box = (content: string): string =>
    `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`;
  const choice = (first: string, second: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent></w:r>`;
  const shown = "Trạm đứng bên cầu treo, cách ủy ban xã hai cây số.";
  const photo = "![ảnh](photo:docx:1)";

  test.each<[string, string, string, [string, string][]]>([
    ["a picture", p(shown) + p(picture), `${shown}\n\n${photo}`, []],
    [
      "a picture with a caption below",
      p(shown) + p(picture) + styled("C", "Trạm đo ở suối."),
      `${shown}\n\n![ảnh](photo:docx:1 "Trạm đo ở suối.")`,
      [],
    ],
    [
      "a picture and its caption in a frame, as LibreOffice writes",
      p(shown) + p(drawing(box(p(`${picture}${run("Hình 1: Trạm đo ở suối")}`)))),
      `${shown}\n\n![ảnh](photo:docx:1 "Hình 1: Trạm đo ở suối")`,
      [],
    ],
    [
      "a text box, once",
      p(shown) +
        p(
          choice(
            `<w:drawing><wp:inline>${box(p("Đường dây nóng 0214."))}</wp:inline></w:drawing>`,
            `<w:pict><v:textbox><w:txbxContent>${p("Đường dây nóng 0214.")}</w:txbxContent></v:textbox></w:pict>`,
          ),
        ),
      `${shown}\n\nĐường dây nóng 0214.`,
      [["text-box", "Đường dây nóng 0214."]],
    ],
    [
      "a chart",
      p(`${run(shown)}${drawing('<c:chart r:id="chart"/>')}`),
      shown,
      [["chart", "Sản lượng chè"]],
    ],
    [
      "an embedded object",
      p(`${run(shown)}<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`),
      shown,
      [["object", "Excel.Sheet.12"]],
    ],
    [
      "a drawing without text",
      p(`${run(shown)}${drawing("<wps:wsp/>", "Mũi tên")}`),
      shown,
      [["drawing", "Mũi tên"]],
    ],
    ["a line", p(`${run(shown)}${drawing("<wps:wsp/>", "Straight Connector 3")}`), shown, []],
    [
      "letters as a picture",
      p(
        `${run(shown)}<w:r><w:pict><v:shape><v:textpath string=" Chúc mừng"/></v:shape></w:pict></w:r>`,
      ),
      `${shown} Chúc mừng`,
      [],
    ],
    [
      "a picture that is not there",
      p(`${run(shown)}${drawing('<a:blip r:embed="none"/>', "Ảnh 5")}`),
      shown,
      [["picture", "Ảnh 5"]],
    ],
  ])("%s", async (_, xml, body, reports) => {
    const chart =
      "<c:chart><c:title><a:p><a:r><a:t>Sản lượng chè</a:t></a:r></a:p></c:title></c:chart>";
    expect(await readBody(p("Đoạn đầu của bài viết.") + xml, { chart, styles })).toEqual({
      body: `Đoạn đầu của bài viết.\n\n${body}`,
      reports,
    });
  });
});

describe("content controls", () => {
  const control = (content: string, set = ""): string =>
    `<w:sdt><w:sdtPr>${set}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  test.each<[string, string, string, [string, string][]]>([
    ["around a paragraph", control(p("Trong ô")), "Trong ô", []],
    ["within a paragraph", p(`${run("Ngày ")}${control(run("28/11"))}`), "Ngày 28/11", []],
    ["a checkbox", p(`${control(run("☒"), "<w14:checkbox/>")}${run(" đồng ý")}`), "☒ đồng ý", []],
    [
      "that is empty and shows a hint",
      p(`${run("Tên: ")}${control(run("Bấm để nhập"), "<w:showingPlcHdr/>")}${run("ở trên")}`),
      "Tên: ở trên",
      [["form", "Bấm để nhập"]],
    ],
    [
      "an element that nobody knows",
      p(`${run("Một ")}<w:moi>${run("hai")}</w:moi>`),
      "Một",
      [["unknown", "w:moi: hai"]],
    ],
  ])("%s", async (_, xml, body, reports) => {
    expect(await readBody(xml)).toEqual({ body, reports });
  });
});
