import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { runClock } from "../../src/clock.ts";
import { everything } from "../../src/edge-cache/tags.ts";
import { purgeDue } from "../../src/publishing/outbox.ts";
import { requestPurge } from "../../src/publishing/outbox-store.ts";
import worker from "../../src/worker.ts";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, origin } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { minute } from "./minutes.ts";
import { PlatformCache } from "./platform-cache.ts";

const second = 1000;

let reporter: Colleague;
let editor: Colleague;
let cache: PlatformCache;

beforeAll(() => addSections("tin-tuc", "chuyen-doi-so"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
  cache = new PlatformCache();
  vi.spyOn(console, "error").mockReturnValue();
  await env.DB.batch([
    env.DB.prepare(`DELETE FROM outbox`),
    env.DB.prepare(`DELETE FROM settings WHERE name = 'worker-version'`),
  ]);
});

type Row = { attempts: number; rounds: number; wait: number; error: string | null; done: number };

async function outbox(): Promise<Row[]> {
  const { results } = await env.DB.prepare(
    `SELECT attempts, rounds, due_at - created_at AS wait, last_error AS error, done_at IS NOT NULL AS done
     FROM outbox ORDER BY id`,
  ).all<Row>();
  return results;
}

/** Publishes through a Worker behind the platform's cache. */
async function publishBehindCache(id: string): Promise<Response> {
  const request = new Request<unknown, IncomingRequestCfProperties>(
    `${origin}/api/articles/${id}/publication`,
    { method: "PUT", headers: { authorization: `Bearer ${editor.token}` } },
  );
  return worker.fetch(request, env, cache.context());
}

describe("a publication behind the platform's cache", () => {
  test("purges all changed tags in one call before it is answered", async () => {
    const older = await publish(reporter, editor, article("Bài trước"));
    const { id } = await submitArticle(reporter, article("Bài này"));
    await env.DB.prepare(`DELETE FROM outbox`).run();
    expect((await publishBehindCache(id)).status).toBe(200);
    expect(cache.purges.length).toBe(1);
    expect(cache.purges[0]).toEqual(
      expect.arrayContaining([
        `article-${id}`,
        `article-${older.id}`,
        "section-tin-tuc",
        "lists",
        "feeds",
      ]),
    );
    for (const tag of cache.purges[0] ?? []) expect(tag).toMatch(/^[!-~]+$/);
  });

  test("purges both sections when the article moves to another one", async () => {
    const first = await publish(reporter, editor, article("Bài chuyển mục"));
    const moved = article("Bài chuyển mục", { section: "chuyen-doi-so" });
    await revise(reporter, first, moved);
    await env.DB.prepare(`DELETE FROM outbox`).run();
    await publishBehindCache(first.id);
    expect(cache.purges[0]).toEqual(
      expect.arrayContaining(["section-tin-tuc", "section-chuyen-doi-so"]),
    );
  });

  test.each(["refused", "failing"] as const)(
    "succeeds when the purge is %s; the clock purges later",
    async (answers) => {
      const { id } = await submitArticle(reporter, article(`Bài gặp lúc ${answers}`));
      cache.answers = answers;
      expect((await publishBehindCache(id)).status).toBe(200);
      expect(await outbox()).toMatchObject([{ attempts: 1, rounds: 2, wait: minute, done: 0 }]);
      expect((await outbox())[0]?.error).toMatch(/rate limit exceeded|cannot be reached/);
      cache.answers = "done";
      await runClock(env, cache.context(), Date.now() + 2 * minute);
      expect(cache.purges.length).toBe(2);
      expect(cache.purges[1]).toEqual(cache.purges[0]);
      expect(await outbox()).toMatchObject([{ attempts: 0, rounds: 1, error: null, done: 0 }]);
    },
  );

  test("answers 200 although the outbox fails after the commit", async () => {
    const { id } = await submitArticle(reporter, article("Bài lúc sổ việc hỏng"));
    await env.DB.prepare(
      `CREATE TRIGGER broken BEFORE UPDATE ON outbox BEGIN SELECT RAISE (ABORT, 'disk full'); END`,
    ).run();
    const answer = await publishBehindCache(id);
    await env.DB.prepare(`DROP TRIGGER broken`).run();
    expect(answer.status).toBe(200);
    expect(await outbox()).toMatchObject([{ rounds: 2, done: 0 }]);
  });

  test("is purged before its answer although the outbox is long", async () => {
    const now = Date.now();
    for (let n = 0; n < 50; n++) {
      await requestPurge(env.DB, { tags: [`article-${n}`], rounds: 1, at: now - minute }).run();
    }
    const { id } = await submitArticle(reporter, article("Bài sau năm mươi bài"));
    await publishBehindCache(id);
    expect(cache.purges.flat()).toContain(`article-${id}`);
    expect((await outbox()).filter(({ done }) => done === 0).length).toBe(1);
  });
});

