import { beforeAll, describe, expect, test } from "vitest";
import { article } from "../support/articles.ts";
import { addSections, hire, json } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { requestWords } from "../../src/vietnamese/words/request.ts";
import { expectRefusal } from "./refusal.ts";

let reporter: Colleague;
let sent = 0;

beforeAll(() => addSections("tin-tuc"));

/** Uses a new reporter for every 100 requests, so that none reaches the write limit. */
async function expectRefused(init: RequestInit, refusal: { status: number; paths?: string[] }) {
  if (sent++ % 100 === 0) reporter = await hire("reporter");
  await expectRefusal(reporter.send, ["/api/articles?submit=true", init], refusal);
}

function makeRequest(
  body: string | Uint8Array<ArrayBuffer>,
  type = "application/json",
): RequestInit {
  return { method: "POST", body, headers: { "content-type": type } };
}

describe("a body that is not JSON", () => {
  test.each([
    ["empty", ""],
    ["white space", " \n\t "],
    ["cut short", '{"title": "Bài'],
    ["a trailing comma", '{"title": "Bài",}'],
    ["two values", '{"title": "Bài"} {"title": "Bài"}'],
    ["single quotes", "{'title': 'Bài'}"],
    ["a comment", '{"title": "Bài"} // xong'],
    ["NaN", '{"title": NaN}'],
    ["a control character in a string", '{"title": "Bài\u0001"}'],
    ["YAML", "title: Bài"],
    ["a form", "title=B%C3%A0i"],
    ["10,000 brackets without an end", "[".repeat(10_000)],
  ])("%s: 400", (_name, body) => expectRefused(makeRequest(body), { status: 400 }));

  test.each([
    ["a lone continuation byte", [0x80]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["windows-1258", [0x42, 0xe0, 0x69]],
    ["a byte of UTF-16", [0xff, 0xfe, 0x7b, 0x00]],
  ])("with invalid UTF-8, %s: 400", (_name, bytes) => {
    const [before, after] = ['{"title": "', '"}'].map((text) => new TextEncoder().encode(text));
    const body = new Uint8Array([...(before ?? []), ...bytes, ...(after ?? [])]);
    return expectRefused(makeRequest(body), { status: 400 });
  });
});

describe("a body of another type", () => {
  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "text/html",
    "application/xml",
    "",
  ])("%s: 415", (type) =>
    expectRefused(makeRequest(JSON.stringify(article("Bài")), type), { status: 415 }),
  );

  test("with a charset parameter after the JSON type is read", () =>
    expectRefused(makeRequest("{}", "application/json; charset=utf-8"), {
      status: 422,
      paths: ["title"],
    }));
});

describe("JSON that is not an article", () => {
  test.each([
    ["null", null],
    ["a number", 7],
    ["a string", "Bài"],
    ["true", true],
    ["a list of articles", [article("Bài")]],
  ])("%s: 422", (_name, body) => expectRefused(json("POST", body), { status: 422 }));

  test("422 names each required field", () =>
    expectRefused(json("POST", {}), { status: 422, paths: ["title"] }));

  test("413 above one megabyte", () =>
    expectRefused(json("POST", article("Bài", { body: "Một đoạn văn dài. ".repeat(600_000) })), {
      status: 413,
    }));

  test("422 for a body within the read limit but too long for an article", () =>
    expectRefused(json("POST", article("Bài", { body: "a".repeat(200_001) })), {
      status: 422,
      paths: ["body"],
    }));
});

const wrongTypes: unknown[] = [7, true, {}, [[]]];

