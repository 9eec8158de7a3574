import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { app } from "../../src/app.ts";
import { readCurrentSite } from "../../src/context.ts";
import { writeCursor, findPosition } from "../../src/published/position.ts";
import { tryToStorePages } from "../../src/publishing/stored-pages.ts";
import { addArchiveSections, fillArchive, newestInArchive } from "../support/archive.ts";
import { origin } from "../support/newsroom.ts";
import { readQueryPlan, watchDatabase } from "../support/watched-database.ts";
import type { Watch } from "../support/watched-database.ts";

const small = 1000;
const large = 20_000;

const hour = 60 * 60 * 1000;
const monthAgo = writeCursor(findPosition(newestInArchive - 30 * 24 * hour));

const articlePages = ["/bai-viet/bai-500", "/bai-viet/bai-500/ban-in"];

const pages = [
  ...articlePages,
  "/",
  "/chuyen-muc/muc-2",
  `/chuyen-muc/muc-2?truoc=${monthAgo}`,
  "/the/chung",
  "/the/vua-3",
  `/the/vua-3?truoc=${monthAgo}`,
  "/tac-gia/tac-gia-4",
  "/the",
  `/the?chu=${encodeURIComponent("đ")}`,
  "/the?tu=de-tai-500",
  "/tac-gia",
  "/luu-tru/2026/09",
  "/dong-su-kien/vua-5",
  "/dinh-chinh",
  `/dinh-chinh?truoc=${monthAgo}`,
  "/feed.json",
  "/rss.xml",
  "/chuyen-muc/muc-2/feed.json",
  "/sitemap-2026-09.xml",
  "/sitemap-news.xml",
];

/** These list every month, so they grow with the months: a hundred in eight years. */
const monthly = ["/luu-tru", "/sitemap.xml"];

/** What one request asks of the database when no cache answers it. */
async function watch(path: string): Promise<Watch> {
  // An isolate reads the settings once in ten seconds; here they are there already.
  await readCurrentSite(env);
  const { database, watch } = watchDatabase(env.DB);
  const request = new Request(origin + path);
  const response = await app.fetch(request, { ...env, DB: database }, createExecutionContext());
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return watch;
}

async function rowsRead(paths: string[]): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const path of paths) rows[path] = (await watch(path)).rowsRead;
  return rows;
}

async function planFor(path: string): Promise<string[]> {
  const { statements } = await watch(path);
  return (await Promise.all(statements.map((one) => readQueryPlan(env.DB, one)))).flat();
}

beforeAll(async () => {
  vi.setSystemTime(newestInArchive + hour);
  await addArchiveSections(env.DB);
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at)
     VALUES ('vua-5', 'Việc thứ năm', 'Tóm tắt.', 1), ('vua-0', 'Việc đầu', 'Tóm tắt.', 2)`,
  ).run();
  await fillArchive(env.DB, 0, small);
  await addTags(0, small);
  await tryToStorePages(env.DB);
});

/** Tags of one article each, more than one page of the index holds. */
async function addTags(from: number, until: number): Promise<void> {
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (
       SELECT CAST(?1 AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?2)
     INSERT INTO label_slugs (kind, spelling, slug, name, articles)
     SELECT 'tag', 'đê-tai\u0300-' || n, 'de-tai-' || n, 'Đề tài ' || n, 1 FROM numbers`,
  )
    .bind(from, until)
    .run();
}

describe("what a page costs that no cache holds", () => {
  test.each([...pages, ...monthly])("%s is one round trip to the database", async (path) => {
    expect((await watch(path)).trips).toBe(1);
  });

  test.each(pages)("%s scans no table of articles", async (path) => {
    const scans = (await planFor(path)).filter((step) => step.startsWith("SCAN "));
    const bounded =
      /^SCAN (?:CONSTANT ROW|\(subquery-\d+\)|sections|here|shared|related|chosen|in_topic|earlier|later|newest|listed|groups)(?: |$)/;
    expect(scans.filter((step) => !bounded.test(step))).toEqual([]);
  });

  test.each(pages)("%s sorts at most its own candidates", async (path) => {
    const sorts = (await planFor(path)).filter((step) => step.includes("TEMP B-TREE"));
    // Related articles are grouped and ranked among some thirty; of an article's topics one is chosen.
    expect(sorts.length).toBe(path === "/bai-viet/bai-500" ? 3 : 0);
  });

  test(`reads as many rows of ${large} articles as of ${small}`, async () => {
    const before = await rowsRead(pages);
    await fillArchive(env.DB, small, large);
    await addTags(small, large);
    expect(await rowsRead(pages)).toEqual(before);
    expect(Math.max(...Object.values(await rowsRead(articlePages)))).toBeLessThan(250);
  }, 20_000);

  test.each(monthly)("%s reads the months, not their articles", async (path) => {
    const months = await env.DB.prepare(`SELECT COUNT(*) AS n FROM published_months`).first<number>(
      "n",
    );
    expect((await watch(path)).rowsRead).toBeLessThan(2 * (months ?? 0) + 20);
  });
});
