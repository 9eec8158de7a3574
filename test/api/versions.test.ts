import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approve, article, submitArticle } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, hire, json } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { expectRefusal, problemIn } from "./refusal.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(() => addSections("tin-tuc", "chuyen-doi-so"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
});

function save(title: string, headers: Record<string, string>): RequestInit {
  return json("PUT", article(title), headers);
}

describe("PUT /api/articles/:id", () => {
  test("adds a version and answers with its ETag", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    const saved = await reporter.send(
      `/api/articles/${id}`,
      save("Bản hai", { "if-match": '"1"' }),
    );
    expect([saved.status, saved.headers.get("etag")]).toEqual([200, '"2"']);
    expect(await saved.json()).toMatchObject({
      id,
      version: 2,
      findings: [{ rule: "missing-photo", severity: "warn" }],
    });
    const seen = await reporter.send(`/api/articles/${id}`);
    expect(seen.headers.get("etag")).toBe('"2"');
    expect(await seen.json()).toMatchObject({ version: 2, title: "Bản hai", status: "submitted" });
  });

  test("accepts an If-Match list that contains the newest version's ETag", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    const headers = { "if-match": '"7" ,"1"' };
    expect((await reporter.send(`/api/articles/${id}`, save("Bản hai", headers))).status).toBe(200);
  });

  test("428 without If-Match", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    await expectRefusal(reporter.send, [`/api/articles/${id}`, save("Bản hai", {})], {
      status: 428,
    });
  });

  test.each(['"0"', '"2"', "1", '"01"', 'W/"1"', "*", '"1', '"1" "2"'])(
    "412 for If-Match: %s, which is not the newest version's strong ETag",
    async (tag) => {
      const { id } = await submitArticle(reporter, article("Bản một"));
      const request = [`/api/articles/${id}`, save("Bản hai", { "if-match": tag })] as const;
      await expectRefusal(reporter.send, request, { status: 412 });
    },
  );

  test("refuses a text based on an older version, and names the newest", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    await reporter.send(`/api/articles/${id}`, save("Bản hai", { "if-match": '"1"' }));
    const late = await reporter.send(`/api/articles/${id}`, save("Bản ba", { "if-match": '"1"' }));
    expect(late.status).toBe(412);
    expect((await problemIn(late)).detail).toContain("phiên bản 2");
  });

  test("stores nothing when the new text is invalid", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    const init = json("PUT", { title: "" }, { "if-match": '"1"' });
    const refusal = { status: 422, paths: ["title"] };
    await expectRefusal(reporter.send, [`/api/articles/${id}`, init], refusal);
  });

  test("changes the section in the newsroom, not on the public page", async () => {
    const first = await submitArticle(reporter, article("Bài đổi mục"));
    await approve(editor, first.id);
    const moved = article("Bài đổi mục", { section: "chuyen-doi-so" });
    await reporter.send(`/api/articles/${first.id}`, json("PUT", moved, { "if-match": '"1"' }));
    const seen = async (by: Colleague["send"], section: string) => {
      const answer = await by(`/api/articles?section=${section}`);
      const { articles } = await answer.json<{ articles: ArticleStatus[] }>();
      return articles.some(({ id }) => id === first.id);
    };
    expect(await seen(reporter.send, "chuyen-doi-so")).toBe(true);
    expect(await seen(reporter.send, "tin-tuc")).toBe(false);
  });
});

describe("GET /api/articles/:id/versions", () => {
  test("lists every version, newest first, with its saved text", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    await reporter.send(`/api/articles/${id}`, save("Bản hai", { "if-match": '"1"' }));
    await editor.send(`/api/articles/${id}`, save("Bản ba", { "if-match": '"2"' }));
    const answer = await reporter.send(`/api/articles/${id}/versions`);
    const { versions } = await answer.json<{ versions: { author: string }[] }>();
    expect(versions).toMatchObject([
      { number: 3, title: "Bản ba", author: editor.id },
      { number: 2, title: "Bản hai", author: reporter.id },
      { number: 1, title: "Bản một", author: reporter.id },
    ]);
    const first = await reporter.send(`/api/articles/${id}/versions/1`);
    expect(first.headers.get("etag")).toBe('"1"');
    expect(await first.json()).toMatchObject({ version: 1, title: "Bản một" });
  });
});
