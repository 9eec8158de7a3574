import { describe, expect, test } from "vitest";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { photo } from "../html/sample.ts";

const photos = new Map(
  [photo("a", { credit: "Thu Trang" }), photo("b"), photo("c")].map((stored) => [
    stored.id,
    stored,
  ]),
);
const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(64));

function render(markdown: string): string {
  return renderBody(markdown, photos).html.replace(/\s+/g, " ").trim();
}

describe("text", () => {
  test("renders paragraphs, emphasis, lists, quotations and code", () => {
    expect(render("Một **hai** *ba* ~~bốn~~ `năm`")).toBe(
      "<p>Một <strong>hai</strong> <em>ba</em> <del>bốn</del> <code>năm</code></p>",
    );
    expect(render("3. ba\n4. bốn")).toContain('<ol start="3"> <li>ba</li>');
    expect(render("> trích")).toBe("<blockquote><p>trích</p></blockquote>");
    expect(render("```js\n<b>\n```")).toBe("<pre><code>&lt;b&gt;</code></pre>");
  });

  test("keeps character references as the characters they stand for", () => {
    expect(render("KH&CN &amp; R&D &#7843; &ndash; &copy;")).toBe(
      "<p>KH&amp;CN &amp; R&amp;D ả – &amp;copy;</p>",
    );
  });

  test("shows raw HTML as it was typed", () => {
    expect(render("a <b>đậm</b> <!-- x -->")).toBe(
      "<p>a &lt;b&gt;đậm&lt;/b&gt; &lt;!-- x --&gt;</p>",
    );
    expect(render("<div onclick=alert(1)>\n**x**\n</div>")).not.toContain("<div");
    expect(render(`<!--\n\n![a](photo:${"0".repeat(64)}) **x**\n\n-->`)).toBe(
      `<p>&lt;!-- ![a](photo:${"0".repeat(64)}) **x** --&gt;</p>`,
    );
  });
});

