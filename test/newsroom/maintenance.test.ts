import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const page = "/toa-soan/quan-tri/bao-tri";
const rebuild = `${page}/dung-lai`;
const articles = 130;

let admin: Staff;
let slug: string;

beforeAll(async () => {
  admin = await hireInBrowser("admin");
  await addSections("tin-tuc");
  const [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  slug = (await publish(reporter, editor, article("Bài đã đăng"))).slug;
  // Copies the first article by SQL: publishing each would take a minute.
  const twins = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1)`;
  const copy = async (sql: string) =>
    env.DB.prepare(`${twins} ${sql}`)
      .bind(articles - 1)
      .run();
  await copy(`INSERT INTO articles (id, owner_id, state, slug, title, section, version, approved_version, published_at, event, created_at, saved_at)
    SELECT id || '-' || n, owner_id, state, slug || '-' || n, title, section, version, approved_version, published_at, event, created_at, saved_at
    FROM articles, numbers WHERE articles.slug = 'bai-da-dang'`);
  await copy(`INSERT INTO versions SELECT article_id || '-' || n, number, content, author_id, created_at
    FROM versions, numbers WHERE instr(article_id, '-') = 0`);
  await copy(`INSERT INTO events SELECT article_id || '-' || n, number, type, version, actor_id, at, reason, owner_id
    FROM events, numbers WHERE instr(article_id, '-') = 0`);
});

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM settings").run();
});

async function readActs(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT act FROM log WHERE act LIKE 'rebuild.%' ORDER BY id",
  ).all<{ act: string }>();
  return results.map(({ act }) => act);
}

async function countPublished(): Promise<number> {
  return (await env.DB.prepare("SELECT COUNT(*) AS n FROM published").first<number>("n")) ?? 0;
}

describe("rebuilding the pages", () => {
  test("redirects to its next step until all pages are rebuilt, and is logged", async () => {
    await fillCache(["/"]);
    await env.DB.batch([
      env.DB.prepare("DELETE FROM published_labels"),
      env.DB.prepare("DELETE FROM published"),
    ]);
    const first = await admin.post(rebuild);
    expect([first.status, first.headers.get("location")]).toEqual([307, `${rebuild}?run=2`]);
    expect(await countPublished()).toBe(100);
    expect(await (await admin.open(page)).text()).toContain(`100 / ${articles} bài`);
    const second = await admin.post(first.headers.get("location") ?? "");
    expect([second.status, second.headers.get("location")]).toEqual([303, `${page}?done=rebuilt`]);
    expect(await countPublished()).toBe(articles);
    expect(await (await admin.open(`${page}?done=rebuilt`)).text()).toContain("Đã dựng lại xong");
    expect(await readActs()).toEqual(["rebuild.begun", "rebuild.done"]);
    expect((await send(`/bai-viet/${slug}`)).status).toBe(200);
    expect(await isCached("/")).toBe(false);
  });

  test("shows a button to continue before the browser's redirect limit, and continues at the same step", async () => {
    await admin.post(rebuild);
    const at = await env.DB.prepare(
      "SELECT value FROM settings WHERE name = 'REBUILD'",
    ).first<string>("value");
    expect(JSON.parse(at ?? "")).toMatchObject({ done: 100, total: articles });
    await env.DB.prepare(
      `UPDATE settings SET value = json_set(value, '$.after', NULL, '$.done', 0)`,
    ).run();
    const last = await admin.post(`${rebuild}?run=15`);
    expect([last.status, last.headers.get("location")]).toEqual([303, page]);
    expect(await (await admin.open(page)).text()).toContain("Tiếp tục");
    expect((await admin.post(rebuild)).headers.get("location")).toBe(`${page}?done=rebuilt`);
  });

  test("starts again on request, but only once", async () => {
    await admin.post(rebuild);
    const again = await admin.post(rebuild, { step: "restart" });
    expect(again.headers.get("location")).toBe(`${rebuild}?run=2`);
    const done = await admin.post(`${rebuild}?run=2`, { step: "restart" });
    expect(done.headers.get("location")).toBe(`${page}?done=rebuilt`);
  });

  test("is for admins only", async () => {
    const { open, post } = await hireInBrowser("editor");
    expect((await open(page)).status).toBe(403);
    expect((await post(rebuild)).status).toBe(403);
  });
});
