import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addViews, findViewDay } from "../../src/published/view-store.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { minute, runClock } from "../publishing/minutes.ts";
import { approve, article, publish, publishAt, revise } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { checkStoredPages, render } from "../support/stored-pages.ts";

const path = "/toa-soan/quan-tri/khoi";

let admin: Staff;
let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc", "khac");
});

beforeEach(async () => {
  [admin, reporter, editor] = await Promise.all([
    hireInBrowser("admin"),
    hireInBrowser("reporter"),
    hireInBrowser("editor"),
  ]);
  await publish(reporter, editor, article("Bài tin tức", { tags: ["Lũ quét"] }));
  await publish(reporter, editor, article("Bài mục khác", { section: "khac" }));
});

afterEach(async () => {
  await checkStoredPages();
  const { results } = await env.DB.prepare("SELECT article_id AS id FROM published").all<{
    id: string;
  }>();
  for (const { id } of results) {
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
  }
  await env.DB.batch(
    ["front_blocks", "front_edits", "topics", "article_views", "most_read"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
});

async function save(fields: Record<string, string>, base = 0): Promise<Response> {
  return admin.post(path, { step: "save", base: String(base), ...fields });
}

/** The blocks of the front page by their ids, in order. */
async function blockIds(): Promise<string[]> {
  const page = await (await send("/")).text();
  return [...page.matchAll(/<h2 class="block-title" id="((?:muc|dong|khoi)-[^"]*)"/g)].map(
    ([, id]) => id ?? "",
  );
}

test("GET /toa-soan/quan-tri/khoi begins with the automatic blocks and is valid HTML", async () => {
  const page = await (await admin.open(path)).text();
  expect(page.match(/value="section:[\w-]+"\s+selected/g)).toHaveLength(2);
  expect(await htmlFaults(page)).toEqual([]);
});

describe("POST /toa-soan/quan-tri/khoi", () => {
  test("orders sections and leaves out those that are not chosen, at once", async () => {
    await fillCache(["/"]);
    expect(await blockIds()).toEqual(["muc-tin-tuc", "muc-khac"]);
    const answer = await save({ "what-0": "section:khac", "what-1": "section:tin-tuc" });
    expect(answer.status).toBe(303);
    expect(await isCached("/")).toBe(false);
    expect(await blockIds()).toEqual(["muc-khac", "muc-tin-tuc"]);
    await save({ "what-3": "section:khac" }, 1);
    expect(await blockIds()).toEqual(["muc-khac"]);
    const log = await env.DB.prepare(
      "SELECT actor_id, detail FROM log WHERE act = 'front.blocks-ordered' ORDER BY id DESC",
    ).first();
    expect(log).toEqual({ actor_id: admin.id, detail: '{"names":"Chuyên mục: Chuyên mục khac"}' });
  });

  test("shows a topic, and an article that joins it with an old date", async () => {
    await admin.post("/toa-soan/quan-tri/dong-su-kien", { slug: "lu-quet", summary: "Lũ" });
    await save({ "what-0": "topic:lu-quet" });
    expect(await blockIds()).toEqual(["dong-lu-quet"]);
    await publishAt({ reporter, editor }, "2019-02-03T08:00:00+07:00", "Bài lũ năm cũ", {
      tags: ["Lũ quét"],
    });
    expect((await render("/")).split("Bài lũ năm cũ").length).toBeGreaterThan(1);
    await admin.post("/toa-soan/quan-tri/dong-su-kien/lu-quet/sua", {
      "name-lu-quet": "Mùa lũ",
      "summary-lu-quet": "Lũ",
    });
    expect(await render("/")).toContain("Mùa lũ");
    await admin.post("/toa-soan/quan-tri/dong-su-kien/lu-quet/xoa");
    expect(await blockIds()).toEqual(["muc-tin-tuc", "muc-khac"]);
  });

  test("shows a banner, whose photo is public until it is erased", async () => {
    const photo = await sendPhoto(admin);
    const file = `/anh/${photo}/480.webp`;
    expect((await send(file)).status).toBe(404);
    const preview = `${path}/xem-truoc?what-0=banner&text-0=An+to%C3%A0n&photo-0=${photo}&address-0=/`;
    const tried = await (await admin.open(preview)).text();
    expect(tried).toContain(`/toa-soan/anh/${photo}/`);
    expect(await htmlFaults(tried)).toEqual([]);
    await save({
      "what-0": "banner",
      "text-0": "Tháng an toàn",
      "photo-0": `https://so.example/toa-soan/anh/${photo}`,
      "address-0": "https://so.example/an-toan",
    });
    await fillCache(["/"]);
    expect(await render("/")).toContain('alt="Tháng an toàn"');
    expect((await send(file)).status).toBe(200);
    const warning = "Khối ảnh trên trang nhất: “Tháng an toàn”";
    expect(await (await admin.open(`/toa-soan/anh/${photo}`)).text()).toContain(warning);
    expect(await (await admin.open(`/toa-soan/anh/${photo}/xoa`)).text()).toContain(warning);
    await admin.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Người trong ảnh yêu cầu" });
    expect(await isCached("/")).toBe(false);
    expect(await render("/")).not.toContain(photo);
    expect((await send(file)).status).toBe(404);
  });

  test("shows a banner as its photo is edited, which its reporter may not do", async () => {
    const photo = await sendPhoto(reporter);
    const banner = { "what-0": "banner", "text-0": "An toàn", "photo-0": photo, "address-0": "/" };
    await save(banner);
    const size = /alt="An toàn"\s+width="(\d+)"\s+height="(\d+)"/;
    const [, width, height] = size.exec(await render("/")) ?? [];
    const edit = `/toa-soan/anh/${photo}/khung`;
    expect((await reporter.post(edit, { rotation: "90" })).status).toBe(403);
    expect((await editor.post(edit, { rotation: "90" })).status).toBe(303);
    const [, newWidth, newHeight] = size.exec(await render("/")) ?? [];
    expect([newWidth, newHeight]).toEqual([height, width]);
    expect(width).not.toBe(height);
  });

  test("shows a row of links", async () => {
    const links = "Bộ KH&CN | https://bo.example/\nCổng tỉnh | https://tinh.example/";
    await save({ "what-0": "links", "text-0": "Liên kết", "links-0": links });
    const page = await render("/");
    expect(page).toContain('<a href="https://bo.example/" rel="noopener">Bộ KH&amp;CN</a>');
    expect(await (await admin.open(path)).text()).toContain("Cổng tỉnh | https://tinh.example/");
  });

  test.each([
    ["a section twice", { "what-1": "section:khac" }, "Khối này đã có ở trên."],
    ["the most read twice", { "what-1": "most-read", "what-2": "most-read" }, "Khối này đã có"],
    ["an unknown section", { "what-1": "section:x" }, "Khối này không còn."],
    ["a banner without a photo", { "what-1": "banner" }, "Không có ảnh này"],
    [
      "more than a name and an address in a line",
      { "what-1": "links", "text-1": "X", "links-1": "X | https://x.example | Y" },
      "Mỗi dòng cần tên",
    ],
    [
      "a script as an address",
      { "what-1": "links", "text-1": "X", "links-1": "X | javascript:alert(1)" },
      "Mỗi dòng cần tên",
    ],
  ])(
    "refuses %s at its field, keeps what was typed, and saves nothing",
    async (_, fields, message) => {
      const answer = await save({ "what-0": "section:khac", ...fields });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toMatch(/value="section:khac"\s+selected/);
      expect(await htmlFaults(page)).toEqual([]);
      expect(await blockIds()).toEqual(["muc-tin-tuc", "muc-khac"]);
    },
  );

  test("refuses a save that began before another one, and keeps what was chosen", async () => {
    await save({ "what-0": "section:khac" });
    const answer = await save({ "what-0": "section:tin-tuc" });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toMatch(/value="section:tin-tuc"\s+selected/);
    expect(page).toContain('name="base" value="1"');
    expect(await blockIds()).toEqual(["muc-khac"]);
  });

  test("moves a block by a button, without saving", async () => {
    const fields = { step: "1:-1", base: "0", "what-1": "section:khac" };
    const page = await (await admin.post(path, fields)).text();
    expect(page.indexOf('value="section:khac" selected')).toBeLessThan(page.indexOf("o-what-1"));
    expect(await blockIds()).toEqual(["muc-tin-tuc", "muc-khac"]);
  });
});

describe("the most read", () => {
  let now = Date.now();
  let ids: string[] = [];

  beforeEach(async () => {
    const titles = ["Bài ít đọc", "Bài đọc nhiều", "Bài nhiều thứ hai"];
    const published = titles.map((title) => publish(reporter, editor, article(title)));
    ids = (await Promise.all(published)).map(({ id }) => id);
    await nextHour([1, 9, 5]);
  });

  /** Adds these views of the articles, and lets the clock runClock an hour later. */
  async function nextHour(views: number[]): Promise<void> {
    now += 60 * minute;
    const day = findViewDay(Date.now());
    const counts = views.map((count, n) => ({ day, article: ids[n] ?? "", views: count }));
    await addViews(env.DB, { at: now, views: counts });
    await runClock(now);
  }

  async function mostReadOnFront(): Promise<string[]> {
    const [, block = ""] = (await render("/")).split('aria-labelledby="doc-nhieu"');
    return listTitles(block.split("</section>")[0] ?? "");
  }

  function listTitles(page: string): string[] {
    return [...page.matchAll(/class="card-title"><a [^>]*>([^<]*)</g)].map(
      ([, title]) => title ?? "",
    );
  }

  const ordered = ["Bài đọc nhiều", "Bài nhiều thứ hai", "Bài ít đọc"];

  test("are on the desk of editors; readers have neither list nor block until an admin adds the block", async () => {
    const desk = await (await editor.open("/toa-soan")).text();
    expect(desk.match(/\d+ lượt/g)).toEqual(["9 lượt", "5 lượt", "1 lượt"]);
    expect(await htmlFaults(desk)).toEqual([]);
    expect(await (await reporter.open("/toa-soan")).text()).not.toContain("9 lượt");
    expect((await send("/doc-nhieu")).status).toBe(404);
    expect(await mostReadOnFront()).toEqual([]);
    await save({ "what-0": "most-read" });
    expect(await mostReadOnFront()).toEqual(ordered);
    const list = await (await send("/doc-nhieu")).text();
    expect(listTitles(list)).toEqual(ordered);
    expect(await htmlFaults(list)).toEqual([]);
  });

  test("are found once an hour, and purge pages only if their order changed", async () => {
    await save({ "what-0": "most-read" });
    await runClock(now + 31 * minute);
    now += 31 * minute;
    await fillCache(["/", "/doc-nhieu"]);
    await nextHour([1, 1, 1]);
    expect([await isCached("/"), await isCached("/doc-nhieu")]).toEqual([true, true]);
    await addViews(env.DB, {
      at: now + 1,
      views: [{ day: findViewDay(Date.now()), article: ids[0] ?? "", views: 50 }],
    });
    await runClock(now + minute);
    expect(await isCached("/doc-nhieu")).toBe(true);
    await nextHour([]);
    expect([await isCached("/"), await isCached("/doc-nhieu")]).toEqual([false, false]);
    const changed = ["Bài ít đọc", "Bài đọc nhiều", "Bài nhiều thứ hai"];
    expect(await mostReadOnFront()).toEqual(changed);
  });

  test("lose an article at once when it is withdrawn, and show a new title", async () => {
    await save({ "what-0": "most-read" });
    await fillCache(["/", "/doc-nhieu"]);
    const path = `/api/articles/${ids[1]}/publication`;
    await editor.send(path, json("DELETE", { reason: "Sai" }));
    expect([await isCached("/"), await isCached("/doc-nhieu")]).toEqual([false, false]);
    expect(await mostReadOnFront()).toEqual(ordered.slice(1));
    await revise(reporter, { id: ids[2] ?? "", version: 1 }, article("Bài đổi tên"));
    await approve(editor, ids[2] ?? "");
    expect(await mostReadOnFront()).toEqual(["Bài đổi tên", "Bài ít đọc"]);
    expect(listTitles(await render("/doc-nhieu"))).toEqual(["Bài đổi tên", "Bài ít đọc"]);
  });
});
