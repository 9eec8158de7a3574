import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { correctDatePath, newsroomArticlePath } from "../../src/addresses/newsroom.ts";
import { correctPublicationDate } from "../../src/publishing/date-correction.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { publishAt } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, asActor, json, send } from "../support/newsroom.ts";
import { readText } from "../support/pages.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let admin: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
  editor = await hireInBrowser("editor");
  admin = await hireInBrowser("admin");
});

/** An article of May, and one of April that the correction passes. Each test has a year of its own. */
let moved: ArticleStatus;
let passed: ArticleStatus;
let year = 2000;
let corrected = "";

beforeEach(async () => {
  year += 1;
  corrected = `${year}-03-02T09:30`;
  const words = { tags: [`Ngày đăng ${year}`] };
  const newsroom = { reporter, editor };
  passed = await publishAt(newsroom, `${year}-04-10T08:00:00+07:00`, `Bài tháng tư ${year}`, words);
  moved = await publishAt(newsroom, `${year}-05-10T08:00:00+07:00`, `Bài sai ngày ${year}`, words);
});

const reason = "Đồng hồ máy chủ chạy sai";

/** The fields of the form on the article page. */
async function fieldsFor(date: string): Promise<Record<string, string>> {
  const page = await (await admin.open(newsroomArticlePath(moved.id))).text();
  const event = /name="event" value="(\d+)"/.exec(page)?.[1] ?? "";
  return { event, publishedAt: date, "date-reason": reason };
}

async function correctDate(): Promise<void> {
  const fields = { ...(await fieldsFor(corrected)), "confirmed-date": corrected };
  const answer = await admin.post(correctDatePath(moved.id), fields);
  expect(answer.status).toBe(303);
}

async function readDate(id: string): Promise<unknown> {
  const { publishedAt } = await (await send(`/api/articles/${id}`)).json<{ publishedAt: string }>();
  return publishedAt;
}

