import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixture } from "../photo/fixture.ts";
import { article } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { articlePart, multipart, photoPart, wholeArticle } from "./forms.ts";
import type { Part } from "./forms.ts";
import { expectArticleRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

let reporter: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
});

function expectRefused(init: RequestInit, refusal: Refusal): Promise<void> {
  return expectArticleRefusal(reporter.send, init, refusal);
}

describe("an invalid multipart body", () => {
  test.each<[string, RequestInit]>([
    ["without a boundary", { headers: { "content-type": "multipart/form-data" } }],
    ["without parts", { body: "" }],
    ["of other bytes", { body: "không phải multipart" }],
    ["with another boundary", { headers: { "content-type": "multipart/form-data; boundary=x" } }],
  ])("%s: 400", (_name, changed) =>
    expectRefused({ ...multipart([wholeArticle]), ...changed }, { status: 400 }),
  );

  test("cut short in its last part: 400", () =>
    expectRefused(multipart([wholeArticle], ""), { status: 400 }));
});

describe("the parts of a multipart body", () => {
  const cases: [string, Part[], Refusal][] = [
    ["no article part", [photoPart("a.jpg")], { status: 422, paths: ["article"] }],
    ["no part at all", [], { status: 422, paths: ["article"] }],
    ["two article parts", [wholeArticle, wholeArticle], { status: 422, paths: ["article"] }],
    [
      "an unknown part",
      [wholeArticle, { name: "foto", body: "x" }],
      { status: 422, paths: ["foto"] },
    ],
    [
      "several unknown parts, each once",
      [wholeArticle, ...["b", "a", "b"].map((name) => ({ name, body: "x" }))],
      { status: 422, paths: ["b", "a"] },
    ],
    [
      "an unknown part named like a property of objects",
      [wholeArticle, { name: "__proto__", body: "x" }],
      { status: 422, paths: ["__proto__"] },
    ],
    [
      "a photo that is text",
      [wholeArticle, { name: "photo", body: "x" }],
      { status: 422, paths: ["photo"] },
    ],
    ["a photo without a name", [wholeArticle, photoPart("")], { status: 422, paths: ["photo"] }],
    [
      "two photos with one name",
      [wholeArticle, photoPart("a.jpg"), photoPart("a.jpg", fixture("wide.jpg"))],
      { status: 422, paths: ["photo"] },
    ],
    [
      "two photos with one name, composed and decomposed",
      [wholeArticle, photoPart("ảnh.jpg".normalize("NFC")), photoPart("ảnh.jpg".normalize("NFD"))],
      { status: 422, paths: ["photo"] },
    ],
    [
      "31 photos",
      [wholeArticle, ...Array.from({ length: 31 }, (_, n) => photoPart(`${n}.jpg`))],
      { status: 422, paths: ["photo"] },
    ],
    ["an article that is not JSON", [{ name: "article", body: "Bài" }], { status: 400 }],
    ["an empty article", [{ name: "article", body: "" }], { status: 400 }],
    [
      "an article of 10 MB",
      [{ name: "article", body: `{"body": "${"Một đoạn. ".repeat(900_000)}"}` }],
      { status: 413 },
    ],
    [
      "an article with a wrong field and valid photos",
      [articlePart(article("Bài", { genre: "x" })), photoPart("a.jpg")],
      { status: 422, paths: ["genre"] },
    ],
    [
      "an article in an unknown section with valid photos",
      [articlePart(article("Bài", { section: "x" })), photoPart("a.jpg")],
      { status: 422, paths: ["section"] },
    ],
    [
      "an article that soát bài blocks, with valid photos",
      [articlePart(article("Bài", { lede: "" })), photoPart("a.jpg")],
      { status: 422, paths: ["lede"] },
    ],
    [
      "over 25 MB",
      [wholeArticle, photoPart("a.jpg", new Uint8Array(25_000_001))],
      { status: 413, paths: ["photo"] },
    ],
  ];

  test.each(cases)("%s", (_name, parts, refusal) => expectRefused(multipart(parts), refusal));

  test("over 25 MB are refused with the way out", async () => {
    const heavy = multipart([wholeArticle, photoPart("a.jpg", new Uint8Array(25_000_001))]);
    const problem = await (await reporter.send("/api/articles", heavy)).json<{ detail: string }>();
    expect(problem.detail).toMatch(/quá 25 MB.*POST \/api\/photos/);
  });

  test("may contain the article as a file", async () => {
    const answer = await reporter.send(
      "/api/articles",
      multipart([{ ...wholeArticle, file: "bai.json" }]),
    );
    expect(answer.status).toBe(201);
  });
});
