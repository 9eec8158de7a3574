import { describe, expect, test } from "vitest";
import { readWord } from "../../src/intake/word/read-word.ts";
import { options } from "./page-fixtures.ts";
import { lede, p, title, wordFile, zip } from "./word-xml.ts";

const megabyte = 1_000_000;
const bomb = new Uint8Array(300 * megabyte).fill(32);
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = (...all: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([type, target], at) =>
        `<Relationship Id="r${at}" Type="${relation}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;
const main = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p(title)}${p(lede)}</w:body></w:document>`;
const root = { "_rels/.rels": rels(["officeDocument", "word/document.xml"]) };

describe("a document that unpacks to 300 MB is refused within a second", () => {
  test.each<[string, Record<string, string | Uint8Array>]>([
    ["the main part", { ...root, "word/document.xml": bomb }],
    ["the relationships of the package", { "_rels/.rels": bomb }],
    ...["styles", "numbering", "footnotes", "endnotes", "comments"].map(
      (type): [string, Record<string, string | Uint8Array>] => [
        type,
        {
          ...root,
          "word/document.xml": main,
          "word/_rels/document.xml.rels": rels([type, `${type}.xml`]),
          [`word/${type}.xml`]: bomb,
        },
      ],
    ),
  ])("%s, whatever its directory says", (_, files) => {
    for (const claimed of [undefined, 1000]) {
      const bytes = zip(files, claimed);
      expect(bytes.length).toBeLessThan(megabyte);
      const begun = process.cpuUsage();
      expect(() => readWord(bytes, options)).toThrow(/^too-large /);
      expect(seconds(process.cpuUsage(begun))).toBeLessThan(1);
    }
  });
});

describe("XML that is made to be slow is refused within a second", () => {
  const declarations = Array.from({ length: 2000 }, (_, n) => `xmlns:n${n}="n"`).join(" ");
  test.each([
    ["comments without an end", "<!--".repeat(300_000)],
    ["CDATA sections without an end", "<![CDATA[".repeat(100_000)],
    ["tags without an end", "<w:p ".repeat(200_000)],
    ["quotes without an end", `<w:p a="`.repeat(100_000)],
    ["a tag of nothing but quotes", `<w:p ${'""'.repeat(600_000)}>`],
    ["an attribute without a value", `<w:p ${"a".repeat(1_000_000)}/>`],
    ["spaces behind an attribute's name", `<w:p a${" ".repeat(1_000_000)}/>`],
    ["a namespace in every element", `<a ${declarations}>${'<b xmlns:c="c"/>'.repeat(60_000)}`],
  ])("%s", (_, xml) => {
    const bytes = zip({ ...root, "word/document.xml": `<w:document>${xml}` });
    const begun = process.cpuUsage();
    expect(() => readWord(bytes, options)).toThrow(/^broken-word/);
    expect(seconds(process.cpuUsage(begun))).toBeLessThan(1);
  });
});

test("a reference to no character stays as it is written", () => {
  const text = "Trạm &constructor; đo mưa tự động gửi số liệu về trung tâm mười phút một lần.";
  const document = main.replace("</w:body>", `${p(text)}</w:body>`);
  const read = readWord(zip({ ...root, "word/document.xml": document }), options);
  expect(JSON.stringify(read.article)).toContain("Trạm &constructor; đo mưa");
});

describe("a file that is no document", () => {
  test.each<[string, Uint8Array, string]>([
    ["a zip without relationships", zip({ "a.txt": "a" }), "broken-word"],
    [
      "a sheet",
      zip({
        "_rels/.rels": rels(["officeDocument", "xl/workbook.xml"]),
        "xl/workbook.xml": "<workbook/>",
      }),
      "broken-word",
    ],
    [
      "XML that ends too soon",
      zip({ ...root, "word/document.xml": main.slice(0, -20) }),
      "broken-word",
    ],
    [
      "XML nested 100,000 deep",
      zip({ ...root, "word/document.xml": "<w:p>".repeat(100_000) }),
      "broken-word",
    ],
    [
      "an old .doc, or a .docx with a password",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      "old-word",
    ],
  ])("%s", async (_, bytes, code) => {
    expect(() => readWord(bytes, options)).toThrow(new RegExp(`^${code}`));
  });
});

test("a document of 150 pages is read in less than two seconds", async () => {
  const text =
    "Trạm đo nhiệt độ, độ ẩm và lượng mưa, mười phút một lần gửi số liệu về trung tâm. ".repeat(6);
  const body = p(title) + p(lede) + p(text).repeat(900);
  const begun = process.cpuUsage();
  const { article } = readWord(wordFile({ body }), options);
  expect(article.body.length).toBe(900);
  expect(seconds(process.cpuUsage(begun))).toBeLessThan(2);
});

/** Of the processor: other programs on the machine do not count. */
function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000;
}
