import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { article, submitArticle } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

const at = "2015-03-01T00:00:00+07:00";

async function publishAt(title: string, time = at): Promise<string> {
  const { id } = await submitArticle(reporter, article(title));
  const answer = await editor.send(`/api/articles/${id}/publication`, json("PUT", { at: time }));
  expect(answer.status).toBe(200);
  return id;
}

/** Adds copies of a published article with the same timestamp. */
async function copyPublished(id: string, copies: number): Promise<void> {
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${copies})`;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO articles (id, owner_id, state, slug, title, section, version, approved_version, published_at, event,
         created_at, saved_at)
       ${numbers} SELECT 'copy' || n, owner_id, state, slug || '-copy-' || n, title, section, version, approved_version,
         published_at, event, created_at, saved_at FROM articles, numbers WHERE id = ?1`,
    ).bind(id),
    env.DB.prepare(
      `INSERT INTO published (position, article_id, version, slug, section, published_at, title, lede, genre, byline, tags,
         html, photos, addresses, text, corrections)
       ${numbers} SELECT position + n, 'copy' || n, version, slug || '-copy-' || n, section, published_at, title, lede, genre,
         byline, tags, html, photos, addresses, text, corrections FROM published, numbers WHERE article_id = ?1`,
    ).bind(id),
  ]);
}

test("more than 1,025 articles with one timestamp are published, in their order", async () => {
  const first = await publishAt("Bài đầu tiên của ngày chuyển dữ liệu");
  const later = await publishAt("Bài của giây sau", "2015-03-01T00:00:01+07:00");
  await copyPublished(first, 1024);
  const crowd = [await publishAt("Bài thứ 1026"), await publishAt("Bài thứ 1027")];
  const { results } = await env.DB.prepare(
    `SELECT article_id AS id FROM published WHERE article_id NOT LIKE 'copy%' ORDER BY position`,
  ).all<{ id: string }>();
  expect(results.map(({ id }) => id)).toEqual([first, ...crowd, later]);
  const month = await send("/luu-tru/2015/03");
  expect(month.status).toBe(200);
  expect(await month.text()).toContain("Bài thứ 1027");
});
