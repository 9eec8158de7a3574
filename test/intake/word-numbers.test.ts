import { describe, expect, test } from "vitest";
import { readBlockText } from "../../src/intake/blocks/block.ts";
import { readWord } from "../../src/intake/word/read-word.ts";
import { options } from "./page-fixtures.ts";
import { last, lede, p, readBody, title, wordFile } from "./word-xml.ts";

/** A level of a list: how it counts, and its label. */
function level(at: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
}

/** One list of these levels, as number 1; `more` is what its number overrides. */
function list(levels: string, more = ""): string {
  return `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/>${more}</w:num>`;
}

function item(text: string, at = 0, id = 1): string {
  return p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
}

const decimal = level(0, "decimal", "%1.");

describe("labels that Word computes", () => {
  test.each<[string, string, string, string]>([
    ["numbers", list(decimal), item("Một") + item("Hai"), "1. Một\n2. Hai"],
    [
      "numbers with brackets",
      list(level(0, "decimal", "%1)")),
      item("Một") + item("Hai"),
      "1. Một\n2. Hai",
    ],
    [
      "a list that starts at five",
      list(decimal, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
      item("Năm") + item("Sáu"),
      "5. Năm\n6. Sáu",
    ],
    [
      "a list that goes on after a paragraph",
      list(decimal),
      item("Một") + p("Đoạn giữa.") + item("Hai"),
      "1. Một\n\nĐoạn giữa.\n\n2. Hai",
    ],
    [
      "articles of a regulation",
      list(level(0, "decimal", "Điều %1.")),
      item("Phạm vi") + item("Đối tượng"),
      "Điều 1. Phạm vi\n\nĐiều 2. Đối tượng",
    ],
    [
      "Roman numbers",
      list(level(0, "upperRoman", "%1.")),
      item("Một") + item("Hai") + item("Ba") + item("Bốn"),
      "I. Một\n\nII. Hai\n\nIII. Ba\n\nIV. Bốn",
    ],
    [
      "small letters",
      list(level(0, "lowerLetter", "%1)")),
      item("Một") + item("Hai"),
      "a) Một\n\nb) Hai",
    ],
    [
      "capital letters",
      list(level(0, "upperLetter", "%1.")),
      item("Một") + item("Hai"),
      "A. Một\n\nB. Hai",
    ],
    [
      "letters and numbers that would be counters on a page",
      list(level(0, "lowerLetter", "%1.")),
      item("2-a"),
      "a. 2-a",
    ],
    ["numbers with zeros", list(level(0, "decimalZero", "%1.")), item("Một"), "01\\. Một"],
    [
      "a level that tells those above",
      list(decimal + level(1, "decimal", "%1.%2.")),
      item("Một") + item("Trong", 1) + item("Sau", 1),
      "1. Một\n\n1.1. Trong\n\n1.2. Sau",
    ],
    [
      "a level that tells those above in digits",
      list(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")),
      item("Một") + item("Trong", 1),
      "I. Một\n\n1.1. Trong",
    ],
    [
      "a level that begins anew",
      list(level(0, "decimal", "Mục %1.") + level(1, "lowerLetter", "%2)")),
      item("Một") + item("x", 1) + item("y", 1) + item("Hai") + item("z", 1),
      "Mục 1. Một\n\na) x\n\nb) y\n\nMục 2. Hai\n\na) z",
    ],
    [
      "a level that never begins anew",
      list(
        level(0, "decimal", "Chương %1.") +
          level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'),
      ),
      item("Một") + item("x", 1) + item("Hai") + item("y", 1),
      "Chương 1. Một\n\nĐiều 1. x\n\nChương 2. Hai\n\nĐiều 2. y",
    ],
    ["bullets", list(level(0, "bullet", "\uf0b7")), item("Một") + item("Hai"), "- Một\n- Hai"],
    [
      "bullets in numbers",
      list(decimal + level(1, "bullet", "o")),
      item("Một") + item("trong", 1) + item("Hai"),
      "1. Một\n   - trong\n2. Hai",
    ],
    ["no numbers", list(level(0, "none", "")), item("Một"), "Một"],
    [
      "a paragraph that leaves the list of its style",
      list(decimal),
      p("Một", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      "Một",
    ],
    ["a list that is not there", list(decimal), item("Một", 0, 9), "Một"],
    [
      "an empty item, which counts",
      list(decimal),
      item("Một") + item("") + item("Ba"),
      "1. Một\n\n3) Ba",
    ],
  ])("%s", async (_, numbering, xml, body) => {
    expect(await readBody(xml, { numbering })).toEqual({ body, reports: [] });
  });

  test("two lists of one kind count together, unless one starts anew", async () => {
    const numbering = `${list(level(0, "decimal", "Điều %1."))}
      <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const xml = item("a") + item("b", 0, 2) + item("c", 0, 3) + item("d", 0, 3);
    expect((await readBody(xml, { numbering })).body).toBe(
      "Điều 1. a\n\nĐiều 2. b\n\nĐiều 1. c\n\nĐiều 2. d",
    );
  });

  test("a style numbers its paragraphs, and headings keep their numbers", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="H2"/></w:style>`;
    const numbering = list(level(0, "upperRoman", "%1.", '<w:pStyle w:val="H2"/>'));
    const xml =
      p("Thiết bị", '<w:pStyle w:val="H2"/>') +
      p("Máy đo.") +
      p("Nhân lực", '<w:pStyle w:val="Muc"/>');
    expect((await readBody(xml, { styles, numbering })).body).toBe(
      "## I. Thiết bị\n\nMáy đo.\n\n## II. Nhân lực",
    );
  });

  test("a list that takes its levels from a style of lists", async () => {
    const styles = `<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>
      <w:abstractNum w:abstractNumId="5">${level(0, "decimal", "Khoản %1.")}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>`;
    expect((await readBody(item("Một"), { styles, numbering })).body).toBe("Khoản 1. Một");
  });
});

describe("footnotes", () => {
  const note = (id: number, ...lines: string[]): string =>
    `<w:footnote w:id="${id}">${lines.map((line) => p(line)).join("")}</w:footnote>`;
  const reference = (kind: string, id: number): string =>
    `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

  test("are numbered in the order of the text, whatever their ids", async () => {
    const footnotes = note(7, "Theo Sở.") + note(3, "Theo xã.", "Và thôn.");
    const xml = p(
      `<w:r><w:t>A</w:t></w:r>${reference("footnote", 3)}<w:r><w:t> B</w:t></w:r>${reference("footnote", 7)}`,
    );
    expect((await readBody(xml, { footnotes })).body.split(/\n+/)).toEqual([
      "A[^1] B[^2]",
      "[^1]: Theo xã. Và thôn.",
      "[^2]: Theo Sở.",
    ]);
  });

  test("and endnotes get different labels", async () => {
    const endnotes = note(1, "Cuối bài.").replaceAll("footnote", "endnote");
    const xml = p(`<w:r><w:t>A</w:t></w:r>${reference("footnote", 1)}${reference("endnote", 1)}`);
    const { body } = await readBody(xml, { footnotes: note(1, "Cuối trang."), endnotes });
    expect(body.split(/\n+/)).toEqual(["A[^1][^e1]", "[^1]: Cuối trang.", "[^e1]: Cuối bài."]);
  });

  test("of the title become paragraphs, because the title has no notes", () => {
    const footnotes = note(1, "Tên cũ là Sín Pao.");
    const body = `${p(`<w:r><w:t>${title}</w:t></w:r>${reference("footnote", 1)}`)}${p(lede)}${p(last)}`;
    const { article, reports } = readWord(wordFile({ body, footnotes }), options);
    expect(article.title).toBe(title);
    expect(article.body.map(readBlockText)).toEqual([last, "[1] Tên cũ là Sín Pao."]);
    expect(reports).toMatchObject([{ code: "note", about: "Tên cũ là Sín Pao." }]);
  });
});
