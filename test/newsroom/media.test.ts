import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { rebuildPhotoUses } from "../../src/article/article-photos.ts";
import { approve, article, submitArticle, publish } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { sendPhoto, sendWidePhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let market = "";
let plain = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  plain = await sendPhoto(reporter, "Đỗ Vân");
  market = await sendWidePhoto(reporter);
  const leadPhoto = { photo: market, alt: "Chợ phiên Bắc Hà", caption: "Phụ nữ Mông bán thổ cẩm" };
  await submitArticle(reporter, article("Bài về chợ phiên", { leadPhoto }));
});

async function readPage(answer: Promise<Response>, status = 200): Promise<string> {
  const response = await answer;
  expect(response.status).toBe(status);
  return response.text();
}

/** The photos that a page of the library shows, of the two. */
async function findShownPhotos(staff: Staff, query: string): Promise<string[]> {
  const page = await readPage(staff.open(`/toa-soan/anh${query}`));
  return [
    ...(page.includes(`/toa-soan/anh/${market}`) ? ["market"] : []),
    ...(page.includes(`/toa-soan/anh/${plain}`) ? ["plain"] : []),
  ];
}

describe("GET /toa-soan/anh", () => {
  test.each([
    ["", ["market", "plain"]],
    ["?q=cho+phien", ["market"]],
    ["?q=B%E1%BA%AFc+H%C3%A0", ["market"]],
    ["?q=tho+cam+phu+nu", ["market"]],
    ["?q=do+van", ["plain"]],
    ["?q=khong+co+gi", []],
    ["?show=unused", ["plain"]],
    ["?show=used", ["market"]],
    ["?show=unused&q=cho", []],
    ["?before=nonsense", ["market", "plain"]],
  ])("filters by words, credit and use: %s", async (query, expected) => {
    expect(await findShownPhotos(editor, query)).toEqual(expected);
  });

  test("marks a photo without variants in the list and on its own page", async () => {
    const mark = "Ảnh có thể bị hỏng";
    expect(await readPage(editor.open("/toa-soan/anh"))).not.toContain(mark);
    const damaged = await sendPhoto(reporter);
    await env.DB.prepare("UPDATE photos SET variants = '{}' WHERE id = ?1").bind(damaged).run();
    expect(await readPage(editor.open("/toa-soan/anh"))).toContain(mark);
    expect(await readPage(editor.open(`/toa-soan/anh/${damaged}`))).toContain(mark);
    await env.DB.prepare("DELETE FROM photos WHERE id = ?1").bind(damaged).run();
  });

  test("shows a reporter their own photos and those of their own and public articles", async () => {
    const colleague = await hireInBrowser("reporter");
    expect(await findShownPhotos(reporter, "")).toEqual(["market", "plain"]);
    expect(await findShownPhotos(colleague, "")).toEqual([]);
    const leadPhoto = { photo: plain, alt: "Hội nghị" };
    await publish(reporter, editor, article("Bài công khai", { leadPhoto }));
    expect(await findShownPhotos(colleague, "")).toEqual(["plain"]);
  });

  test("has a link to the next page until the oldest photo", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({ id: "0".repeat(62) + (10 + at), at }));
    await env.DB.batch(
      rows.map(({ id, at }) =>
        env.DB.prepare(
          `INSERT INTO photos (id, owner_id, type, width, height, bytes, variants, created_at)
           VALUES (?1, ?2, 'image/jpeg', 10, 10, 10, '{}', ?3)`,
        ).bind(id, reporter.id, Math.floor(at / 3)),
      ),
    );
    let path = "/toa-soan/anh";
    const seen: string[] = [];
    for (let pages = 0; path !== "" && pages < 5; pages++) {
      const page = await readPage(editor.open(path));
      seen.push(
        ...[...page.matchAll(/href="\/toa-soan\/anh\/(0{62}\d\d)"/g)].map(([, id]) => id ?? ""),
      );
      path = (/rel="next" href="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
    }
    expect(seen).toEqual(rows.map(({ id }) => id).reverse());
  });
});

