import { Document, FootnoteReferenceRun, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import { readPasted } from "../../src/intake/page/read-pasted.ts";
import { readWord } from "../../src/intake/word/read-word.ts";
import { options } from "./page-fixtures.ts";
import { words } from "./word-document.ts";

const pasted = (html: string): string => writeMarkdown(readPasted(html, null).blocks, () => null);

const lede = "Sáng 20/11, Trung tâm Phát triển KH&CN đưa trạm quan trắc tự động vào hoạt động.";
const text = "Trạm đo nhiệt độ, độ ẩm và lượng mưa, mười phút một lần gửi số liệu về trung tâm";

async function documentWithNote(): Promise<Uint8Array> {
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph("Theo Quyết định 12/QĐ-UBND.")] } },
    sections: [
      {
        children: [
          words("Trạm quan trắc thứ mười", { bold: true }),
          words(lede),
          new Paragraph({
            children: [new TextRun(text), new FootnoteReferenceRun(1), new TextRun(".")],
          }),
          words("Thế Bằng – TT Phát triển KH&CN", { bold: true }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe("footnotes", () => {
  test("of a document stand below the text, and do not hide its signature", async () => {
    const { article } = readWord(await documentWithNote(), options);
    expect(article.byline.authors).toEqual(["Thế Bằng"]);
    expect(writeMarkdown(article.body, () => null)).toBe(
      `${text}[^1].\n\n[^1]: Theo Quyết định 12/QĐ-UBND.`,
    );
  });

  test.each([
    [
      "Word",
      `<p>Diện tích tăng<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span>[1]</span><![endif]></span></span></a> hai lần.</p>
      <div style='mso-element:footnote-list'><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Theo <i>Niên giám</i> 2025.</p></div></div>`,
    ],
    [
      "LibreOffice",
      `<p>Diện tích tăng<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> hai lần.</p>
      <div id="sdfootnote1"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Theo <i>Niên giám</i> 2025.</p></div>`,
    ],
    [
      "Google Docs",
      `<p>Diện tích tăng<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> hai lần.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Theo </span><span style="font-style:italic">Niên giám</span> 2025.</p></div>`,
    ],
    [
      "a program that writes whole addresses",
      `<p>Diện tích tăng<a href="file:///C:/bai.docx#_ftn1">[1]</a> hai lần.</p><p><a href="file:///C:/bai.docx#_ftnref1">[1]</a> Theo <i>Niên giám</i> 2025.</p>`,
    ],
  ])("of %s are pasted as notes", (_, html) => {
    expect(pasted(html)).toBe("Diện tích tăng[^1] hai lần.\n\n[^1]: Theo *Niên giám* 2025.");
  });

  test("that were not copied along leave their number as text", () => {
    expect(pasted('<p>Diện tích<a href="#_ftn1">[1]</a> tăng.</p>')).toBe("Diện tích[1] tăng.");
  });

  test("are distinguished from endnotes, and from links to places in a page", () => {
    const html =
      '<p>Một<a href="#_edn1">[i]</a>, <a href="#muc-1">mục 1</a></p><p><a href="#_ednref1">[i]</a> Hai</p>';
    expect(pasted(html)).toBe("Một[^e1], mục 1\n\n[^e1]: Hai");
  });
});
