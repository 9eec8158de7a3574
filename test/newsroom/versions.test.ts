import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { erasePhoto } from "../photo/home.ts";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let revised: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc", "su-kien");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  const body = ["Đoạn một.", "Đoạn hai.", "Sở họp ngày 5/3 tại Lào Cai.", "Đoạn cuối <b>."];
  revised = await submitArticle(
    reporter,
    article("Bài hai phiên bản", { body: body.join("\n\n") }),
  );
  body[2] = "Sở họp chiều 5/3 tại Lào Cai.";
  const changed = { body: body.join("\n\n"), section: "su-kien", tags: ["Họp"] };
  await revise(reporter, revised, article("Bài hai phiên bản, đã sửa", changed));
});

async function readPage(answer: Promise<Response>, status = 200): Promise<string> {
  const response = await answer;
  expect(response.status).toBe(status);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.text();
}

async function storedBody(id: string, version: number): Promise<string | undefined> {
  const row = await env.DB.prepare(
    "SELECT content ->> 'body' AS body FROM versions WHERE article_id = ?1 AND number = ?2",
  )
    .bind(id, version)
    .first<{ body: string }>();
  return row?.body;
}

describe("GET …/phien-ban", () => {
  test("lists every version with its author and a link", async () => {
    const page = await readPage(editor.open(`/toa-soan/bai/${revised.id}/phien-ban`));
    for (const part of ["phien-ban/1", "phien-ban/2", "so-sanh?from=1&amp;to=2", "Mới nhất"]) {
      expect(page).toContain(part);
    }
  });

  test("shows one version as readers would see it", async () => {
    const page = await readPage(editor.open(`/toa-soan/bai/${revised.id}/phien-ban/1`));
    expect(page).toContain(`src="/toa-soan/bai/${revised.id}/trang?version=1"`);
    expect(page).toContain("Khôi phục phiên bản này");
    const newest = await readPage(editor.open(`/toa-soan/bai/${revised.id}/phien-ban/2`));
    expect(newest).not.toContain("Khôi phục phiên bản này");
  });

  test.each(["phien-ban/9", "phien-ban/x", "so-sanh?from=1&to=9", "so-sanh?from=0"])(
    "404 for an invalid version: %s",
    async (part) => {
      await readPage(editor.open(`/toa-soan/bai/${revised.id}/${part}`), 404);
    },
  );

  test.each(["phien-ban", "phien-ban/1", "so-sanh"])(
    "404 for another reporter's article: %s",
    async (part) => {
      const colleague = await hireInBrowser("reporter");
      await readPage(colleague.open(`/toa-soan/bai/${revised.id}/${part}`), 404);
    },
  );
});

describe("GET …/so-sanh", () => {
  test("shows changes word by word, and folds unchanged text", async () => {
    const page = await readPage(editor.open(`/toa-soan/bai/${revised.id}/so-sanh?from=1&to=2`));
    expect(page).toMatch(/<del>.*?ngày.*?<\/del><ins>.*?chiều.*?<\/ins>/);
    expect(page).toContain("2 đoạn không đổi");
    expect(page).toContain("Chuyên mục tin-tuc");
    expect(page).toMatch(/<ins>.*?Họp.*?<\/ins>/);
    expect(page).toContain("Đoạn cuối &lt;b&gt;.");
    expect(page).not.toContain("Người chụp");
  });

  test("compares the last two versions without numbers; a version is identical to itself", async () => {
    const last = await readPage(editor.open(`/toa-soan/bai/${revised.id}/so-sanh`));
    expect(last).toContain("Từ phiên bản 1 đến phiên bản 2");
    const same = await readPage(editor.open(`/toa-soan/bai/${revised.id}/so-sanh?from=2&to=2`));
    expect(same).toContain("Hai phiên bản giống hệt nhau");
  });
});

describe("POST …/phien-ban/:n/khoi-phuc", () => {
  test("saves the old text as a new version; the public page does not change", async () => {
    const first = await publish(reporter, editor, article("Bài khôi phục", { body: "Cũ." }));
    await revise(reporter, first, article("Bài khôi phục", { body: "Mới." }));
    const path = `/toa-soan/bai/${first.id}/phien-ban/1/khoi-phuc`;
    const answer = await reporter.post(path, { newest: "2" });
    expect(answer.status).toBe(303);
    expect(await storedBody(first.id, 3)).toBe("Cũ.");
    const event = await env.DB.prepare(
      "SELECT reason FROM events WHERE article_id = ?1 AND version = 3",
    )
      .bind(first.id)
      .first<{ reason: string }>();
    expect(event?.reason).toBe("Khôi phục phiên bản 1");
    const list = await readPage(editor.open(`/toa-soan/bai/${first.id}/phien-ban`));
    expect(list).toContain("Khôi phục phiên bản 1");
    expect((await send(`/bai-viet/${first.slug}`)).status).toBe(200);
  });

  test("412 when there is a newer version than the user has seen", async () => {
    const first = await submitArticle(reporter, article("Bài hai người sửa"));
    await revise(reporter, first, article("Bài hai người sửa, lần hai"));
    const path = `/toa-soan/bai/${first.id}/phien-ban/1/khoi-phuc`;
    const page = await readPage(editor.post(path, { newest: "1" }), 412);
    expect(page).toContain("Bài vừa có phiên bản 2");
    expect(page).toContain('name="newest" value="2"');
    expect(await storedBody(first.id, 3)).toBeUndefined();
  });

  test("409 for the newest version", async () => {
    const path = `/toa-soan/bai/${revised.id}/phien-ban/2/khoi-phuc`;
    await readPage(editor.post(path, { newest: "2" }), 409);
  });

  test("leaves out erased photos, and names them first", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Trước.\n\n![Ruộng bậc thang](photo:${photo} "Mùa lúa chín")\n\nSau.`;
    const leadPhoto = { photo, alt: "Ruộng bậc thang" };
    const first = await submitArticle(reporter, article("Bài có ảnh bị xóa", { body, leadPhoto }));
    await revise(reporter, first, article("Bài có ảnh bị xóa", { body: "Không ảnh." }));
    await erasePhoto(photo);
    const page = await readPage(editor.open(`/toa-soan/bai/${first.id}/phien-ban/1`));
    expect(page).toContain("<li>Mùa lúa chín</li>");
    const path = `/toa-soan/bai/${first.id}/phien-ban/1/khoi-phuc`;
    expect((await editor.post(path, { newest: "2" })).status).toBe(303);
    expect(await storedBody(first.id, 3)).toBe("Trước.\n\n\n\nSau.");
  });

  test("is refused for another reporter and from another site", async () => {
    const path = `/toa-soan/bai/${revised.id}/phien-ban/1/khoi-phuc`;
    expect((await (await hireInBrowser("reporter")).post(path, { newest: "2" })).status).toBe(404);
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await editor.post(path, { newest: "2" }, foreign)).status).toBe(403);
  });
});
