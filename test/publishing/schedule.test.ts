import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { minute, runClock } from "./minutes.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
  vi.spyOn(console, "error").mockReturnValue();
});

/** A full minute in the future. */
function minutesAhead(minutes: number): number {
  return (Math.floor(Date.now() / minute) + minutes) * minute;
}

async function schedule(id: string, time: number): Promise<void> {
  const at = new Date(time).toISOString();
  expect(await approve(editor, id, { at })).toMatchObject({ status: "scheduled" });
}

async function readStatus(slug: string): Promise<number> {
  return (await send(`/bai-viet/${slug}`)).status;
}

describe("an article scheduled ahead", () => {
  test("is published by the clock at its minute, on all pages, with the scheduled date", async () => {
    const { id, slug } = await submitArticle(reporter, article("Bài hẹn giờ"));
    const at = minutesAhead(10);
    await schedule(id, at);
    const lists = ["/", "/chuyen-muc/tin-tuc", "/feed.json", "/rss.xml"];
    for (const list of lists) await (await send(list)).text();
    await runClock(at - minute);
    expect(await readStatus(slug)).toBe(404);
    await runClock(at);
    expect(await readStatus(slug)).toBe(200);
    for (const list of lists) {
      expect(await (await send(list)).text(), list).toContain("Bài hẹn giờ");
    }
    const seen = await (await send(`/api/articles/${id}`)).json<{ publishedAt: string }>();
    expect(Date.parse(seen.publishedAt)).toBe(at);
    expect(await readEvents(id)).toContainEqual({ type: "published", actor_id: null });
  });

  test("is published after missed minutes with the scheduled date", async () => {
    const { id } = await submitArticle(reporter, article("Bài lỡ giờ"));
    const at = minutesAhead(5);
    await schedule(id, at);
    await runClock(at + 3 * 60 * minute);
    const seen = await (await send(`/api/articles/${id}`)).json<{ publishedAt: string }>();
    expect(Date.parse(seen.publishedAt)).toBe(at);
  });

  test("is published as it was approved although a newer version was saved", async () => {
    const { id, slug } = await submitArticle(reporter, article("Bài hẹn rồi sửa"));
    const at = minutesAhead(5);
    await schedule(id, at);
    const changed = article("Bài hẹn rồi sửa", { lede: "Sapo chưa ai duyệt." });
    await reporter.send(`/api/articles/${id}`, json("PUT", changed, { "if-match": '"1"' }));
    await runClock(at);
    expect(await (await send(`/bai-viet/${slug}`)).text()).not.toContain("Sapo chưa ai duyệt.");
    expect(await (await editor.send(`/api/articles/${id}`)).json()).toMatchObject({
      status: "published",
      version: 2,
      publishedVersion: 1,
    });
  });

  test("leaves the public version and its API answer unchanged until then", async () => {
    const first = await publish(reporter, editor, article("Bài có bản hẹn giờ"));
    const page = async () => (await send(`/bai-viet/${first.slug}`)).text();
    const before = await page();
    await revise(reporter, first, article("Bài có bản hẹn giờ", { lede: "Sapo của bản sau." }));
    const at = minutesAhead(5);
    await schedule(first.id, at);
    await runClock(at - minute);
    expect(await page()).toBe(before);
    const shown = await (await send(`/api/articles/${first.id}`)).json();
    expect(shown).toMatchObject({ status: "published", version: 1, scheduledAt: null });
    await runClock(at);
    expect(await page()).toContain("Sapo của bản sau.");
  });

  test.each([
    ["withdrawn from its schedule", "publication", "submitted"],
    ["returned to its reporter", "submission", "returned"],
  ])("is not published once it is %s", async (_name, noun, status) => {
    const { id, slug } = await submitArticle(reporter, article(`Bài bỏ hẹn, ${noun}`));
    const at = minutesAhead(5);
    await schedule(id, at);
    const answer = await editor.send(
      `/api/articles/${id}/${noun}`,
      json("DELETE", { reason: "Chờ số liệu" }),
    );
    expect(await answer.json()).toMatchObject({ status, scheduledAt: null });
    await runClock(at + minute);
    expect(await readStatus(slug)).toBe(404);
  });

  test("is published at the time that was set last", async () => {
    const { id, slug } = await submitArticle(reporter, article("Bài đổi giờ"));
    const [early, late] = [minutesAhead(5), minutesAhead(60)];
    await schedule(id, early);
    await schedule(id, late);
    await runClock(early);
    expect(await readStatus(slug)).toBe(404);
    await runClock(late);
    expect(await readStatus(slug)).toBe(200);
  });

  test("can still be published at once", async () => {
    const { id, slug } = await submitArticle(reporter, article("Bài đăng sớm"));
    const at = minutesAhead(60);
    await schedule(id, at);
    await approve(editor, id);
    expect(await readStatus(slug)).toBe(200);
    await runClock(at);
    expect((await readEvents(id)).filter(({ type }) => type === "published").length).toBe(1);
  });
});

describe("the clock", () => {
  test("publishes the other articles when one fails, and retries that one", async () => {
    const at = minutesAhead(5);
    const titles = ["Bài hẹn một", "Bài hẹn hỏng", "Bài hẹn ba"];
    const slugs: string[] = [];
    for (const [n, title] of titles.entries()) {
      const { id, slug } = await submitArticle(reporter, article(title));
      await schedule(id, at + n);
      slugs.push(slug);
    }
    const version = (number: number) =>
      env.DB.prepare(`UPDATE articles SET scheduled_version = ?1 WHERE title = 'Bài hẹn hỏng'`)
        .bind(number)
        .run();
    await version(99);
    await runClock(at + minute);
    expect(await Promise.all(slugs.map(readStatus))).toEqual([200, 404, 200]);
    await version(1);
    await runClock(at + 2 * minute);
    expect(await Promise.all(slugs.map(readStatus))).toEqual([200, 200, 200]);
  });

  test("publishes each article once when two minutes run at once", async () => {
    const { id } = await submitArticle(reporter, article("Bài của hai phút"));
    const at = minutesAhead(5);
    await schedule(id, at);
    await Promise.all([runClock(at), runClock(at)]);
    expect((await readEvents(id)).filter(({ type }) => type === "published").length).toBe(1);
    const row = await env.DB.prepare(`SELECT COUNT(*) AS n FROM changes WHERE article_id = ?1`)
      .bind(id)
      .first();
    expect(row).toEqual({ n: 1 });
  });

  test("publishes many due articles, some in each minute", async () => {
    const at = minutesAhead(5);
    const writers = [reporter, await hire("reporter")];
    const ids: string[] = [];
    for (let n = 0; n < 55; n++) {
      const { id } = await submitArticle(
        writers[n % 2] ?? reporter,
        article(`Bài hẹn hàng loạt ${n}`),
      );
      await schedule(id, at);
      ids.push(id);
    }
    await runClock(at);
    await runClock(at + minute);
    const row = await env.DB.prepare(
      `SELECT COUNT(*) AS n FROM published WHERE article_id IN (SELECT value FROM json_each(?1))`,
    )
      .bind(JSON.stringify(ids))
      .first();
    expect(row).toEqual({ n: 55 });
  });
});

async function readEvents(id: string): Promise<{ type: string; actor_id: string | null }[]> {
  const { results } = await env.DB.prepare(
    `SELECT type, actor_id FROM events WHERE article_id = ?1 ORDER BY number`,
  )
    .bind(id)
    .all<{ type: string; actor_id: string | null }>();
  return results;
}
