import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readSimilarTitles } from "../../src/search/search-index-store.ts";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { approve, article, submitArticle, publishAt, revise } from "../support/articles.ts";
import type { Newsroom, ArticleStatus } from "../support/articles.ts";
import { addSections, hire, json } from "../support/newsroom.ts";

let newsroom: Newsroom;
let retitled: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
  const { reporter, editor } = newsroom;
  retitled = await publishAt(newsroom, formatDayOf2023(1), "Tên lúc đầu", {
    tags: ["Chè", "OCOP"],
  });
  await revise(reporter, retitled, article("Tên về sau", { tags: ["chè"], body: "**Thân** bài." }));
  await approve(editor, retitled.id);
  const awaiting = await publishAt(newsroom, formatDayOf2023(2), "Đang chờ duyệt bản mới", {
    tags: ["Chè"],
  });
  await revise(reporter, awaiting, article("Bản mới chưa duyệt"));
  const returned = await publishAt(newsroom, formatDayOf2023(3), "Bị trả lại bản mới");
  await revise(reporter, returned, article("Bản mới bị trả"));
  await editor.send(
    `/api/articles/${returned.id}/submission`,
    json("DELETE", { reason: "Sửa lại" }),
  );
  const { id } = await publishAt(newsroom, formatDayOf2023(40), "Đã gỡ", { tags: ["Đã gỡ"] });
  await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
  const again = await publishAt(newsroom, formatDayOf2023(41), "Gỡ rồi đăng lại");
  await editor.send(`/api/articles/${again.id}/publication`, json("DELETE", { reason: "Nhầm" }));
  await approve(editor, again.id);
  const scheduled = await submitArticle(reporter, article("Hẹn giờ"));
  await approve(editor, scheduled.id, { at: inAMonth() });
  await submitArticle(reporter, article("Chưa duyệt"));
});

function inAMonth(): string {
  return new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString();
}

function formatDayOf2023(day: number): string {
  return new Date(Date.UTC(2023, 0, day, 2)).toISOString();
}

/** Rebuilds all articles, `limit` in a step, and returns the number of steps. */
async function rebuild(limit: number): Promise<number> {
  let steps = 0;
  for (let after: string | null = null; ;) {
    after = await rebuildProjection(env.DB, { after, limit }, Date.now());
    steps++;
    if (after === null) return steps;
  }
}

const titles = [
  "Tên về sau",
  "Đang chờ duyệt bản mới",
  "Bị trả lại bản mới",
  "Gỡ rồi đăng lại",
  "Đã gỡ",
];

/** All rows that pages, lists and search read. */
async function projection() {
  const [published, labels, months, photos] = await env.DB.batch([
    env.DB.prepare(`SELECT * FROM published ORDER BY position`),
    env.DB.prepare(`SELECT * FROM published_labels ORDER BY kind, slug, position`),
    env.DB.prepare(`SELECT month, articles FROM published_months ORDER BY month`),
    env.DB.prepare(`SELECT * FROM published_photos ORDER BY photo_id, article_id`),
  ]);
  const found: Record<string, string[]> = {};
  for (const title of titles) found[title] = await readSimilarTitles(env.DB, title, "");
  return [published, labels, months, photos].map((result) => result?.results).concat([[found]]);
}

describe("rebuilding the projection", () => {
  let whole: Awaited<ReturnType<typeof projection>>;

  beforeEach(async () => {
    whole = await projection();
  });

  test("restores every public article and no other after the whole projection was lost", async () => {
    await env.DB.batch([
      env.DB.prepare(`DELETE FROM published_labels`),
      env.DB.prepare(`DELETE FROM published_months`),
      env.DB.prepare(`DELETE FROM published`),
    ]);
    await rebuild(100);
    expect(await projection()).toEqual(whole);
    expect(whole[0]).toHaveLength(4);
  });

  test("renders old articles again and keeps their order", async () => {
    await env.DB.prepare(`UPDATE published SET html = 'như trước', lede = 'như trước'`).run();
    await rebuild(100);
    expect(await projection()).toEqual(whole);
  });

  test("changes nothing in a correct projection, in steps of any size, however often", async () => {
    expect(await rebuild(1)).toBe(6);
    expect(await rebuild(2)).toBe(3);
    await rebuildProjection(env.DB, { after: null, limit: 3 }, Date.now());
    expect(await rebuild(3)).toBe(2);
    expect(await projection()).toEqual(whole);
  });

  test("removes withdrawn articles and months without articles", async () => {
    const row = await env.DB.prepare(`SELECT id FROM articles WHERE title = 'Đã gỡ'`).first<{
      id: string;
    }>();
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO published (position, article_id, version, slug, section, published_at, title, lede, genre, byline, tags,
           html) VALUES (7, ?1, 1, 'da-go', 'tin-tuc', 0, 'Đã gỡ', '', 'tin', '{}', '[]', '')`,
      ).bind(row?.id),
      env.DB.prepare(`INSERT INTO published_months VALUES ('1999-01', 5, 0)`),
    ]);
    await rebuild(2);
    expect(await projection()).toEqual(whole);
  });

  test("purges every page when it is done", async () => {
    await env.DB.prepare(`DELETE FROM outbox`).run();
    await rebuildProjection(env.DB, { after: null, limit: 2 }, Date.now());
    const waiting = env.DB.prepare(`SELECT payload FROM outbox`);
    expect((await waiting.all()).results).toEqual([]);
    await rebuild(2);
    expect((await waiting.all()).results).toEqual([{ payload: '["site"]' }]);
  });

  test("does not undo a publication made during a step", async () => {
    const { reporter, editor } = newsroom;
    const newest = { id: retitled.id, version: 2 };
    await revise(reporter, newest, article("Tên về sau", { lede: "Sapo vừa duyệt." }));
    let overtaken = 0;
    const slow = new Proxy(env.DB, {
      get(target, name) {
        if (name === "prepare") return (sql: string) => target.prepare(sql);
        if (name !== "batch") throw new Error(`not expected: ${String(name)}`);
        return async (statements: D1PreparedStatement[]) => {
          if (overtaken++ === 0) await approve(editor, retitled.id);
          return target.batch(statements);
        };
      },
    });
    await rebuildProjection(slow, { after: null, limit: 100 }, Date.now());
    expect(overtaken).toBe(2);
    const row = await env.DB.prepare(`SELECT lede, version FROM published WHERE article_id = ?1`)
      .bind(retitled.id)
      .first();
    expect(row).toEqual({ lede: "Sapo vừa duyệt.", version: 3 });
  });
});
