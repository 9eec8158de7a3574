import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import { readText } from "../support/pages.ts";
import type { Colleague } from "../support/newsroom.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc", "chuyen-doi-so");
  reporter = await hire("reporter");
  editor = await hire("editor");
});

/** All public pages and feeds that show the newest articles. */
const lists = [
  "/",
  "/chuyen-muc/tin-tuc",
  "/feed.json",
  "/rss.xml",
  "/chuyen-muc/tin-tuc/feed.json",
];

async function fillCache(paths: string[]): Promise<void> {
  for (const path of paths) {
    await readText(path);
    expect((await send(path)).headers.get("cf-cache-status"), path).toBe("HIT");
  }
}

describe("publication", () => {
  test("shows the article at once on its page, in lists and feeds, although all were cached", async () => {
    await fillCache(lists);
    const { slug } = await publish(reporter, editor, article("Bài mới toanh"));
    for (const path of [...lists, `/bai-viet/${slug}`]) {
      expect(await readText(path), path).toContain("Bài mới toanh");
    }
  });

  test("shows an edit at once after its approval, and not before", async () => {
    const first = await publish(reporter, editor, article("Bài sẽ sửa"));
    const path = `/bai-viet/${first.slug}`;
    await fillCache([path, ...lists]);
    const revised = await revise(reporter, first, article("Bài sẽ sửa", { lede: "Sapo đã sửa." }));
    for (const page of [path, ...lists]) {
      expect(await readText(page), page).not.toContain("Sapo đã sửa.");
    }
    expect(revised).toMatchObject({ status: "submitted", version: 2, publishedVersion: 1 });
    await approve(editor, first.id);
    for (const page of [path, "/feed.json", "/rss.xml"]) {
      expect(await readText(page), page).toContain("Sapo đã sửa.");
    }
  });

  test("answers a returning browser's If-None-Match with the new page, and with 304 only while it is the same", async () => {
    const first = await publish(reporter, editor, article("Bài có thẻ"));
    const path = `/bai-viet/${first.slug}`;
    const etag = (await send(path)).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const again = await send(path, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    await revise(reporter, first, article("Bài có thẻ", { lede: "Sapo khác hẳn." }));
    await approve(editor, first.id);
    const fresh = await send(path, { headers: { "if-none-match": etag } });
    expect(fresh.status).toBe(200);
    expect(await fresh.text()).toContain("Sapo khác hẳn.");
  });

  test("gives an article with a new title a new URL, and redirects the old one", async () => {
    const first = await publish(reporter, editor, article("Tên bài lúc đầu"));
    await revise(reporter, first, article("Tên bài về sau"));
    const second = await approve(editor, first.id);
    expect(second.slug).toBe("ten-bai-ve-sau");
    const old = await send("/bai-viet/ten-bai-luc-dau");
    expect(old.status).toBe(301);
    expect(old.headers.get("location")).toBe("/bai-viet/ten-bai-ve-sau");
    expect((await send("/bai-viet/ten-bai-ve-sau")).status).toBe(200);
  });

  test("does not redirect a slug that only a draft had", async () => {
    const draft = await submitArticle(reporter, article("Tên nháp ban đầu"));
    await revise(reporter, draft, article("Tên nháp về sau"));
    await approve(editor, draft.id);
    expect((await send("/bai-viet/ten-nhap-ban-dau")).status).toBe(404);
    expect((await submitArticle(reporter, article("Tên nháp ban đầu"))).slug).toBe(
      "ten-nhap-ban-dau",
    );
  });

  test("numbers the slugs of articles with the same title", async () => {
    const slugs: string[] = [];
    for (let n = 0; n < 3; n++) {
      slugs.push((await publish(reporter, editor, article("Cùng một tên"))).slug);
    }
    expect(slugs).toEqual(["cung-mot-ten", "cung-mot-ten-2", "cung-mot-ten-3"]);
  });

  test("writes change, event, search row and outbox row in the same transaction as the projection", async () => {
    const { id } = await publish(reporter, editor, article("Bài được ghi đủ"));
    const counts = await env.DB.prepare(
      `SELECT (SELECT COUNT(*) FROM published WHERE article_id = ?1) AS published,
         (SELECT COUNT(*) FROM changes WHERE article_id = ?1 AND type = 'published') AS changes,
         (SELECT COUNT(*) FROM events WHERE article_id = ?1 AND type = 'published') AS events,
         (SELECT COUNT(*) FROM search WHERE search MATCH '"u:bai u:duoc u:ghi u:du"') AS searchable,
         (SELECT COUNT(*) FROM outbox WHERE payload LIKE '%article-' || ?1 || '%') AS outbox`,
    )
      .bind(id)
      .first();
    expect(counts).toEqual({ published: 1, changes: 1, events: 1, searchable: 1, outbox: 1 });
  });

  test("refuses to publish what was not submitted", async () => {
    const created = await reporter.send("/api/articles", json("POST", article("Chỉ là nháp")));
    const { id } = await created.json<{ id: string }>();
    expect((await editor.send(`/api/articles/${id}/publication`, json("PUT", {}))).status).toBe(
      409,
    );
  });

  test("refuses a body whose page would be too large, with the reason", async () => {
    const photo = "a".repeat(64);
    await env.DB.prepare(
      `INSERT INTO photos (id, owner_id, type, width, height, bytes, variants, created_at)
       VALUES (?1, ?2, 'image/jpeg', 1600, 1067, 1, '{"480.webp":{"width":480,"height":320,"bytes":1}}', 1)`,
    )
      .bind(photo, reporter.id)
      .run();
    const body = Array.from({ length: 2000 }, (_, n) => `![Ảnh thứ ${n}](photo:${photo})`).join(
      "\n\n",
    );
    const { id } = await submitArticle(reporter, article("Bài toàn ảnh", { body }));
    const refused = await editor.send(`/api/articles/${id}/publication`, json("PUT", {}));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ path: "body" }] });
  });

  test("answers 409 for another date of a published version, and 200 for the same date", async () => {
    const at = "2024-03-01T08:00:00+07:00";
    const { id } = await submitArticle(reporter, article("Bài giữ ngày"));
    await approve(editor, id, { at });
    expect(await approve(editor, id, { at })).toMatchObject({ publishedAt: at });
    const nextMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString();
    for (const other of ["2024-04-01T08:00:00+07:00", nextMonth]) {
      const answer = await editor.send(
        `/api/articles/${id}/publication`,
        json("PUT", { at: other }),
      );
      expect(answer.status, other).toBe(409);
    }
  });

  test("publishes the named version although a newer one was saved", async () => {
    const first = await submitArticle(reporter, article("Bài duyệt bản một"));
    await reporter.send(
      `/api/articles/${first.id}`,
      json("PUT", article("Bài duyệt bản một", { lede: "Sapo chưa ai đọc." }), {
        "if-match": '"1"',
      }),
    );
    const published = await approve(editor, first.id, { version: 1 });
    expect(published).toMatchObject({ version: 2, publishedVersion: 1 });
    expect(await readText(`/bai-viet/${published.slug}`)).not.toContain("Sapo chưa ai đọc.");
  });
});

