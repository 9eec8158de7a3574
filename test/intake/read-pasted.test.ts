import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import { readPasted } from "../../src/intake/page/read-pasted.ts";

/** The Markdown of a fixture, by its blocks. */
function pasted(name: string): string[] {
  const url = new URL(`fixtures/pasted/${name}.html`, import.meta.url);
  return markdown(readFileSync(url, "utf8"));
}

function markdown(html: string): string[] {
  const named = ({
    larger,
    source,
    alt,
  }: {
    larger: string | null;
    source: string | null;
    alt: string;
  }) => ({
    name: larger ?? source ?? "",
    alt,
  });
  return writeMarkdown(readPasted(html, null).blocks, named).split("\n\n");
}

const text =
  "Đề tài **“Chè hữu cơ”** đạt *loại khá*, xem [báo cáo](https://example.vn/de-tai). Diện tích 1.200 m²";
const lists = ["- Giống mới", "  - chịu lạnh", "- Quy trình mới\n\n1. Ủ men"].join("\n");
const table = "| **Năm** | **Tấn** |\n| --- | --- |\n| 2025 | 1,5 |";

describe("what is pasted", () => {
  test("from Word keeps headings, emphasis, links, lists, tables and photos, and nothing else", () => {
    expect(pasted("word").join("\n\n")).toBe(
      [
        "## Kết quả bước đầu",
        `${text}.`,
        lists,
        table,
        '![](photo:file:///C:/Temp/image002.jpg "Nông dân hái chè vụ xuân")',
      ].join("\n\n"),
    );
  });

  test("from Google Docs keeps the same, by the weights of its spans", () => {
    expect(pasted("google-docs")).toEqual([
      "## Kết quả bước đầu",
      `${text}.`,
      ...lists.split("\n\n"),
      table,
      '![](photo:https://lh7-rt.googleusercontent.com/docsz/abc "Nông dân hái chè vụ xuân")',
    ]);
  });

  test("from Zalo gives its lines as paragraphs, with their signs and links", () => {
    expect(pasted("zalo")).toEqual([
      "Sáng nay Sở khai trương trạm đo mưa 🌧",
      "Địa điểm: xã Nậm Cang",
      "Liên hệ [trang của trạm](https://example.vn/tram) nhé!",
    ]);
  });

  test("from a web page keeps the photo with its caption, in its largest size", () => {
    expect(pasted("web-page")).toEqual([
      "Bão số 9 đổi hướng, **sóng cao 5 m**.",
      '![Bão số 9 đổi hướng - Ảnh 1.](photo:https://cdn.example.vn/bao-lon.jpg "Sóng đánh vào kè sáng 5/11. Ảnh: NAM TRẦN")',
      "> Bà con chưa nên ra khơi.",
    ]);
  });

  test.each([
    ["a script", "<p>a</p><script>alert(1)</script><style>p{}</style>", ["a"]],
    ["an address of a script", '<a href="javascript:alert(1)">chữ</a>', ["chữ"]],
    ["a handler", '<p onclick="x()">chữ <img src=x onerror=alert(1)></p>', ["chữ", "![](photo:x)"]],
    ["an unclosed tag", "<p>một<p>hai<b>ba", ["một", "hai**ba**"]],
    ["lines parted by br", "một<br><br>hai<br>ba", ["một", "hai\\\nba"]],
    ["spaces of every kind", "<p>a&nbsp;&nbsp;b\u200b\n c</p>", ["a b c"]],
    ["nothing", "", [""]],
  ])("of %s only text is left", (_, html, expected) => {
    expect(markdown(html)).toEqual(expected);
  });
});