describe("POST /toa-soan/bai/:id/ngay-dang", () => {
  test("shows both dates and changes nothing before they are confirmed", async () => {
    const answer = await admin.post(correctDatePath(moved.id), await fieldsFor(corrected));
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(await htmlFaults(page)).toEqual([]);
    expect(page).toContain(`Đổi ngày đăng từ 10/05/${year} 08:00 thành 02/03/${year} 09:30?`);
    expect(page).toContain(`name="confirmed-date" value="${corrected}"`);
    expect(page).toContain(reason);
    expect(await readDate(moved.id)).toBe(`${year}-05-10T08:00:00+07:00`);
  });

  test("asks again when the date was changed after it was confirmed", async () => {
    const fields = { ...(await fieldsFor(`${year}-03-03T09:30`)), "confirmed-date": corrected };
    const answer = await admin.post(correctDatePath(moved.id), fields);
    expect(await answer.text()).toContain(`thành 03/03/${year} 09:30?`);
    expect(await readDate(moved.id)).toBe(`${year}-05-10T08:00:00+07:00`);
  });

  test("moves the article in lists, months, feeds, search and the sitemap", async () => {
    await correctDate();
    const iso = `${year}-03-02T09:30:00+07:00`;
    const page = await readText(`/bai-viet/${moved.slug}`);
    expect(page).toContain(`"datePublished":"${iso}"`);
    expect(page).not.toContain("Cập nhật");

    const { articles } = await (
      await send("/api/articles?limit=100")
    ).json<{ articles: { id: string }[] }>();
    const ids = articles.map(({ id }) => id);
    expect(ids.indexOf(moved.id)).toBeGreaterThan(ids.indexOf(passed.id));

    const tagPage = await readText(`/the/ngay-dang-${year}`);
    expect(tagPage.indexOf(moved.slug)).toBeGreaterThan(tagPage.indexOf(passed.slug));

    expect(await readText(`/luu-tru/${year}/03`)).toContain(moved.slug);
    expect((await send(`/luu-tru/${year}/05`)).status).toBe(404);

    const feed = await (
      await send("/feed.json")
    ).json<{ items: { url: string; date_published: string }[] }>();
    const item = feed.items.find(({ url }) => url.endsWith(moved.slug));
    expect(item?.date_published).toBe(iso);

    const found = await readText(`/tim-kiem?q=${encodeURIComponent(`"Bài sai ngày ${year}"`)}`);
    expect(found).toContain(`02/03/${year}`);

    expect(await readText(`/sitemap-${year}-03.xml`)).toContain(moved.slug);
    expect((await send(`/sitemap-${year}-05.xml`)).status).toBe(404);
  });

  test("leaves each month with its count, and one row of each table", async () => {
    await correctDate();
    const { results } = await env.DB.prepare(
      `SELECT published_months.month, published_months.articles, COUNT(*) AS counted
       FROM published_months JOIN published
         ON strftime('%Y-%m', (published.published_at + 25200000) / 1000, 'unixepoch') = published_months.month
       GROUP BY published_months.month`,
    ).all<{ articles: number; counted: number }>();
    for (const { articles, counted } of results) expect(articles).toBe(counted);
    const orphans = await env.DB.prepare(
      `SELECT (SELECT COUNT(*) FROM feed_items WHERE position NOT IN (SELECT position FROM published)) AS items,
         (SELECT COUNT(*) FROM published_labels WHERE position NOT IN (SELECT position FROM published)) AS labels,
         (SELECT COUNT(*) FROM search WHERE rowid NOT IN (SELECT position FROM published)) AS words`,
    ).first();
    expect(orphans).toEqual({ items: 0, labels: 0, words: 0 });
  });

  test("adds an update to the change log, and an event with both dates and the reason", async () => {
    await correctDate();
    const change = await env.DB.prepare(
      "SELECT type FROM changes WHERE article_id = ?1 ORDER BY seq DESC LIMIT 1",
    )
      .bind(moved.id)
      .first("type");
    expect(change).toBe("updated");
    const page = await (await admin.open(newsroomArticlePath(moved.id))).text();
    expect(page).toContain("sửa ngày đăng");
    expect(page).toContain(`Từ 10/05/${year} 08:00 thành 02/03/${year} 09:30: ${reason}`);
    expect(await (await send(`/api/articles/${moved.id}`)).json()).toMatchObject({
      updatedAt: null,
      version: 1,
    });
  });

  test("checks the delivery of the page and the feed again", async () => {
    const before = Date.now();
    await correctDate();
    const check = await env.DB.prepare(
      "SELECT problem, checked_at >= ?2 AS again FROM receipts WHERE article_id = ?1",
    )
      .bind(moved.id, before)
      .first();
    expect(check).toEqual({ problem: null, again: 1 });
  });

  test("purges both months and the neighbours of both places", async () => {
    const newsroom = { reporter, editor };
    const older = await publishAt(newsroom, `${year}-03-02T09:00:00+07:00`, `Bài cạnh ${year}`);
    await env.DB.prepare("DELETE FROM outbox").run();
    await correctDate();
    const payload = await env.DB.prepare("SELECT payload FROM outbox").first<string>("payload");
    for (const part of [`${year}-03`, `${year}-05`, moved.id, passed.id, older.id]) {
      expect(payload).toContain(part);
    }
  });

  test("a repeated request changes nothing more", async () => {
    const fields = { ...(await fieldsFor(corrected)), "confirmed-date": corrected };
    const answers = [
      await admin.post(correctDatePath(moved.id), fields),
      await admin.post(correctDatePath(moved.id), fields),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const events = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM events WHERE article_id = ?1 AND type = 'redated'",
    )
      .bind(moved.id)
      .first("n");
    expect(events).toBe(1);
  });

  test.each([
    ["", "Hãy chọn ngày và giờ đăng."],
    ["1989-12-31T23:59", "Ngày đăng không thể trước năm 1990; hãy kiểm tra lại năm."],
    ["2999-01-01T00:00", "Ngày đăng không thể ở sau lúc này."],
    ["YYYY-05-10T08:00", "Ngày này trùng với ngày đăng hiện nay."],
    ["YYYY-02-30T08:00", "Hãy chọn ngày và giờ đăng."],
  ])("refuses the date %j at its field", async (typed, message) => {
    const date = typed.replace("YYYY", String(year));
    const fields = { ...(await fieldsFor(date)), "confirmed-date": date };
    const answer = await admin.post(correctDatePath(moved.id), fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`href="#o-publishedAt"`);
    expect(page).toContain(message);
    expect(page).toContain(reason);
    expect(await readDate(moved.id)).toBe(`${year}-05-10T08:00:00+07:00`);
  });

  test("refuses a correction without a reason, at its field", async () => {
    const fields = { ...(await fieldsFor(corrected)), "date-reason": " " };
    const answer = await admin.post(correctDatePath(moved.id), fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`href="#o-date-reason"`);
  });

  test("403 for its reporter and for an editor, who are not offered the form", async () => {
    const fields = { ...(await fieldsFor(corrected)), "confirmed-date": corrected };
    for (const person of [reporter, editor]) {
      expect((await person.post(correctDatePath(moved.id), fields)).status).toBe(403);
      const page = await (await person.open(newsroomArticlePath(moved.id))).text();
      expect(page).not.toContain(correctDatePath(moved.id));
    }
    expect(await readDate(moved.id)).toBe(`${year}-05-10T08:00:00+07:00`);
  });
});

describe("correctPublicationDate", () => {
  const publishedAt = Date.parse(`${year}-03-02T09:30:00+07:00`);

  test("refuses an editor, and an article that readers cannot see", async () => {
    const now = Date.now();
    const byEditor = { db: env.DB, actor: asActor(editor, "editor"), now };
    const change = { publishedAt, reason };
    await expect(correctPublicationDate(byEditor, moved.id, change)).rejects.toMatchObject({
      code: "forbidden",
    });
    await editor.send(`/api/articles/${moved.id}/publication`, json("DELETE", { reason: "Sai" }));
    const byAdmin = { db: env.DB, actor: asActor(admin, "admin"), now };
    await expect(correctPublicationDate(byAdmin, moved.id, change)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