describe("headings", () => {
  test("start at h2 and skip no level", () => {
    const made = render("# Một\n\n##### Năm\n\n## Hai\n\n### Ba");
    expect(made.match(/<h\d/g)).toEqual(["<h2", "<h3", "<h2", "<h3"]);
  });

  test("have unique ids, whatever their text is", () => {
    const made = render("## Kết quả\n\n## Kết quả\n\n## Kết quả 2\n\n## Kết quả\n\n## !!!");
    const ids = [...made.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(5);
    expect(ids[0]).toBe("muc-ket-qua");
  });

  test("without text are left out", () => {
    expect(render("##\n\n#")).toBe("");
  });
});

describe("links", () => {
  test.each([
    ["[x](https://a.vn/b?c=1&d=2)", '<a href="https://a.vn/b?c=1&amp;d=2" rel="noopener">x</a>'],
    ["[x](HTTP://A.VN)", '<a href="HTTP://A.VN" rel="noopener">x</a>'],
    ["[x](mailto:a@b.vn)", '<a href="mailto:a@b.vn">x</a>'],
    ["[x](tel:+842003800000)", '<a href="tel:+842003800000">x</a>'],
    ["[x](/bai-viet/y)", '<a href="/bai-viet/y">x</a>'],
    ['[x](/y "a \\"b\\" <c>")', '<a href="/y" title="a &quot;b&quot; &lt;c&gt;">x</a>'],
    ["https://a.vn", '<a href="https://a.vn" rel="noopener">https://a.vn</a>'],
    ["[x](</tài liệu.pdf>)", '<a href="/t%C3%A0i%20li%E1%BB%87u.pdf">x</a>'],
  ])("%s is a link", (markdown, expected) => {
    expect(render(markdown)).toBe(`<p>${expected}</p>`);
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](<\u0001javascript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A&#x61;vascript:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](blob:https://a.vn/x)",
    "[x](//a.vn)",
    "[x](/\\a.vn)",
    "[x](</\t/a.vn>)",
    "[x](\\\\a.vn)",
    "[x](https://)",
    "[x](http:/\u0000/a.vn)",
    "[x](y)",
    "[x](#y)",
    "<javascript:alert(1)>",
    "[x][y]\n\n[y]: javascript:alert(1)",
  ])("%j is no link, only its text", (markdown) => {
    const made = render(markdown);
    expect(made).not.toContain("<a");
    expect(made).toMatch(/^<p>(x|javascript:alert\(1\)|.*)<\/p>$/s);
  });
});

describe("photos", () => {
  test("alone in a paragraph is a figure with its caption and credit", () => {
    const made = render(`![Bục phát biểu](photo:${a} "Đ/c Chính & đại biểu")`);
    expect(made).toContain('<figure class="photo">');
    expect(made).toContain('alt="Bục phát biểu"');
    expect(made).toContain(
      '<figcaption> Đ/c Chính &amp; đại biểu <span class="credit">Ảnh: Thu Trang</span> </figcaption>',
    );
    expect(made).toContain(`href="/anh/${a}/1600.webp"`);
    expect(render(`![b](photo:${b})`)).not.toContain("figcaption");
  });

  test("several in a paragraph are a gallery", () => {
    const made = render(`![a](photo:${a})\n![b](photo:${b} "Hai") ![c](photo:${c})`);
    expect(made).toMatch(/^<div class="gallery">/);
    expect(made.match(/<figure/g)).toHaveLength(3);
  });

  test("inside a paragraph stays in the text", () => {
    const made = render(`Trước ![b](photo:${b}) sau`);
    expect(made).toMatch(/^<p>Trước <picture>.*<\/picture> sau<\/p>$/);
  });

  test("by reference is a photo like any other", () => {
    expect(render(`![b][r]\n\n[r]: photo:${b} "Hai"`)).toContain("<figcaption> Hai </figcaption>");
  });

  test.each([
    `![x](https://a.vn/x.jpg)`,
    `![x](/anh/${"a".repeat(64)}/960.jpg)`,
    `![x](photo:${"d".repeat(64)})`,
    `![x](photo:hoi-nghi.jpg)`,
    `![x](${"a".repeat(64)})`,
    `![x](photo:${"A".repeat(64)})`,
    `![x](data:image/svg+xml,<svg/onload=alert(1)>)`,
  ])("%s is no photo, only its alternative text", (markdown) => {
    expect(render(markdown)).toBe("<p>x</p>");
  });
});

describe("tables", () => {
  test("scroll separately and keep the alignment of columns", () => {
    const made = render("| Chỉ tiêu | Năm |\n|:--|--:|\n| **a** | <i> |");
    expect(made).toContain('<section class="table" aria-label="Bảng 1" tabindex="0">');
    expect(made).toMatch(/<th scope="col" +class="left">Chỉ tiêu<\/th>/);
    expect(made).toContain('<td class="right">&lt;i&gt;</td>');
  });
});

describe("footnotes", () => {
  test("are at the end, with links in both directions", () => {
    const made = render("Một[^b] hai[^a] ba[^b].\n\n[^a]: Chú *a*\n[^b]: Chú b");
    expect(made).toContain('id="chu-thich-1-1" href="#chu-thich-1" aria-label="Chú thích 1">1</a>');
    expect(made).toMatch(
      /<li id="chu-thich-1">\s*<p>Chú b<\/p>.*<li id="chu-thich-2">\s*<p>Chú <em>a/,
    );
    expect(made).toContain('href="#chu-thich-1-2"');
  });

  test("with any label are safe, in the same body and in the next", () => {
    const label = `"><img src=x onerror=alert(1)>`;
    const made = render(`x[^${label}]\n\n[^${label}]: y`);
    expect(made).not.toContain("<img");
    expect(made).toContain('id="chu-thich-1"');
    expect(render("x[^1]\n\n[^1]: y")).toContain('id="chu-thich-1"');
    expect(render("x[^1]")).toBe("<p>x[^1]</p>");
  });

  test("may refer to one another", () => {
    const made = render("x[^1]\n\n[^1]: y[^2]\n[^2]: z[^1]");
    expect(made.match(/<li id=/g)).toHaveLength(2);
  });
});

test("everything at once is valid HTML", async () => {
  const { html } = renderBody(
    `# A\n\n#### B\n\nx[^1] y[^1] ![a](photo:${a})\n\n![a](photo:${a} "1") ![b](photo:${b})\n\n` +
      "- [ ] a\n- [x] b\n\n  c\n\n1. a\n   - b\n\n| a | |\n|-|:-:|\n| 1 | 2 |\n\n| b |\n|-|\n\n" +
      "> # q\n\n```\na\n```\n\n    code\n\n---\n\n<p>x</p>\n\n[^1]: a\n\n    b\n",
    photos,
  );
  const page = `<!doctype html><html lang="vi"><head><title>x</title></head><body><h1>t</h1>${html}</body></html>`;
  expect(await htmlFaults(page)).toEqual([]);
});
