import { describe, expect, test } from "vitest";
import { linesOfHtml } from "../../src/search/html-text.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";

function lines(markdown: string): string[] {
  return linesOfHtml(renderBody(markdown, new Map()));
}

describe("linesOfHtml", () => {
  test("gives back the words of a rendered body, a line for each block", () => {
    expect(
      lines("Đoạn **một** [liên kết](https://example.vn/?a=1&b=2).\n\n## Mục\n\n- ý một\n- ý hai"),
    ).toEqual(["Đoạn một liên kết.", "Mục", "ý một", "ý hai"]);
  });

  test("reads tables by row, and hard breaks as spaces", () => {
    expect(lines("| Xã | Số |\n|---|---|\n| A | 1 |\n\nmột  \nhai")).toEqual([
      "Xã Số",
      "A 1",
      "một hai",
    ]);
  });

  test("shows characters, not references, and text that looks like a tag as text", () => {
    expect(lines('KH&CN "và" a < b > c <script>x</script>')).toEqual([
      'KH&CN "và" a < b > c <script>x</script>',
    ]);
  });

  test("leaves out the numbers of footnotes and the ways back", () => {
    const text = lines("Có chú thích[^1].\n\n[^1]: Nội dung chú thích.").join("\n");
    expect(text).toContain("Có chú thích.");
    expect(text).toContain("Nội dung chú thích.");
    expect(text).not.toContain("↩");
  });

  test("reads what was cut off anywhere", () => {
    expect(linesOfHtml('<p>Một</p>\n<p>Hai <a href="https://exa')).toEqual(["Một", "Hai"]);
  });
});