describe("GET /toa-soan/anh/:photo", () => {
  test("shows the sender, the uses and the words of each use", async () => {
    const page = await readPage(editor.open(`/toa-soan/anh/${market}`));
    for (const part of ["Bài về chợ phiên", "Chờ duyệt", "Chợ phiên Bắc Hà", "2000 × 1200"]) {
      expect(page).toContain(part);
    }
    expect(page).toContain("<h1>Phụ nữ Mông bán thổ cẩm</h1>");
    expect(page).toContain("data-copy");
  });

  test("shows and finds no words of others that readers do not see yet", async () => {
    const photo = await sendPhoto(reporter);
    const shown = (words: string) =>
      article("Bài chung một ảnh", { body: `Mở đầu.\n\n![Bờ ruộng](photo:${photo} "${words}")` });
    const { id } = await publish(reporter, editor, shown("Lời đã đăng"));
    const colleague = await hireInBrowser("reporter");
    const draft = { ...shown("Lời mật trong nháp"), title: "Bài nháp dùng lại ảnh" };
    await colleague.send("/api/articles", json("POST", draft));
    const third = await hireInBrowser("reporter");
    const search = (staff: Staff, words: string) =>
      readPage(staff.open(`/toa-soan/anh?q=${encodeURIComponent(words)}`));
    expect(await search(third, "lời mật")).not.toContain(photo);
    expect(await search(third, "lời đã đăng")).toContain("Lời đã đăng");
    expect(await search(colleague, "lời mật")).toContain(photo);
    const next = json("PUT", shown("Lời sắp sửa"), { "if-match": '"1"' });
    expect((await reporter.send(`/api/articles/${id}`, next)).status).toBe(200);
    expect(await search(third, "lời sắp sửa")).not.toContain(photo);
    const page = await readPage(third.open(`/toa-soan/anh/${photo}`));
    expect(page).not.toMatch(/Lời sắp sửa|Lời mật|phiên bản mới nhất thì không/);
    expect(await readPage(editor.open(`/toa-soan/anh/${photo}`))).toContain("Lời sắp sửa");
  });

  test("404 for a hidden photo and for an unknown id", async () => {
    const colleague = await hireInBrowser("reporter");
    await readPage(colleague.open(`/toa-soan/anh/${market}`), 404);
    await readPage(editor.open(`/toa-soan/anh/${"f".repeat(64)}`), 404);
    await readPage(editor.open(`/toa-soan/anh/moi`), 404);
  });
});

describe("POST /toa-soan/anh/:photo/nguoi-chup", () => {
  test("puts the new credit on every page that shows the photo, and in the log", async () => {
    const photo = await sendPhoto(reporter, "Sai Tên");
    const body = `Đoạn mở đầu.\n\n![Ruộng](photo:${photo} "Ruộng")`;
    const { slug } = await publish(reporter, editor, article("Bài ghi tên người chụp", { body }));
    expect(await readPage(send(`/bai-viet/${slug}`))).toContain("Sai Tên");
    const answer = await editor.post(`/toa-soan/anh/${photo}/nguoi-chup`, { credit: "Đúng Tên" });
    expect(answer.status).toBe(303);
    const page = await readPage(send(`/bai-viet/${slug}`));
    expect(page).toContain("Đúng Tên");
    expect(page).not.toContain("Sai Tên");
    const row = await env.DB.prepare("SELECT act FROM log WHERE subject = ?1").bind(photo).first();
    expect(row).toEqual({ act: "photo.credited" });
  });

  test("lets a reporter credit their own photo until it is public", async () => {
    const photo = await sendPhoto(reporter);
    const path = `/toa-soan/anh/${photo}/nguoi-chup`;
    expect((await reporter.post(path, { credit: "Tôi" })).status).toBe(303);
    const leadPhoto = { photo, alt: "Hội nghị" };
    await publish(reporter, editor, article("Bài đã có người chụp", { leadPhoto }));
    expect((await reporter.post(path, { credit: "Người khác" })).status).toBe(403);
  });

  test("lets a reporter change their own photo no more once an article with it is scheduled", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đoạn mở đầu.\n\n![Ruộng](photo:${photo})`;
    const { id } = await submitArticle(reporter, article("Bài đã hẹn giờ", { body }));
    const change = async () =>
      (await reporter.send(`/api/photos/${photo}`, json("PATCH", { madeByAi: true }))).status;
    expect(await change()).toBe(200);
    await approve(editor, id, { at: new Date(Date.now() + 60 * 60 * 1000).toISOString() });
    const crop = { rotation: "180" };
    expect((await reporter.post(`/toa-soan/anh/${photo}/khung`, crop)).status).toBe(403);
    const page = await readPage(reporter.open(`/toa-soan/anh/${photo}`));
    expect(page).not.toContain("Lưu thông tin ảnh");
    expect(page).toContain("Đề nghị ghi tên này");
    const withdrawal = json("DELETE", { reason: "Chưa đăng" });
    const stopped = await editor.send(`/api/articles/${id}/publication`, withdrawal);
    expect(stopped.status).toBe(200);
    expect(await change()).toBe(200);
  });

  test("422 for a credit that is too long, with the typed text", async () => {
    const path = `/toa-soan/anh/${plain}/nguoi-chup`;
    const page = await readPage(editor.post(path, { credit: "x".repeat(201) }), 422);
    expect(page).toContain("x".repeat(201));
  });
});

test("the clock records missing photo uses, step by step, once", async () => {
  const photo = await sendPhoto(reporter);
  const leadPhoto = { photo, alt: "Ảnh từ trước" };
  const { id } = await submitArticle(reporter, article("Bài từ trước", { leadPhoto }));
  await env.DB.batch([
    env.DB.prepare("DELETE FROM photo_uses WHERE article_id = ?1").bind(id),
    env.DB.prepare("UPDATE articles SET photos_noted = 0 WHERE id = ?1").bind(id),
  ]);
  await rebuildPhotoUses(env.DB);
  await rebuildPhotoUses(env.DB);
  const uses = await env.DB.prepare("SELECT photo_id, folded FROM photo_uses WHERE article_id = ?1")
    .bind(id)
    .all();
  expect(uses.results).toEqual([
    { photo_id: photo, folded: expect.stringContaining("anh tu truoc") },
  ]);
});
