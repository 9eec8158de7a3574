import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approve, article, submitArticle } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { expectRefusal, problemIn } from "./refusal.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
});

describe("Content-Length", () => {
  const body = JSON.stringify(article("Bài khai sai độ dài"));
  const bytes = new TextEncoder().encode(body).byteLength;

  function claiming(length: string): RequestInit {
    const headers = { "content-type": "application/json", "content-length": length };
    return { method: "POST", body, headers };
  }

  test.each([
    ["more than the real length", String(bytes + 1)],
    ["less than the real length", String(bytes - 1)],
    ["nothing", "0"],
    ["a negative number", "-1"],
    ["not a number", "ten"],
  ])("%s: 400", (_name, length) =>
    expectRefusal(reporter.send, ["/api/articles", claiming(length)], { status: 400 }),
  );

  test("over the limit: 413, whatever the body is", () =>
    expectRefusal(reporter.send, ["/api/articles", claiming("10000000")], { status: 413 }));

  test("below the limit, of an endless body: 413, and the rest is not read", async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks++;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const init = { method: "POST", body: endless, headers: { "content-type": "application/json" } };
    await expectRefusal(reporter.send, ["/api/articles", init], { status: 413 });
    expect(chunks).toBeLessThan(30);
  });

  test("of a body that is cut short: 400", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"title": '));
        controller.error(new Error("the line is dead"));
      },
    });
    const init = { method: "POST", body: broken, headers: { "content-type": "application/json" } };
    await expectRefusal(reporter.send, ["/api/articles", init], { status: 400 });
  });
});

describe("invalid characters", () => {
  test("are dropped or replaced: what is stored is well-formed", async () => {
    const title = "Bài\u0000 có \ud800 ký\u0007 tự \udfff lạ\u202e";
    const body = JSON.stringify(article(title, { body: "Một\u0000 đoạn\r\n\r\nhai\ud83d" }));
    const headers = { "content-type": "application/json" };
    const created = await reporter.send("/api/articles", { method: "POST", body, headers });
    expect(created.status).toBe(201);
    const { id } = await created.json<{ id: string }>();
    const seen = await (await reporter.send(`/api/articles/${id}`)).json();
    expect(seen).toMatchObject({
      title: "Bài có \ufffd ký tự \ufffd lạ",
      body: "Một đoạn\n\nhai\ufffd",
    });
  });

  test("alone are not a title: 422", () =>
    expectRefusal(
      reporter.send,
      ["/api/articles", json("POST", article("\u0000\u200b\u202e\ufeff"))],
      { status: 422, paths: ["title"] },
    ));
});

describe("PUT publication", () => {
  test.each<[unknown, string]>([
    [{ version: "1" }, "version"],
    [{ version: 0 }, "version"],
    [{ version: -1 }, "version"],
    [{ version: 1.5 }, "version"],
    [{ version: true }, "version"],
    [{ version: [1] }, "version"],
    [{ at: 1_700_000_000_000 }, "at"],
    [{ at: "" }, "at"],
    [{ at: "mai" }, "at"],
    [{ at: "2026-11-22" }, "at"],
    [{ at: "2026-11-22T09:30" }, "at"],
    [{ at: "2026-02-30T09:30:00Z" }, "at"],
    [{ at: "2026-13-01T09:30:00Z" }, "at"],
    [{ at: "2026-11-22T25:00:00Z" }, "at"],
    [{ at: "0000-01-01T00:00:00Z" }, "at"],
    [{ at: "1969-12-31T23:59:59Z" }, "at"],
    [{ at: "1989-12-31T23:59:59+07:00" }, "at"],
    [{ at: "2100-01-01T00:00:00Z" }, "at"],
    [{ now: true }, "now"],
    [{ version: 1, publishAt: "2026-11-22T09:30:00Z" }, "publishAt"],
  ])("%j: 422", async (approval, path) => {
    const { id } = await submitArticle(reporter, article("Bài chờ duyệt"));
    const request = [`/api/articles/${id}/publication`, json("PUT", approval)] as const;
    await expectRefusal(editor.send, request, { status: 422, paths: [path] });
  });

  test.each([
    ["a version that does not exist", '{"version": 99}', 404],
    ["a version beyond the safe integers", '{"version": 1e400}', 422],
    ["a version of 300 digits", `{"version": ${"9".repeat(300)}}`, 404],
    ["NaN", '{"version": NaN}', 400],
    ["broken JSON", "{", 400],
    ["null", "null", 422],
    ["a list", "[1]", 422],
    ["an empty list", "[]", 422],
    ["30 KB", `{"at": "${" ".repeat(30_000)}"}`, 413],
  ])("%s: refused", async (_name, body, status) => {
    const { id } = await submitArticle(reporter, article("Bài chờ duyệt"));
    const init = { method: "PUT", body, headers: { "content-type": "application/json" } };
    await expectRefusal(editor.send, [`/api/articles/${id}/publication`, init], { status });
  });
});

