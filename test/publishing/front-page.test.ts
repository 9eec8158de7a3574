import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { runClock } from "../../src/clock.ts";
import { forgetSettings } from "../../src/context.ts";
import { maxNewest, maxOlder } from "../../src/published/front-page.ts";
import { refreshFrontPage } from "../../src/published/front-page-store.ts";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { approve, article, publish, revise, submitArticle } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { send } from "../support/newsroom.ts";
import { titlesOn } from "../support/pages.ts";
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

describe("the stored front page", () => {
  test("has an article as soon as its publication is answered", async () => {
    await publish(reporter, editor, article("Bài thứ hai", { section: "khac" }));
    expect(await titlesOn("/")).toEqual(["Bài thứ hai", "Bài đầu", "Bài đầu", "Bài thứ hai"]);
  });

  test("has the new title and section of an updated article", async () => {
    await revise(reporter, first, article("Bài đầu đã sửa", { section: "khac" }));
    await approve(editor, first.id);
    expect(await titlesOn("/")).toEqual(["Bài đầu đã sửa", "Bài đầu đã sửa"]);
    expect(await (await send("/")).text()).toContain('id="muc-khac"');
  });

  test("has no withdrawn article, and has it again when it is published again", async () => {
    await withdraw(first.id);
    expect(await titlesOn("/")).toEqual([]);
    await approve(editor, first.id);
    expect(await titlesOn("/")).toEqual(["Bài đầu", "Bài đầu"]);
  });

  test("has a scheduled article when the clock has published it", async () => {
    const { id } = await submitArticle(reporter, article("Bài hẹn giờ"));
    const at = Date.now() + 60 * 60 * 1000;
    await approve(editor, id, { at: new Date(at).toISOString() });
    expect(await titlesOn("/")).not.toContain("Bài hẹn giờ");
    await runClock(env, createExecutionContext(), at + 1000);
    expect(await titlesOn("/")).toContain("Bài hẹn giờ");
  });

  test("has no erased photo", async () => {
    const photo = await sendPhoto(reporter);
    await publish(reporter, editor, article("Bài có ảnh", { leadPhoto: { photo, alt: "Cầu" } }));
    expect(await (await send("/")).text()).toContain(photo);
    await editor.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Người trong ảnh yêu cầu" });
    const page = await (await send("/")).text();
    expect(page).toContain("Bài có ảnh");
    expect(page).not.toContain(photo);
  });

  test("names a section as it is named now, and orders its blocks as the sections", async () => {
    await publish(reporter, editor, article("Bài mục khác", { section: "khac" }));
    const sections = "/toa-soan/quan-tri/chuyen-muc";
    await admin.post(`${sections}/khac/ten`, { "name-khac": "Chuyển đổi số" });
    await admin.post(`${sections}/khac/len`);
    const page = await (await send("/")).text();
    expect(page.split("Chuyển đổi số").length).toBeGreaterThan(3);
    expect(page).not.toContain("Chuyên mục khac");
    expect(page.indexOf('id="muc-khac"')).toBeLessThan(page.indexOf('id="muc-tin-tuc"'));
    await admin.post(`${sections}/khac/xuong`);
    await admin.post(`${sections}/khac/ten`, { "name-khac": "Chuyên mục khac" });
  });

  test("stands in the site's present name and colours", async () => {
    await env.DB.prepare(
      `INSERT INTO settings (name, value, changed_at) VALUES ('SITE_NAME', '"Tên mới của trang"', 1)`,
    ).run();
    forgetSettings();
    expect(await render("/")).toContain("Tên mới của trang – ");
    await env.DB.prepare("DELETE FROM settings").run();
    forgetSettings();
  });

  test("is empty without the projection, and comes back with a rebuild", async () => {
    await env.DB.batch([
      env.DB.prepare("DELETE FROM published_photos"),
      env.DB.prepare("DELETE FROM published_labels"),
      env.DB.prepare("DELETE FROM published"),
    ]);
    expect(await render("/")).toContain("Chưa có bài viết nào được đăng.");
    await rebuildProjection(env.DB, { after: null, limit: 1000 }, Date.now());
    expect(await render("/")).toContain("Bài đầu");
  });

  test("is chosen from the lists while a release with another format stored it, and then stored", async () => {
    await env.DB.prepare(`UPDATE stored_pages SET format = 0, content = '{"lead":null}'`).run();
    expect(await render("/")).toContain("Bài đầu");
    const content = await env.DB.prepare(
      "SELECT content FROM stored_pages WHERE name = 'front'",
    ).first<string>("content");
    expect(content).toContain("Bài đầu");
  });

  test("is not stored as current when another publication came between reading and storing", async () => {
    await env.DB.prepare("UPDATE stored_pages SET format = 0").run();
    const overtaken = overtakenDatabase("UPDATE published SET title = 'Tên khác'");
    await refreshFrontPage(overtaken);
    expect(await isStored("front")).toBe(false);
    expect(await render("/")).toContain("Tên khác");
  });

  test("is left alone by articles that are too old for it", async () => {
    // With the first: as many as the page is chosen from.
    for (let n = 1; n < maxNewest + maxOlder; n++) {
      await publish(reporter, editor, article(`Tin ngắn số ${n} của ngày`));
    }
    const before = await changeNumber("front");
    const { id } = await submitArticle(reporter, article("Bài ngày xưa"));
    const old = await approve(editor, id, { at: "2019-05-06T08:00:00+07:00" });
    await revise(reporter, old, article("Bài ngày xưa sửa tên"));
    await approve(editor, id);
    await withdraw(id);
    expect(await changeNumber("front")).toBe(before);
    await withdraw(first.id);
    expect(await changeNumber("front")).toBeGreaterThan(before);
  });
});
