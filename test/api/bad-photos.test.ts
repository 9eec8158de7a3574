import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixture } from "../photo/fixture.ts";
import { article } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { articlePart, goodPhoto, multipart, photoPart, pngOfSize, wholeArticle } from "./forms.ts";
import type { Part } from "./forms.ts";
import { expectArticleRefusal, expectRefusal, countStored } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

let reporter: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
});

function expectRefused(init: RequestInit, refusal: Refusal): Promise<void> {
  return expectArticleRefusal(reporter.send, init, refusal);
}

describe("POST /api/articles?submit=true with an invalid photo file", () => {
  test.each<[string, Uint8Array | string, number]>([
    ["empty", "", 415],
    ["a JPEG of one byte", new Uint8Array([0xff]), 415],
    ["a JPEG of its first two bytes", new Uint8Array([0xff, 0xd8]), 415],
    ["a JPEG of its first four bytes", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 422],
    ["text", "Đây là một bức thư, không phải ảnh.", 415],
    ["an HTML page", "<!doctype html><script>alert(1)</script>", 415],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 415],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", 415],
    ["AVIF", fixture("refused.avif"), 415],
    ["HEIC that Images cannot decode", fixture("phone.heic"), 415],
    ["a PNG of 60,000 × 60,000", pngOfSize(60_000, 60_000), 422],
    ["a PNG of 0 × 0", pngOfSize(0, 0), 422],
    ["a PNG with the largest possible size", pngOfSize(0xffffffff, 0xffffffff), 422],
    ["a PNG of a header only", pngOfSize(10, 10), 422],
    ["a JPEG cut in half", goodPhoto.slice(0, goodPhoto.length / 2), 422],
    ["a photo of over 20 MB", new Uint8Array(20_000_001), 413],
  ])(
    "%s: named by its file, and nothing stored of the good one beside it",
    (_name, bytes, status) =>
      expectRefused(multipart([wholeArticle, photoPart("tốt.jpg"), photoPart("hỏng.jpg", bytes)]), {
        status,
        paths: ["photo[hỏng.jpg]"],
      }),
  );

  test("an erased photo: 410", async () => {
    await reporter.send("/api/articles", multipart([wholeArticle, photoPart("a.jpg")]));
    await env.DB.prepare(`UPDATE photos SET erased_at = 1`).run();
    const other = photoPart("tốt.jpg", fixture("orientation-2.jpg"));
    await expectRefused(multipart([wholeArticle, other, photoPart("a.jpg")]), { status: 410 });
    await env.DB.prepare(`UPDATE photos SET erased_at = NULL`).run();
  });
});

describe("POST /api/articles?submit=true with an unknown photo", () => {
  const unknown = "0".repeat(64);

  test.each<[string, Record<string, unknown>, string[]]>([
    ["lead photo by id", { leadPhoto: { photo: unknown, alt: "Ảnh" } }, ["leadPhoto.photo"]],
    ["lead photo by name", { leadPhoto: { photo: "b.jpg", alt: "Ảnh" } }, ["leadPhoto.photo"]],
    ["in the body by id", { body: `![Ảnh](photo:${unknown})` }, ["body"]],
    ["in the body by name", { body: "![Ảnh](photo:b.jpg)" }, ["body"]],
    ["in the body by an address", { body: "![Ảnh](https://example.com/a.jpg)" }, ["body"]],
    ["in the body by a data address", { body: "![Ảnh](data:image/png;base64,AAAA)" }, ["body"]],
    ["in the body by a definition", { body: "![Ảnh][a]\n\n[a]: photo:b.jpg" }, ["body"]],
    [
      "all of them",
      {
        body: "![Ảnh](photo:b.jpg) ![Ảnh](photo:c.jpg)",
        leadPhoto: { photo: "d.jpg", alt: "Ảnh" },
      },
      ["leadPhoto.photo", "body", "body"],
    ],
  ])("%s", (_name, fields, paths) =>
    expectRefused(multipart([articlePart(article("Bài", fields)), photoPart("a.jpg")]), {
      status: 422,
      paths,
    }),
  );

  test("a name in another letter case than the file's", () =>
    expectRefused(
      multipart([articlePart(article("Bài", { body: "![Ảnh](photo:A.JPG)" })), photoPart("a.jpg")]),
      {
        status: 422,
        paths: ["body"],
      },
    ));

  test("names that Markdown ends at a space, so that readers would see the source", async () => {
    const sent = (body: string) =>
      multipart([articlePart(article("Bài", { body })), photoPart("anh 1.jpg")]);
    await expectRefused(sent("![Ảnh](photo:anh 1.jpg)"), { status: 422, paths: ["body"] });
    const init = sent("![Ảnh](<photo:anh 1.jpg>)");
    expect((await reporter.send("/api/articles", init)).status).toBe(201);
  });

  test("accepts a reference in code, which is not a photo", async () => {
    const body = "Viết là `![Ảnh](photo:b.jpg)`.\n\nNhư thế.";
    const init = multipart([articlePart(article("Bài", { body }))]);
    expect((await reporter.send("/api/articles", init)).status).toBe(201);
  });
});