describe("a version of the Worker", () => {
  const runVersion = (id: string) =>
    runClock({ ...env, VERSION: { ...env.VERSION, id } }, cache.context(), Date.now());

  test("purges everything once when it replaces another one, also after a rollback", async () => {
    await runVersion("first");
    cache.purges.length = 0;
    for (const id of ["first", "second", "second"]) await runVersion(id);
    expect(cache.purges).toEqual([everything]);
    for (const id of ["first", "first"]) await runVersion(id);
    expect(cache.purges).toEqual([everything, everything]);
  });

  test("purges everything later when the platform refuses", async () => {
    await runVersion("first");
    cache.answers = "refused";
    await expect(runVersion("second")).rejects.toThrow("purging: Error: purge refused");
    cache.answers = "done";
    await env.DB.prepare(`UPDATE outbox SET due_at = 0 WHERE done_at IS NULL`).run();
    cache.purges.length = 0;
    await runVersion("second");
    expect(cache.purges).toEqual([everything]);
  });
});

describe("the outbox", () => {
  test("purges twice: at once, and by the clock half a minute later", async () => {
    const now = Date.now();
    await requestPurge(env.DB, { tags: ["lists"], rounds: 2, at: now }).run();
    await purgeDue(env.DB, cache.context(), now);
    expect(await outbox()).toMatchObject([{ rounds: 1, wait: 30 * second, done: 0 }]);
    await runClock(env, cache.context(), now + 29 * second);
    expect(cache.purges.length).toBe(1);
    await runClock(env, cache.context(), now + 31 * second);
    expect(cache.purges).toEqual([["lists"], ["lists"]]);
    expect(await outbox()).toMatchObject([{ rounds: 0, done: 1 }]);
    await runClock(env, cache.context(), now + 60 * minute);
    expect(cache.purges.length).toBe(2);
  });

  test("keeps its second round when two requests purge at once", async () => {
    const now = Date.now();
    await requestPurge(env.DB, { tags: ["lists"], rounds: 2, at: now }).run();
    await Promise.all([1, 2, 3].map(() => purgeDue(env.DB, cache.context(), now)));
    expect(await outbox()).toMatchObject([{ rounds: 1, done: 0 }]);
  });

  test("retries later and later, at most an hour later, until it succeeds", async () => {
    const start = Date.now();
    await requestPurge(env.DB, { tags: ["lists"], rounds: 2, at: start }).run();
    cache.answers = "refused";
    const waits: number[] = [];
    let now = start;
    for (let n = 0; n < 9; n++) {
      await purgeDue(env.DB, cache.context(), now);
      const due = start + ((await outbox())[0]?.wait ?? 0);
      waits.push((due - now) / minute);
      now = due;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    cache.answers = "done";
    await purgeDue(env.DB, cache.context(), now);
    expect(await outbox()).toMatchObject([{ rounds: 1, attempts: 0 }]);
  });

  test("purges many items together, each tag once, a hundred in one call", async () => {
    const now = Date.now();
    for (let n = 0; n < 30; n++) {
      const tags = ["lists", "feeds", ...Array.from({ length: 8 }, (_, k) => `article-${n}-${k}`)];
      await requestPurge(env.DB, { tags, rounds: 1, at: now }).run();
    }
    await purgeDue(env.DB, cache.context(), now);
    expect(cache.purges.length).toBeLessThan(6);
    for (const tags of cache.purges) {
      expect(tags.length).toBeLessThanOrEqual(100);
      expect(new Set(tags).size).toBe(tags.length);
    }
    expect(new Set(cache.purges.flat()).size).toBe(242);
    expect((await outbox()).every(({ done }) => done === 1)).toBe(true);
  });

  test("splits too many tags into several calls", async () => {
    const now = Date.now();
    const tags = Array.from({ length: 250 }, (_, n) => `photo-${n}`);
    await requestPurge(env.DB, { tags, rounds: 1, at: now }).run();
    await purgeDue(env.DB, cache.context(), now);
    expect(cache.purges.flat()).toEqual(tags);
    expect(Math.max(...cache.purges.map(({ length }) => length))).toBe(100);
  });

  test("deletes items done a month ago, and no others", async () => {
    const now = Date.now();
    await requestPurge(env.DB, { tags: ["lists"], rounds: 1, at: now }).run();
    await purgeDue(env.DB, cache.context(), now);
    cache.answers = "refused";
    await requestPurge(env.DB, { tags: ["feeds"], rounds: 1, at: now }).run();
    const monthLater = runClock(env, cache.context(), now + 31 * 24 * 60 * minute);
    await expect(monthLater).rejects.toThrow("purging: Error: purge refused");
    expect(await outbox()).toMatchObject([{ done: 0, attempts: 1 }]);
  });
});

describe("withdrawal", () => {
  test("purges the article, its photos and its neighbours", async () => {
    const before = await publish(reporter, editor, article("Bài đứng trước"));
    const { id } = await submitArticle(reporter, article("Bài đứng giữa"));
    await approve(editor, id);
    const after = await publish(reporter, editor, article("Bài đứng sau"));
    await env.DB.prepare(`DELETE FROM outbox`).run();
    const init = json("DELETE", { reason: "Sai số liệu" });
    await editor.send(`/api/articles/${id}/publication`, init);
    await purgeDue(env.DB, cache.context(), Date.now() + minute);
    expect(cache.purges[0]).toEqual(
      expect.arrayContaining([`article-${id}`, `article-${before.id}`, `article-${after.id}`]),
    );
  });
});
