import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deleteOldAnswers } from "../../src/api/idempotency.ts";
import { fixture } from "../photo/fixture.ts";
import { article } from "../support/articles.ts";
import { addSections, hire, json } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { articlePart, multipart, photoPart } from "./forms.ts";
import { expectRefusal, countStored } from "./refusal.ts";

const day = 24 * 60 * 60 * 1000;

let reporter: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
});

type Answer = { status: number; location: string | null; etag: string | null; body: unknown };

async function post(init: RequestInit, path = "/api/articles", by = reporter): Promise<Answer> {
  const answer = await by.send(path, init);
  const { status, headers } = answer;
  const [location, etag] = [headers.get("location"), headers.get("etag")];
  return { status, location, etag, body: await answer.json() };
}

function addKey(key: string, init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.set("idempotency-key", key);
  return { ...init, headers };
}

describe("a POST with the key of an earlier request", () => {
  test("gets the same answer, and stores nothing more", async () => {
    const init = addKey("gui-hai-lan", json("POST", article("Bài gửi hai lần")));
    const first = await post(init);
    expect(first).toMatchObject({ status: 201, etag: '"1"' });
    const before = await countStored();
    for (let n = 0; n < 3; n++) expect(await post(init)).toEqual(first);
    expect(await countStored()).toEqual(before);
  });

  test("gets the same answer even when the article has changed since", async () => {
    const init = addKey("bai-di-tiep", json("POST", article("Bài đi tiếp")));
    const first = await post(init, "/api/articles?submit=true");
    const { id } = first.body as { id: string };
    await reporter.send(
      `/api/articles/${id}`,
      json("PUT", article("Bài đã sửa"), { "if-match": '"1"' }),
    );
    expect(await post(init, "/api/articles?submit=true")).toEqual(first);
  });

  test("gets the same answer with another multipart boundary and the same photos", async () => {
    const parts = [articlePart(article("Bài có ảnh")), photoPart("a.jpg"), photoPart("b.jpg")];
    const first = await post(addKey("nhieu-phan", multipart(parts)));
    expect(first.status).toBe(201);
    const form = new FormData();
    form.append("article", JSON.stringify(article("Bài có ảnh")));
    for (const name of ["a.jpg", "b.jpg"]) {
      form.append("photo", new File([fixture("orientation-1.jpg")], name));
    }
    expect(await post(addKey("nhieu-phan", { method: "POST", body: form }))).toEqual(first);
  });

  test("gets the same answer for one photo", async () => {
    const init = addKey("mot-anh", multipart([{ ...photoPart("a.jpg"), name: "file" }]));
    const first = await post(init, "/api/photos");
    expect(first.status).toBe(201);
    expect(await post(init, "/api/photos")).toEqual(first);
  });

  test("is a separate request when another user sends it", async () => {
    const other = await hire("reporter");
    const init = addKey("trung-khoa", json("POST", article("Bài của hai người")));
    const [first, second] = [await post(init), await post(init, "/api/articles", other)];
    expect(first.location).not.toBe(second.location);
  });
});

describe("an idempotency key", () => {
  const sent = article("Bài đầu tiên của khóa");

  test.each<[string, string, RequestInit]>([
    ["another text", "/api/articles", json("POST", { ...sent, lede: "Sapo khác." })],
    ["one more field", "/api/articles", json("POST", { ...sent, tags: ["mới"] })],
    ["an immediate submission", "/api/articles?submit=true", json("POST", sent)],
    ["one more photo", "/api/articles", multipart([articlePart(sent), photoPart("a.jpg")])],
    ["an upload", "/api/photos", multipart([{ ...photoPart("a.jpg"), name: "file" }])],
  ])("is refused for %s", async (_name, path, init) => {
    await post(addKey("da-dung", json("POST", sent)));
    await expectRefusal(reporter.send, [path, addKey("da-dung", init)], {
      status: 422,
      paths: ["Idempotency-Key"],
    });
  });

  test("is free again after a refused request", async () => {
    const bad = addKey("sua-roi-gui-lai", json("POST", article("Bài", { genre: "x" })));
    await expectRefusal(reporter.send, ["/api/articles", bad], { status: 422 });
    const mended = await post(addKey("sua-roi-gui-lai", json("POST", article("Bài"))));
    expect(mended.status).toBe(201);
  });

  test.each([
    ["empty", ""],
    ["too long", "k".repeat(256)],
    ["with a tab", "a\tb"],
  ])("is no key when it is %s", (_name, key) =>
    expectRefusal(reporter.send, ["/api/articles", addKey(key, json("POST", sent))], {
      status: 400,
    }),
  );

  test("may have 255 letters, signs and spaces", async () => {
    const key = `~! {}"'${"k".repeat(248)}`;
    expect((await post(addKey(key, json("POST", sent)))).status).toBe(201);
  });
});

describe("two POSTs with one key at the same time", () => {
  test("make one article, and both get its answer", async () => {
    const init = addKey("cung-luc", json("POST", article("Bài gửi cùng lúc")));
    const before = await countStored();
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(init)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(201);
    const after = await countStored();
    expect(after["articles"]).toBe((before["articles"] ?? 0) + 1);
    expect(after["slugs"]).toBe((before["slugs"] ?? 0) + 1);
    expect(after["events"]).toBe((before["events"] ?? 0) + 1);
  });

  test("with different texts make one article; the other is refused", async () => {
    const inits = ["Bài tranh khóa một", "Bài tranh khóa hai"].map((title) =>
      addKey("tranh-khoa", json("POST", article(title))),
    );
    const before = await countStored();
    const answers = await Promise.all(inits.map((init) => post(init)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 422]));
    expect((await countStored())["articles"]).toBe((before["articles"] ?? 0) + 1);
  });

  test("with a photo make one article and one photo", async () => {
    const photo = photoPart("moi.jpg", fixture("orientation-3.jpg"));
    const init = addKey("anh-cung-luc", multipart([articlePart(article("Bài có ảnh mới")), photo]));
    const before = await countStored();
    const answers = await Promise.all([post(init), post(init)]);
    expect(answers[0]).toEqual(answers[1]);
    const after = await countStored();
    expect(after["articles"]).toBe((before["articles"] ?? 0) + 1);
    expect(after["photos"]).toBe((before["photos"] ?? 0) + 1);
  });
});

describe("stored answers", () => {
  test("are deleted after a week, not sooner", async () => {
    const init = addKey("mot-tuan", json("POST", article("Bài của tuần trước")));
    const first = await post(init);
    await deleteOldAnswers(env.DB, Date.now() + 7 * day - 60_000);
    expect(await post(init)).toEqual(first);
    await deleteOldAnswers(env.DB, Date.now() + 7 * day + 60_000);
    expect((await post(init)).location).not.toBe(first.location);
  });
});
