import {
  createExecutionContext,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { app } from "../../src/app.ts";
import {
  addViews,
  findViewDay,
  readViewCounts,
  sumOldViews,
} from "../../src/published/view-store.ts";
import { article, publish } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, origin, send } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const browser =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";

let reporter: Staff;
let editor: Staff;
let published: ArticleStatus;
let made = 0;
let readers = 0;

beforeAll(async () => {
  await addSections("tin-tuc");
});

beforeEach(async () => {
  [reporter, editor] = await Promise.all([hireInBrowser("reporter"), hireInBrowser("editor")]);
  published = await publish(reporter, editor, article(`Bài được đếm ${++made}`));
});

afterEach(async () => {
  await write();
  await env.DB.batch(
    ["article_views", "older_views"].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  );
});

function counter() {
  return env.VIEW_COUNTER.getByName("site");
}

/** Makes the counter write what waits to D1, as its alarm does after ten minutes. */
async function write(): Promise<void> {
  while (await runDurableObjectAlarm(counter())) {
    // Another alarm is set while some views still wait.
  }
}

/** What the page of the article lets its script send. */
async function signedView({ slug }: ArticleStatus): Promise<string> {
  const page = await (await send(`/bai-viet/${slug}`)).text();
  return /data-views="([^"]*)"/.exec(page)?.[1] ?? "";
}

/** Sends a view as the script of a page does, each from another address unless `headers` has one. */
async function view(signed: string, headers: Record<string, string> = {}): Promise<void> {
  const from = `10.3.${++readers >> 8}.${readers & 255}`;
  const answer = await send(`/luot-xem/${signed}`, {
    method: "POST",
    headers: { ...sameOrigin, "user-agent": browser, "cf-connecting-ip": from, ...headers },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("cache-control")).toBe("no-store");
}

async function total({ id }: Pick<ArticleStatus, "id">): Promise<number> {
  return (await readViewCounts(env.DB, [id], Date.now())).get(id)?.total ?? -1;
}

describe("POST /luot-xem/:view", () => {
  test("counts each view; staff see the counts on the article page and in the list", async () => {
    const signed = await signedView(published);
    for (let n = 0; n < 3; n++) await view(signed);
    expect(await total(published)).toBe(0);
    await write();
    const line = "Lượt xem: 3 trong 7 ngày, 3 trong 30 ngày, tổng 3";
    expect(await (await editor.open(`/toa-soan/bai/${published.id}`)).text()).toContain(line);
    expect(await (await editor.open("/toa-soan/bai")).text()).toContain(line);
  });

  test("asks D1 nothing", async () => {
    const database = new Proxy(env.DB, {
      get: () => {
        throw new Error("counting a view asks D1");
      },
    });
    const request = new Request(`${origin}/luot-xem/${await signedView(published)}`, {
      method: "POST",
      headers: { ...sameOrigin, "user-agent": browser },
    });
    const answer = await app.fetch(request, { ...env, DB: database }, createExecutionContext());
    expect(answer.status).toBe(204);
    await write();
    expect(await total(published)).toBe(1);
  });

  test("stores no address, and nothing but the day, the article and a number", async () => {
    await view(await signedView(published), { "cf-connecting-ip": "203.0.113.77" });
    const rows = await runInDurableObject(counter(), (_, { storage }) =>
      storage.sql.exec("SELECT * FROM waiting_views").toArray(),
    );
    const day = findViewDay(Date.now());
    expect(rows).toEqual([{ batch: 0, day, article: published.id, views: 1 }]);
  });

  test("counts ten for one with that sampling, and does not believe another", async () => {
    const every = await signedView(published);
    const variables = { ...env, VIEW_SAMPLING: "10" };
    const page = await app.fetch(
      new Request(`${origin}/bai-viet/${published.slug}`),
      variables,
      createExecutionContext(),
    );
    const tenth = /data-views="(10-[^"]*)"/.exec(await page.text())?.[1] ?? "";
    await view(tenth);
    await view(every.replace("1-", "100-"));
    await view(tenth.replace("10-", "1-"));
    await view(every.replace(published.id, "0123456789abcdef"));
    await view("x");
    await write();
    expect(await total(published)).toBe(10);
  });

  test.each([
    ["a robot", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" }],
    ["a browser without a window", { "user-agent": "Mozilla/5.0 HeadlessChrome/140.0" }],
    ["a program without a name", { "user-agent": "" }],
    ["a prefetch", { "sec-purpose": "prefetch;prerender" }],
    ["a reader who asks not to be tracked", { dnt: "1" }],
    ["a reader with Global Privacy Control", { "sec-gpc": "1" }],
    ["a page of another site", { "sec-fetch-site": "cross-site", origin: "https://khac.example" }],
  ])("does not count %s", async (_, headers: Record<string, string>) => {
    await view(await signedView(published), headers);
    await write();
    expect(await total(published)).toBe(0);
  });

  test("counts at most ten views of one article from one network in ten minutes", async () => {
    const signed = await signedView(published);
    for (let n = 0; n < 15; n++) await view(signed, { "cf-connecting-ip": "10.4.0.1" });
    for (let n = 1; n < 15; n++) await view(signed, { "cf-connecting-ip": `2001:db8::${n}` });
    await view(signed, { "cf-connecting-ip": "2001:db8:0:0:9::1" });
    await view(signed, { "cf-connecting-ip": "2001:db8:0:1::1" });
    await write();
    expect(await total(published)).toBe(10 + 10 + 1);
  });

  test("does not reach the counter from an address that sends without end", async () => {
    const signed = await signedView(published);
    const count = vi.spyOn(env.VIEW_LIMIT, "limit");
    for (let n = 0; n < 70; n++) await view(signed, { "cf-connecting-ip": "10.4.0.2" });
    const answers = await Promise.all(count.mock.results.map(({ value }) => value));
    count.mockRestore();
    expect(answers.filter(({ success }) => !success).length).toBeGreaterThanOrEqual(5);
  });

  test("counts no views of an article that was withdrawn meanwhile", async () => {
    await view(await signedView(published));
    await editor.send(
      `/api/articles/${published.id}/publication`,
      json("DELETE", { reason: "Sai" }),
    );
    await write();
    expect(await total(published)).toBe(0);
  });

  test("the page has nothing to send if the setting is off, in previews and in standing pages", async () => {
    const off = await app.fetch(
      new Request(`${origin}/bai-viet/${published.slug}`),
      { ...env, VIEW_SAMPLING: "off" },
      createExecutionContext(),
    );
    expect(await off.text()).not.toContain("data-views");
    const preview = await editor.open(`/toa-soan/bai/${published.id}/xem-truoc`);
    expect(await preview.text()).not.toContain("data-views");
  });
});

