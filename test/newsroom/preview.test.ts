import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { sendWidePhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let photo = "";
let draft: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  photo = await sendWidePhoto(reporter);
  draft = await submitArticle(reporter, withPhoto("Bài sắp đăng"));
});

const withPhoto = (title: string) =>
  article(title, {
    leadPhoto: { photo, alt: "Bốn ô màu" },
    body: `Đoạn mở đầu.[^1]\n\n![Ô màu](photo:${photo} "Một góc")\n\n[^1]: Ghi chú.`,
    tags: ["Khoa học"],
  });

async function readPage(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  expect(response.status).toBe(200);
  return response.text();
}

describe("GET /toa-soan/bai/:id/trang", () => {
  test("is the page that readers get, apart from the preview's own markup", async () => {
    const { id, slug } = await submitArticle(reporter, article("Bài để so hai trang"));
    const preview = await readPage(reporter.open(`/toa-soan/bai/${id}/trang`));
    await editor.send(`/api/articles/${id}/publication`, json("PUT", {}));
    const real = stripPreview(await readPage(send(`/bai-viet/${slug}`)));
    const same = await readPage(reporter.open(`/toa-soan/bai/${id}/trang`));
    expect(stripPreview(same)).toBe(real);
    expect([preview, same].join()).not.toContain("data-views");
    const timeless = (page: string) =>
      page.replace(/\d{4}-\d\d-\d\dT[\d:.+]+/g, "").replace(/\d\d:\d\d/g, "");
    expect(timeless(stripPreview(preview))).toBe(timeless(real));
  });

  test("shows an update only where the text differs from the published one", async () => {
    const same = article("Bài không đổi chữ nào");
    const published = await publish(reporter, editor, same);
    const { version } = await revise(reporter, published, same);
    const preview = `/toa-soan/bai/${published.id}/trang?version=${version}`;
    expect(version).toBeGreaterThan(1);
    expect(await readPage(reporter.open(preview))).not.toContain("Cập nhật:");
    const changed = await revise(
      reporter,
      { id: published.id, version },
      { ...same, lede: "Mới." },
    );
    const next = `/toa-soan/bai/${published.id}/trang?version=${changed.version}`;
    expect(await readPage(reporter.open(next))).toContain("Cập nhật:");
  });

  test("says that it is a preview, is not cached, and may be framed only by our own pages", async () => {
    const answer = await reporter.open(`/toa-soan/bai/${draft.id}/trang`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    expect(answer.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    const page = await answer.text();
    expect(page).toContain("Bản xem trước, chưa đăng");
    expect(page).toContain('<base target="_blank"');
    expect(page).toContain('target="_self" href="#');
  });

  test("shows hidden photos by their newsroom URLs", async () => {
    const page = await readPage(reporter.open(`/toa-soan/bai/${draft.id}/trang`));
    expect(page).not.toContain(`"/anh/${photo}`);
    const base = `/toa-soan/bai/${draft.id}/phien-ban/1/anh/${photo}`;
    expect(page).toContain(`${base}/960.webp 960w`);
    const bytes = await reporter.open(`${base}/960.jpg`);
    expect(bytes.status).toBe(200);
    await bytes.arrayBuffer();
  });

  test("shows an old version's photo that another user sent and no newer version has", async () => {
    const sent = await sendWidePhoto(editor);
    const first = await submitArticle(reporter, article("Bài chưa có ảnh của biên tập"));
    const leadPhoto = { photo: sent, alt: "Ảnh" };
    const second = await revise(editor, first, article("Bài có ảnh của biên tập", { leadPhoto }));
    await revise(reporter, second, article("Bài bỏ ảnh của biên tập"));
    const path = (version: number) =>
      `/toa-soan/bai/${first.id}/phien-ban/${version}/anh/${sent}/480.webp`;
    const seen = await reporter.open(path(2));
    expect([seen.status, seen.headers.get("cache-control")]).toEqual([200, "no-store"]);
    await seen.arrayBuffer();
    expect((await reporter.open(path(3))).status).toBe(404);
    expect((await (await hireInBrowser("reporter")).open(path(2))).status).toBe(404);
  });

  test("shows a draft that has only a title", async () => {
    const answer = await reporter.send("/api/articles", json("POST", { title: "Chỉ có tên" }));
    const { id } = await answer.json<ArticleStatus>();
    const page = await readPage(reporter.open(`/toa-soan/bai/${id}/trang`));
    expect(page).toContain("Chưa chọn chuyên mục");
  });

  test("shows a working copy to its writer only, and each version by its number", async () => {
    const { id } = await submitArticle(reporter, article("Bài đang sửa"));
    const content = { ...article("Bài đang viết dở"), tags: [], genre: "bai", source: null };
    await env.DB.prepare(
      `INSERT INTO working_copies (article_id, person_id, base_version, content, saved_at, seen_at) VALUES (?1, ?2, 1, ?3, 5, 5)`,
    )
      .bind(id, reporter.id, JSON.stringify({ ...content, leadPhoto: null, english: null }))
      .run();
    expect(await readPage(reporter.open(`/toa-soan/bai/${id}/trang`))).toContain(
      "Bài đang viết dở",
    );
    const first = await readPage(reporter.open(`/toa-soan/bai/${id}/trang?version=1`));
    expect(first).toContain("<h1>Bài đang sửa</h1>");
    expect(await readPage(editor.open(`/toa-soan/bai/${id}/trang`))).toContain("Bài đang sửa");
  });

  test("shows related articles as readers will see them", async () => {
    await publish(reporter, editor, article("Bài cùng từ khóa", { tags: ["Khoa học"] }));
    const page = await readPage(reporter.open(`/toa-soan/bai/${draft.id}/trang`));
    expect(page).toContain("Bài liên quan");
    expect(page).toContain("Bài cùng từ khóa");
  });

  test.each([
    ["another reporter's draft", async () => hireInBrowser("reporter"), ""],
    ["an unknown version", async () => editor, "?version=99"],
    ["a version that is not a number", async () => editor, "?version=x"],
  ])("404: %s", async (_, findReader, query) => {
    const answer = await (await findReader()).open(`/toa-soan/bai/${draft.id}/trang${query}`);
    expect(answer.status).toBe(404);
  });
});

/** Takes out the preview's own markup, and the mark by which only the public page counts its readers. */
function stripPreview(page: string): string {
  return page
    .replace(/class="article accent-1"\s*(?: data-views="[\w-]+")?>/, "")
    .replace(/<meta name="robots"[^>]*>\s*<base[^>]*>\s*<style>[^<]*<\/style>/, "")
    .replace(/<aside class="preview-bar"[^]*?<\/aside>/, "")
    .replaceAll('target="_self" ', "")
    .replace(/\/toa-soan\/bai\/\w+\/phien-ban\/\d+\/anh\//g, "/anh/");
}

describe("GET /toa-soan/bai/:id/xem-truoc", () => {
  test("frames the page in the width of a phone or a desktop, without script", async () => {
    const narrow = await readPage(reporter.open(`/toa-soan/bai/${draft.id}/xem-truoc`));
    expect(narrow).toContain('class="preview-screen preview-telephone"');
    expect(narrow).toContain(`<iframe src="/toa-soan/bai/${draft.id}/trang?version=1"`);
    const wide = await readPage(
      reporter.open(`/toa-soan/bai/${draft.id}/xem-truoc?screen=desktop`),
    );
    expect(wide).toContain('class="preview-screen preview-desktop"');
  });
});