describe("POST /api/photos", () => {
  const file = { name: "file", file: "a.jpg", body: goodPhoto };
  const cases: [string, Part[], Refusal][] = [
    ["no file", [], { status: 422, paths: ["file"] }],
    ["a file that is text", [{ name: "file", body: "x" }], { status: 422, paths: ["file"] }],
    ["two files", [file, file], { status: 422, paths: ["file"] }],
    ["an unknown part", [file, { name: "alt", body: "x" }], { status: 422, paths: ["alt"] }],
    [
      "two credits",
      [file, { name: "credit", body: "A" }, { name: "credit", body: "B" }],
      { status: 422, paths: ["credit"] },
    ],
    [
      "a credit that is a file",
      [file, { name: "credit", file: "c.txt", body: "A" }],
      { status: 422, paths: ["credit"] },
    ],
    [
      "a credit of 201 letters",
      [file, { name: "credit", body: "a".repeat(201) }],
      { status: 422, paths: ["credit"] },
    ],
    [
      "text named .jpg",
      [{ ...file, body: "Đây là một bức thư." }],
      { status: 415, paths: ["file"] },
    ],
    [
      "a JPEG of one byte",
      [{ ...file, body: new Uint8Array([0xff]) }],
      { status: 415, paths: ["file"] },
    ],
    [
      "a PNG of 60,000 × 60,000",
      [{ ...file, body: pngOfSize(60_000, 60_000) }],
      { status: 422, paths: ["file"] },
    ],
    ["over 20 MB", [{ ...file, body: new Uint8Array(20_010_001) }], { status: 413 }],
  ];

  test.each(cases)("%s", (_name, parts, refusal) =>
    expectRefusal(reporter.send, ["/api/photos", multipart(parts)], refusal),
  );

  const raw = (body: Uint8Array<ArrayBuffer>): RequestInit => ({ method: "POST", body });
  test.each<[string, string, Uint8Array<ArrayBuffer>, Refusal]>([
    ["of text", "", Uint8Array.from(Buffer.from("thư")), { status: 415, paths: ["file"] }],
    ["of nothing", "", new Uint8Array(), { status: 415, paths: ["file"] }],
    ["over 20 MB", "", new Uint8Array(20_000_001), { status: 413, paths: ["file"] }],
    ["with an unknown fact", "?alt=x", goodPhoto.slice(), { status: 422, paths: ["alt"] }],
    [
      "with a fact twice",
      "?credit=a&credit=b",
      goodPhoto.slice(),
      { status: 422, paths: ["credit"] },
    ],
  ])("a body %s", (_name, query, body, refusal) =>
    expectRefusal(reporter.send, [`/api/photos${query}`, raw(body)], refusal),
  );

  test("a body that is the photo is the same photo as in a form", async () => {
    const first = await reporter.send("/api/photos?credit=Lan", raw(fixture("wide.jpg").slice()));
    const { id, credit } = await first.json<{ id: string; credit: string }>();
    expect(credit).toBe("Lan");
    const form = multipart([{ ...file, body: fixture("wide.jpg") }]);
    expect(await (await reporter.send("/api/photos", form)).json()).toMatchObject({ id });
  });

  test("as JSON: 415", () =>
    expectRefusal(
      reporter.send,
      [
        "/api/photos",
        { method: "POST", body: "{}", headers: { "content-type": "application/json" } },
      ],
      { status: 415 },
    ));

  test("stores equal bytes once", async () => {
    const upload = () => reporter.send("/api/photos", multipart([file]));
    const first = await (await upload()).json<{ id: string }>();
    const before = await countStored();
    expect(await (await upload()).json()).toEqual(first);
    expect(await countStored()).toEqual(before);
  });
});