describe("the reason of an act", () => {
  const bad: unknown[] = [
    {},
    { reason: "" },
    { reason: " \n\u200b" },
    { reason: null },
    { reason: 7 },
    { reason: ["Sai"] },
    { reason: "a".repeat(2001) },
  ];

  test.each(bad)("%j is refused to withdraw or to return an article", async (body) => {
    const published = await submitArticle(reporter, article("Bài sẽ gỡ"));
    await approve(editor, published.id);
    const { id } = await submitArticle(reporter, article("Bài sẽ trả lại"));
    const paths = [`/api/articles/${published.id}/publication`, `/api/articles/${id}/submission`];
    for (const path of paths) {
      const refusal = { status: 422, paths: ["reason"] };
      await expectRefusal(editor.send, [path, json("DELETE", body)], refusal);
    }
  });

  test("must be the only field", async () => {
    const { id } = await submitArticle(reporter, article("Bài sẽ trả lại"));
    const init = json("DELETE", { reason: "Thiếu ảnh", silent: true });
    const refusal = { status: 422, paths: ["silent"] };
    await expectRefusal(editor.send, [`/api/articles/${id}/submission`, init], refusal);
  });
});

describe("query parameters", () => {
  test.each([
    ["cursor", "/api/articles?cursor=%00"],
    ["cursor", "/api/articles?cursor=-1"],
    ["cursor", "/api/articles?cursor=zzzzzzzzzzzzzzzz"],
    ["cursor", "/api/articles?cursor=' OR 1=1 --"],
    ["since", "/api/articles?since=hôm qua"],
    ["since", "/api/articles?since=2026-99-99"],
    ["since", "/api/articles?since=2026-11-22abc"],
    ["since", "/api/changes?since=-1"],
    ["since", "/api/changes?since=1e3"],
    ["since", "/api/changes?since=9999999999999999"],
    ["since", "/api/changes?since=2026-11-22"],
    ["status", "/api/articles?status=secret"],
  ])("%s of %s: 422", (name, path) =>
    expectRefusal(send, [path, {}], { status: 422, paths: [name] }),
  );

  test.each([
    ["cursor", "/api/articles?cursor=abc"],
    ["cursor", "/api/articles?cursor=1.2.3"],
    ["cursor", "/api/articles?cursor=1.'"],
    ["status", "/api/articles?status=Draft"],
    ["status", "/api/articles?status="],
  ])("%s of %s: 422 for staff", (name, path) =>
    expectRefusal(reporter.send, [path, {}], { status: 422, paths: [name] }),
  );

  test("about drafts require a token", async () => {
    const answer = await send("/api/articles?status=draft");
    expect(answer.status).toBe(401);
    await problemIn(answer);
  });

  test.each(["submit=yes", "submit=1", "submit="])("%s must be true or false", (query) =>
    expectRefusal(reporter.send, [`/api/articles?${query}`, json("POST", article("Bài"))], {
      status: 422,
      paths: ["submit"],
    }),
  );
});

describe("addresses", () => {
  test.each([
    "/api/articles/x",
    "/api/articles/%00",
    "/api/articles/' OR 1=1 --",
    "/api/articles/..%2f..%2fpeople",
    `/api/articles/${"a".repeat(5000)}`,
    "/api/articles/%ff",
    "/api/nowhere",
    "/api",
    "/api/articles/x/versions/1/more",
    "/api/photos/x/more",
  ])("%s: 404", async (path) => {
    const answer = await send(path);
    expect(answer.status).toBe(404);
    await problemIn(answer);
  });

  test.each(["x", "%00", "a".repeat(64)])("photo %s: 404 for staff", async (id) => {
    const answer = await reporter.send(`/api/photos/${id}`);
    expect(answer.status).toBe(404);
    await problemIn(answer);
  });

  test.each(["0", "-1", "1.5", "x", "01", "99999999999", "%00"])("version %s: 404", async (n) => {
    const { id } = await submitArticle(reporter, article("Bài có một bản"));
    const answer = await reporter.send(`/api/articles/${id}/versions/${n}`);
    expect(answer.status).toBe(404);
    await problemIn(answer);
  });
});
