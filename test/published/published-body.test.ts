import { describe, expect, test } from "vitest";
import { rewriteBody } from "../../src/published/published-body.ts";
import type { PublishedBody } from "../../src/published/published.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { photo } from "../html/sample.ts";

const photos = new Map(["a", "b", "c"].map((letter) => [letter.repeat(64), photo(letter)]));
const [a, b, c] = [...photos.keys()];
const prefixes = { origin: "https://tin.example", page: "https://tin.example/bai-viet/x" };

/** What an author might write to be taken for a mark of the renderer. */
const hostile = `\`<address>\` <photo 0> </photo> &lt;address> "<address>"`;

const body = `Chữ ![giữa "chữ" ${hostile}](photo:${b}) chữ.[^1] ${hostile}

![một](photo:${a} "Chú thích & <b> ${hostile.replaceAll('"', "")}")

![hai](photo:${b})
![ba](photo:${c} "Ảnh ba")

Xem [bài](/bai-viet/khac "/x"), [trang](https://a.vn/), [thư](mailto:a@b.vn), href="/x", #chu-thich-1.

[^1]: Ghi chú ở [bài khác](/bai-viet/khac) và ![trong chú thích](photo:${c}).`;

const rendered: PublishedBody = renderBody(body, photos);

describe("the places of a rendered body", () => {
  test("hold its photos in the order of the text, each with its words", () => {
    expect(rendered.photos.map(({ id, caption }) => [id, caption])).toEqual([
      [b, null],
      [a, `Chú thích & <b> ${hostile.replaceAll('"', "").replace("&lt;", "<")}`],
      [b, null],
      [c, "Ảnh ba"],
      [c, null],
    ]);
  });

  test("span the element of each photo, and nothing else", () => {
    for (const { start, end } of rendered.photos) {
      expect(rendered.html.slice(start, end)).toMatch(/^<picture[^]*<\/picture\s*>$/);
    }
    expect(rendered.html.match(/<picture/g)).toHaveLength(rendered.photos.length);
  });

  test("are every address without origin", () => {
    const starts = [...rendered.html.matchAll(/(?<=\s(?:href|src)=")[/#]|\/anh\/[0-9a-f]{64}\//g)];
    expect(rendered.addresses).toEqual(starts.map(({ index }) => index));
  });
});

describe("bodyWith", () => {
  test("leaves a body alone without prefixes and photos", () => {
    expect(rewriteBody(rendered, { origin: "", page: "" })).toBe(rendered.html);
  });

  test("makes every address absolute, and changes no text", () => {
    const absolute = rewriteBody(rendered, prefixes);
    expect(absolute).not.toMatch(/\s(?:href|src|srcset)="[/#]|w, \//);
    expect(absolute).toContain(`href="${prefixes.page}#chu-thich-1"`);
    expect(absolute).toContain('title="/x"');
    expect(absolute).toContain("href=&quot;/x&quot;, #chu-thich-1.");
    expect(absolute.replaceAll(prefixes.page, "").replaceAll(prefixes.origin, "")).toBe(
      rendered.html,
    );
  });

  test("puts something else where photos stand, and keeps the links around them", () => {
    const without = rewriteBody(rendered, prefixes, ({ alt }) => `[${alt.slice(0, 3)}]`);
    expect(without).not.toContain("<picture");
    expect(without.match(/\[(?:giữ|một|hai|ba|tro)\]/g)).toHaveLength(5);
    expect(without).toContain(`href="${prefixes.origin}/anh/${a}/1600.webp">[một]</a>`);
  });
});