describe("withdrawal", () => {
  test("answers 410, and removes the article from lists and feeds at once", async () => {
    const { id, slug } = await publish(reporter, editor, article("Bài phải gỡ"));
    const path = `/bai-viet/${slug}`;
    await fillCache([path, ...lists]);
    const reason = { reason: "Sai số liệu" };
    const answer = await editor.send(`/api/articles/${id}/publication`, json("DELETE", reason));
    expect(answer.status).toBe(200);
    expect((await send(path)).status).toBe(410);
    for (const list of lists) expect(await readText(list), list).not.toContain("Bài phải gỡ");
    expect((await send(`/api/articles/${id}`)).status).toBe(410);
  });

  test("can be undone: the same version is public again with the same URL and date", async () => {
    const first = await publish(reporter, editor, article("Bài gỡ rồi đăng lại"));
    const path = `/bai-viet/${first.slug}`;
    const before = await readText(path);
    await editor.send(`/api/articles/${first.id}/publication`, json("DELETE", { reason: "Nhầm" }));
    await approve(editor, first.id);
    expect(await readText(path)).toBe(before);
  });

  test("requires a reason", async () => {
    const { id } = await publish(reporter, editor, article("Bài gỡ không lý do"));
    const refused = await editor.send(`/api/articles/${id}/publication`, json("DELETE", {}));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ path: "reason" }] });
  });
});
