import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { runClock } from "../../src/clock.ts";
import { forgetSettings } from "../../src/context.ts";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { feedPageSize, refreshStoredFeed } from "../../src/publishing/stored-pages.ts";
import { approve, article, publish, revise, submitArticle } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { origin } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import type { Staff } from "../support/staff.ts";
import {
  changeNumber,
  isStored,
  overtakenDatabase,
  render,
  useStoredPages,
  withdrawArticle,
} from "../support/stored-pages.ts";

let reporter: Staff;
let editor: Staff;
let admin: Staff;
let first: ArticleStatus;

useStoredPages((newsroom) => ({ reporter, editor, admin, first } = newsroom));

const withdraw = (id: string): Promise<void> => withdrawArticle(editor, id);

type Feed = { title: string; next_url?: string; items: { title: string; content_html: string }[] };

async function readFeed(path = "/feed.json"): Promise<Feed> {
  return JSON.parse(await render(path)) as Feed;
}

async function titlesInFeed(): Promise<string[]> {
  return (await readFeed()).items.map(({ title }) => title);
}

describe("the stored feed", () => {
  test("has an article from its publication until its withdrawal, with its present text", async () => {
    const second = await publish(reporter, editor, article("Bài thứ hai"));
    expect(await titlesInFeed()).toEqual(["Bài thứ hai", "Bài đầu"]);
    const frontBefore = await changeNumber("front");
    await revise(reporter, second, article("Bài thứ hai", { body: "Đoạn khác của bài." }));
    await approve(editor, second.id);
    expect(await changeNumber("front")).toBe(frontBefore);
    expect((await readFeed()).items[0]?.content_html).toContain("Đoạn khác của bài.");
    await withdraw(second.id);
    expect(await titlesInFeed()).toEqual(["Bài đầu"]);
  });

  test("has a scheduled article when the clock has published it", async () => {
    const { id } = await submitArticle(reporter, article("Bài hẹn giờ"));
    const at = Date.now() + 60 * 60 * 1000;
    await approve(editor, id, { at: new Date(at).toISOString() });
    expect(await titlesInFeed()).not.toContain("Bài hẹn giờ");
    await runClock(env, createExecutionContext(), at + 1000);
    expect(await titlesInFeed()).toContain("Bài hẹn giờ");
  });

  test("has no photo that was erased from a body", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đoạn đầu của bài.\n\n![Cầu](photo:${photo})\n\nĐoạn cuối của bài.`;
    await publish(reporter, editor, article("Bài có ảnh", { body }));
    expect(await render("/feed.json")).toContain(photo);
    await editor.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Người trong ảnh yêu cầu" });
    expect(await titlesInFeed()).toContain("Bài có ảnh");
    expect(await render("/feed.json")).not.toContain(photo);
  });

  test("has a correction as soon as it is published", async () => {
    const correction = "Bài trước ghi sai số liệu.";
    await editor.post(`/toa-soan/bai/${first.id}/dinh-chinh`, { event: "3", correction });
    expect((await readFeed()).items[0]?.content_html).toContain(correction);
    expect(await isStored("feed")).toBe(true);
  });

  test("names a section as it is named now", async () => {
    const name = "/toa-soan/quan-tri/chuyen-muc/tin-tuc/ten";
    await admin.post(name, { "name-tin-tuc": "Tin trong tỉnh" });
    expect(await render("/feed.json")).toContain('"name":"Tin trong tỉnh"');
    expect(await isStored("feed")).toBe(true);
    await admin.post(name, { "name-tin-tuc": "Chuyên mục tin-tuc" });
  });

  test("stands under the site's present name and address", async () => {
    await env.DB.prepare(
      `INSERT INTO settings (name, value, changed_at) VALUES ('SITE_NAME', '"Tên mới của trang"', 1)`,
    ).run();
    forgetSettings();
    expect((await readFeed()).title).toBe("Tên mới của trang");
    await env.DB.prepare("DELETE FROM settings").run();
    forgetSettings();
    const moved = { ...env, BASE_URL: "https://moi.example" };
    const request = new Request(`${moved.BASE_URL}/feed.json`);
    const text = await (await app.fetch(request, moved, createExecutionContext())).text();
    expect(text).toContain(`"url":"${moved.BASE_URL}/bai-viet/${first.slug}"`);
    expect(text).not.toContain(origin);
  });

  test("is empty without the projection, and comes back with a rebuild", async () => {
    await env.DB.batch([
      env.DB.prepare("DELETE FROM published_photos"),
      env.DB.prepare("DELETE FROM published_labels"),
      env.DB.prepare("DELETE FROM feed_items"),
      env.DB.prepare("DELETE FROM published"),
    ]);
    expect(await titlesInFeed()).toEqual([]);
    await rebuildProjection(env.DB, { after: null, limit: 1000 }, Date.now());
    expect(await titlesInFeed()).toEqual(["Bài đầu"]);
  });

  test("is made of the articles while a release with another format stored it, and then stored", async () => {
    await env.DB.prepare("UPDATE stored_pages SET format = 0, content = ''").run();
    expect(await titlesInFeed()).toEqual(["Bài đầu"]);
    expect(await isStored("feed")).toBe(true);
  });

  test("is not stored while one of its articles must be rendered again", async () => {
    await env.DB.prepare("UPDATE published SET photos = NULL").run();
    await refreshStoredFeed(env.DB);
    expect(await isStored("feed")).toBe(false);
    expect(await titlesInFeed()).toEqual(["Bài đầu"]);
    expect(await isStored("feed")).toBe(true);
  });

  test("is not stored as current when another publication came between reading and storing", async () => {
    await env.DB.prepare("UPDATE stored_pages SET format = 0").run();
    await refreshStoredFeed(overtakenDatabase("UPDATE feed_items SET begun = begun || 'x'"));
    expect(await isStored("feed")).toBe(false);
    expect((await readFeed()).items[0]?.content_html).toMatch(/x$/);
  });

  test("leads to the other pages without a gap, and is left alone by articles on them", async () => {
    const all = ["Bài đầu"];
    for (let n = 1; n < feedPageSize + 2; n++) {
      await publish(reporter, editor, article(`Tin ngắn số ${n} của ngày`));
      all.unshift(`Tin ngắn số ${n} của ngày`);
    }
    const { items, next_url: next = "" } = await readFeed();
    const rest = await readFeed(next.replace(origin, ""));
    expect([...items, ...rest.items].map(({ title }) => title)).toEqual(all);
    expect(items).toHaveLength(feedPageSize);
    expect(rest).not.toHaveProperty("next_url");

    const before = await changeNumber("feed");
    const { id } = await submitArticle(reporter, article("Bài ngày xưa"));
    await approve(editor, id, { at: "2019-05-06T08:00:00+07:00" });
    await withdraw(id);
    await withdraw(first.id);
    expect(await changeNumber("feed")).toBe(before);
    // The newest article of the second page decides whether the first page has a next one.
    const { results } = await env.DB.prepare(
      "SELECT article_id AS id FROM published ORDER BY position DESC LIMIT 1 OFFSET ?1",
    )
      .bind(feedPageSize)
      .all<{ id: string }>();
    for (const older of results) await withdraw(older.id);
    expect(await changeNumber("feed")).toBeGreaterThan(before);
    expect(await readFeed()).not.toHaveProperty("next_url");
  });
});
