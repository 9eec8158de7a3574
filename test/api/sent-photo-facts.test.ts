import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixture } from "../photo/fixture.ts";
import { article } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { articlePart, multipart, photoPart } from "./forms.ts";
import type { Part } from "./forms.ts";
import { expectArticleRefusal } from "./refusal.ts";

let reporter: Colleague;
let uploads = 0;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
});

/** A photo with new bytes at each call. */
function freshPhoto(name: string): Part {
  const bytes = new TextEncoder().encode(`sent with its facts ${++uploads}`);
  return photoPart(name, new Uint8Array([...fixture("orientation-1.jpg"), ...bytes]));
}

const facts = {
  credit: "Đỗ Vân",
  source: "other",
  license: "CC BY 4.0",
  usableUntil: "2099-12-31",
  madeByAi: "altered",
};

function articleWithFacts(photos: Record<string, unknown>[]): Part {
  const body = "Mở đầu.\n\n![Bốn ô màu](photo:a.jpg)";
  return articlePart(article("Bài có ảnh kèm thông tin", { body, photos }));
}

async function readFacts(answer: Response): Promise<unknown> {
  const { id } = await answer.json<ArticleStatus>();
  const { body } = await (await reporter.send(`/api/articles/${id}`)).json<{ body: string }>();
  const photo = /photo:([0-9a-f]{64})/.exec(body)?.[1] ?? "";
  return (await reporter.send(`/api/photos/${photo}`)).json();
}

describe("the facts of photos in a request with an article", () => {
  test("POST and PUT /api/articles store them with the photos", async () => {
    const parts = [articleWithFacts([{ photo: "a.jpg", ...facts }]), freshPhoto("a.jpg")];
    const created = await reporter.send("/api/articles?submit=true", multipart(parts));
    expect(created.status).toBe(201);
    const { id } = await created.clone().json<ArticleStatus>();
    expect(await readFacts(created)).toMatchObject(facts);
    const change = [
      articleWithFacts([{ photo: "a.jpg", source: "own", madeByAi: true }]),
      freshPhoto("a.jpg"),
    ];
    const { body, headers } = multipart(change);
    const init = { method: "PUT", body: body ?? null, headers: { ...headers, "if-match": '"1"' } };
    const saved = await reporter.send(`/api/articles/${id}`, init);
    expect(saved.status).toBe(200);
    expect(await readFacts(saved)).toMatchObject({ source: "own", madeByAi: "generated" });
  });

  test.each<[string, Record<string, unknown>[], string]>([
    ["of a photo that is not in it", [{ photo: "b.jpg", credit: "Đỗ Vân" }], "photos.0.photo"],
    ["twice for one photo", [{ photo: "a.jpg" }, { photo: "a.jpg" }], "photos.1.photo"],
    ["without terms", [{ photo: "a.jpg", source: "other" }], "photos.0.license"],
    [
      "with a day that does not exist",
      [{ photo: "a.jpg", usableUntil: "2026-02-31" }],
      "photos.0.usableUntil",
    ],
    ["with an unknown field", [{ photo: "a.jpg", colour: "red" }], "photos.0.colour"],
    ["with an expired photo", [{ photo: "a.jpg", usableUntil: "2020-01-01" }], "body"],
  ])("%s: refused by name, and nothing stored", async (_name, photos, path) => {
    const parts = [articleWithFacts(photos), freshPhoto("a.jpg")];
    await expectArticleRefusal(reporter.send, multipart(parts), { status: 422, paths: [path] });
  });
});