describe("a field of the wrong type", () => {
  const strings = ["title", "lede", "body", "section"];
  test.each(strings)("%s: 422 by its name", async (field) => {
    for (const value of wrongTypes) {
      const body = article("Bài", { [field]: value });
      await expectRefused(json("POST", body), { status: 422, paths: [field] });
    }
  });

  test.each(["authors", "unit"])("byline.%s: 422 by its path", async (field) => {
    const right = { authors: ["Thế Bằng"], unit: "TT" };
    for (const value of [7, {}, null]) {
      const body = article("Bài", { byline: { ...right, [field]: value } });
      await expectRefused(json("POST", body), { status: 422, paths: [`byline.${field}`] });
    }
  });

  test.each(["byline", "source", "leadPhoto", "english"])(
    "%s as an array: 422 by its name",
    async (field) => {
      for (const value of [[], [article("Bài")]]) {
        const body = article("Bài", { [field]: value });
        await expectRefused(json("POST", body), { status: 422, paths: [field] });
      }
    },
  );

  test.each(["photo", "alt", "caption", "credit"])(
    "leadPhoto.%s: 422 by its path",
    async (field) => {
      const right = { photo: "a".repeat(64), alt: "Ảnh" };
      for (const value of [7, {}, []]) {
        const body = article("Bài", { leadPhoto: { ...right, [field]: value } });
        await expectRefused(json("POST", body), { status: 422, paths: [`leadPhoto.${field}`] });
      }
    },
  );

  test.each([
    ["title", null],
    ["title", ""],
    ["title", " \u00a0\u200b "],
    ["title", "a".repeat(301)],
    ["lede", "a".repeat(3001)],
    ["section", "a".repeat(101)],
    ["section", "khong-co-chuyen-muc-nay"],
    ["genre", "blog"],
    ["genre", "TIN"],
    ["genre", null],
    ["genre", ["tin"]],
    ["byline", "Thế Bằng"],
    ["byline", null],
    ["tags", "khoa học"],
    ["tags", { 0: "khoa học" }],
    ["tags", Array.from({ length: 21 }, (_, n) => `nhãn ${n}`)],
    ["tags", Array.from({ length: 50_000 }, (_, n) => `${n}`)],
    ["source", "Báo"],
    ["leadPhoto", "a".repeat(64)],
  ])("%s as %o: 422", (field, value) =>
    expectRefused(json("POST", article("Bài", { [field]: value })), {
      status: 422,
      paths: [field],
    }),
  );

  test.each([
    [{ tags: ["khoa học", 7] }, "tags.1"],
    [{ tags: [""] }, "tags.0"],
    [{ tags: ["a".repeat(61)] }, "tags.0"],
    [{ tags: [["khoa học"]] }, "tags.0"],
    [{ byline: { authors: ["Thế Bằng", null], unit: "TT" } }, "byline.authors.1"],
    [{ byline: { authors: [" "], unit: "TT" } }, "byline.authors.0"],
    [{ byline: { authors: Array(21).fill("Thế Bằng"), unit: "TT" } }, "byline.authors"],
    [{ source: { name: "" } }, "source.name"],
    [{ source: {} }, "source.name"],
    [{ source: { name: "Báo", url: "javascript:alert(1)" } }, "source.url"],
    [{ source: { name: "Báo", url: "data:text/html,x" } }, "source.url"],
    [{ source: { name: "Báo", url: "//example.com" } }, "source.url"],
    [{ source: { name: "Báo", url: "example.com" } }, "source.url"],
    [{ source: { name: "Báo", url: `https://example.com/${"a".repeat(2000)}` } }, "source.url"],
    [{ byline: ["Thế Bằng"] }, "byline"],
    [{ source: { name: 7 } }, "source.name"],
    [{ source: { name: "Báo", url: 7 } }, "source.url"],
    [{ english: "Summary" }, "english"],
    [{ english: { title: 7, summary: "Summary" } }, "english.title"],
    [{ english: { title: "Title", summary: [] } }, "english.summary"],
    [{ english: { title: "Title", summary: " " } }, "english.summary"],
    [{ english: { title: "Title", summary: "Summary", body: "x" } }, "english.body"],
    [{ leadPhoto: [] }, "leadPhoto"],
    [{ leadPhoto: { alt: "Ảnh" } }, "leadPhoto.photo"],
    [{ leadPhoto: { photo: "" } }, "leadPhoto.photo"],
  ])("%j: 422 at %s", (fields, path) =>
    expectRefused(json("POST", article("Bài", fields)), { status: 422, paths: [path] }),
  );

  test("names every wrong field at once", () =>
    expectRefused(json("POST", article("Bài", { lede: 1, body: 2, tags: [3], genre: "x" })), {
      status: 422,
      paths: ["lede", "body", "tags.0", "genre"],
    }));
});

describe("an unknown field", () => {
  test("named like a property of objects: no field, not one of the wrong type", async () => {
    const body = json("POST", article("Bài", { constructor: [] }));
    const answer = await (await hire("reporter")).send("/api/articles", body);
    expect(await answer.text()).toContain(requestWords.unknownField);
  });

  test.each([
    [{ titel: "x" }, "titel"],
    [{ id: "x" }, "id"],
    [{ status: "published" }, "status"],
    [{ publishedAt: "2026-11-22T09:30:00+07:00" }, "publishedAt"],
    [{ ownerId: "editor-1" }, "ownerId"],
    [{ constructor: "x" }, "constructor"],
    [{ toString: "x" }, "toString"],
    [{ hasOwnProperty: "x" }, "hasOwnProperty"],
    [{ byline: { authors: ["Thế Bằng"], unit: "TT", email: "x" } }, "byline.email"],
    [{ byline: { authors: ["Thế Bằng"], unit: "TT", valueOf: "x" } }, "byline.valueOf"],
    [{ source: { name: "Báo", link: "https://example.com" } }, "source.link"],
    [{ leadPhoto: { photo: "a".repeat(64), alt: "Ảnh", src: "x" } }, "leadPhoto.src"],
  ])("%j: 422 at %s", (fields, path) =>
    expectRefused(json("POST", article("Bài", fields)), { status: 422, paths: [path] }),
  );

  test.each([
    ['"__proto__": {"title": "x"}', "__proto__"],
    ['"__proto__": null', "__proto__"],
    ['"byline": {"authors": [], "unit": "", "__proto__": {}}', "byline.__proto__"],
    ['"leadPhoto": {"photo": "a.jpg", "__proto__": {"alt": "x"}}', "leadPhoto.__proto__"],
    ['"source": {"name": "Báo", "__proto__": {"name": "Báo"}}', "source.__proto__"],
  ])("%s: 422 at %s", (field, path) =>
    expectRefused(makeRequest(`{"title": "Bài", ${field}}`), { status: 422, paths: [path] }),
  );

  test("in several objects: 422 at each of them", () => {
    const fields = { một: 1, byline: { authors: [], unit: "", hai: 2 } };
    const paths = ["byline.hai", "một"];
    return expectRefused(json("POST", article("Bài", fields)), { status: 422, paths });
  });
});

describe("deep nesting", () => {
  test.each(["title", "tags", "byline", "leadPhoto", "xa-lạ"])("in %s: 422", (field) => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    return expectRefused(makeRequest(`{"title": "Bài", "${field}": ${deep}}`), { status: 422 });
  });

  test("of objects: 422", () => {
    const deep = '{"a":'.repeat(50_000) + "1" + "}".repeat(50_000);
    return expectRefused(makeRequest(`{"title": "Bài", "source": ${deep}}`), { status: 422 });
  });
});