describe("the counter", () => {
  test("loses nothing when it restarts, and when D1 fails", async () => {
    const signed = await signedView(published);
    await view(signed);
    await evictDurableObject(counter());
    await view(signed);
    await env.DB.exec("ALTER TABLE article_views RENAME TO hidden_views");
    await expect(runDurableObjectAlarm(counter())).rejects.toThrow("article_views");
    await env.DB.exec("ALTER TABLE hidden_views RENAME TO article_views");
    await view(signed);
    await write();
    expect(await total(published)).toBe(3);
  });

  test("adds a batch once, also when it sends it twice", async () => {
    const day = findViewDay(Date.now());
    const batch = { at: 5, views: [{ day, article: published.id, views: 7 }] };
    await addViews(env.DB, batch);
    await addViews(env.DB, batch);
    await addViews(env.DB, { ...batch, at: 6 });
    expect(await total(published)).toBe(14);
  });

  test("writes 150 rows in ten minutes, the largest counts first, however many views there are", async () => {
    const day = findViewDay(Date.now());
    await runInDurableObject(counter(), async (_, { storage }) => {
      for (let n = 0; n < 200; n++) {
        const values = [day, `bai-${n}`, n === 199 ? 50 : 1] as const;
        storage.sql.exec("INSERT INTO waiting_views VALUES (0, ?, ?, ?)", ...values);
      }
      await storage.setAlarm(Date.now() + 60_000);
    });
    expect(await runDurableObjectAlarm(counter())).toBe(true);
    const waiting = await runInDurableObject(counter(), (_, { storage }) =>
      storage.sql.exec("SELECT COUNT(*) AS count, MAX(views) AS most FROM waiting_views").one(),
    );
    expect(waiting).toEqual({ count: 50, most: 1 });
  });
});

describe("counts by days", () => {
  const day = 24 * 60 * 60 * 1000;

  async function add(daysAgo: number, views: number): Promise<void> {
    const at = Date.now() - daysAgo * day;
    await addViews(env.DB, { at, views: [{ day: findViewDay(at), article: published.id, views }] });
  }

  async function counts() {
    return (await readViewCounts(env.DB, [published.id], Date.now())).get(published.id);
  }

  test("a week, a month and all; days are added up after a month", async () => {
    for (const [daysAgo, views] of [
      [0, 1],
      [6, 10],
      [7, 100],
      [29, 1000],
      [30, 10_000],
      [33, 100_000],
    ] as const) {
      await add(daysAgo, views);
    }
    const all = { week: 11, month: 1111, total: 111_111 };
    expect(await counts()).toEqual(expect.objectContaining(all));
    await sumOldViews(env.DB, Date.now());
    await sumOldViews(env.DB, Date.now());
    expect(await counts()).toEqual(expect.objectContaining(all));
    const rows = await env.DB.prepare("SELECT COUNT(*) FROM article_views").first("COUNT(*)");
    expect(rows).toBe(4);
  });

  test("a day begins at midnight in Vietnam", () => {
    const midnight = Date.parse("2026-11-30T00:00+07:00");
    expect(findViewDay(midnight) - findViewDay(midnight - 1)).toBe(1);
  });
});
