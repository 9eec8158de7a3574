import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { correctArticle } from "../../src/publishing/correction.ts";
import { checkDelivery } from "../../src/publishing/delivery-check.ts";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { approve, article, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, asActor, hire, json, send } from "../support/newsroom.ts";
import { readText } from "../support/pages.ts";
import type { Colleague } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Colleague;
let editor: Colleague;
let editorInBrowser: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
  editorInBrowser = await hireInBrowser("editor");
});

/** A page that soát bài does not block: it has neither section nor byline. */
function page(title: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { kind: "page", title, body: `Nội dung của trang ${title}.`, ...more };
}

async function publishPage(title: string, more = {}): Promise<ArticleStatus> {
  return publish(editor, editor, page(title, more));
}

async function readAsEditor(path: string): Promise<string> {
  return (await editorInBrowser.open(path)).text();
}

async function readStatus(path: string): Promise<number> {
  return (await send(path)).status;
}

async function withdraw({ id }: ArticleStatus): Promise<void> {
  const answer = await editor.send(
    `/api/articles/${id}/publication`,
    json("DELETE", { reason: "Sai" }),
  );
  expect(answer.status).toBe(200);
}

describe("POST /api/articles with the kind page", () => {
  test("makes a text without section and byline, which an editor publishes at /trang/:slug", async () => {
    const status = await publishPage("Giới thiệu Sở");
    expect(status).toMatchObject({ kind: "page", slug: "gioi-thieu-so", status: "published" });
    expect(new URL(status.url).pathname).toBe("/trang/gioi-thieu-so");
    const text = await readText("/trang/gioi-thieu-so");
    expect(text).toContain("<h1>Giới thiệu Sở</h1>");
    expect(text).toContain("Nội dung của trang Giới thiệu Sở.");
    expect(text).not.toContain('class="article-time"');
    expect(text).not.toContain('class="byline"');
  });

  test("answers 403 to a reporter", async () => {
    const answer = await reporter.send("/api/articles", json("POST", page("Trang của phóng viên")));
    expect(answer.status).toBe(403);
  });

  test.each([
    ["section", { section: "tin-tuc" }],
    ["tags", { tags: ["ocop"] }],
    ["genre", { genre: "bai" }],
    ["byline.authors", { byline: { authors: ["Thế Bằng"] } }],
    ["source", { source: { name: "Cục" } }],
    ["english", { english: { title: "About", summary: "About." } }],
  ])("answers 422 that names %s, which a page does not have", async (path, more) => {
    const answer = await editor.send("/api/articles", json("POST", page("Trang có lỗi", more)));
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { path: string }[] }>();
    expect(errors.map((error) => error.path)).toEqual([path]);
  });

  test("says of an unknown kind which ones there are", async () => {
    const answer = await editor.send(
      "/api/articles",
      json("POST", { kind: "video", title: "Phim" }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('"kind"');
  });

  test("gives a kind that PUT does not change", async () => {
    const { id } = await publishPage("Trang giữ loại");
    const other = json(
      "PUT",
      { ...page("Trang giữ loại"), kind: "article" },
      { "if-match": '"1"' },
    );
    const answer = await editor.send(`/api/articles/${id}`, other);
    expect(answer.status).toBe(422);
    await expect(
      env.DB.prepare("UPDATE articles SET kind = 'article' WHERE id = ?1").bind(id).run(),
    ).rejects.toThrow("keeps its kind");
  });
});

describe("a published page", () => {
  test("stands in no list, feed, month or news sitemap, and in no list of the API unless asked", async () => {
    await publish(reporter, editor, article("Bài bên cạnh trang"));
    const { slug } = await publishPage("Chức năng nhiệm vụ");
    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
    for (const path of [
      "/",
      "/luu-tru",
      `/luu-tru/${day.replace("-", "/")}`,
      "/feed.json",
      "/rss.xml",
      "/atom.xml",
      "/chuyen-muc/tin-tuc",
      "/sitemap-news.xml",
      `/sitemap-${day}.xml`,
      "/bai-viet/bai-ben-canh-trang",
      "/api/articles",
    ]) {
      expect(await readText(path), path).not.toContain(slug);
    }
    expect(await (await editor.send("/api/articles")).text()).not.toContain(slug);
    expect(await readText("/api/articles?kind=page")).toContain(slug);
    expect(await (await editor.send("/api/articles?kind=page")).text()).toContain(slug);
    expect(await readStatus("/api/articles?kind=phim")).toBe(422);
  });

  test("stands in the sitemap", async () => {
    const { slug } = await publishPage("Cơ cấu tổ chức");
    expect(await readText("/sitemap.xml")).toContain("/sitemap-trang.xml");
    expect(await readText("/sitemap-trang.xml")).toContain(`/trang/${slug}</loc>`);
  });

  test("is found by search, behind the articles that match as well", async () => {
    await publish(reporter, editor, article("Đường dây nóng hỗ trợ chuyên biệt"));
    await publishPage("Đường dây nóng của Sở");
    const found = await readText("/tim-kiem?q=đường dây nóng");
    const places = ["/bai-viet/duong-day-nong-ho-tro", "/trang/duong-day-nong-cua-so"].map((path) =>
      found.indexOf(path),
    );
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
    expect(found).toContain('<span class="kicker">Trang</span>');
    expect(await readText("/tim-kiem?q=đường dây nóng&section=tin-tuc")).not.toContain("/trang/");
    expect(await readText("/tim-kiem?q=đường dây nóng&to=2030-01-01")).not.toContain("/trang/");
  });

  test("stands on the second page of a search whose first page is full of articles", async () => {
    for (let n = 1; n <= 20; n++) {
      await publish(reporter, editor, article(`Kiến nghị số ${n}`));
    }
    await publishPage("Kiến nghị của cử tri");
    await publishPage("Kiến nghị trực tuyến");
    const first = await readText("/tim-kiem?q=kiến nghị");
    expect(first).not.toContain("/trang/kien-nghi");
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await readText(next);
    expect(second).toContain("/trang/kien-nghi-cua-cu-tri");
    expect(second).toContain("/trang/kien-nghi-truc-tuyen");
  });

  test("has its own address only, and a former one leads on", async () => {
    const news = await publish(reporter, editor, article("Một bài thường"));
    const first = await publishPage("Liên hệ cũ");
    await revise(editor, first, { ...page("Liên hệ mới"), kind: "page" });
    const now = await approve(editor, first.id);
    const moved = await send(`/trang/${first.slug}`);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `/trang/${now.slug}`]);
    expect(await readStatus(`/bai-viet/${now.slug}`)).toBe(404);
    expect(await readStatus(`/bai-viet/${now.slug}/ban-in`)).toBe(404);
    expect(await readStatus(`/trang/${news.slug}`)).toBe(404);
    await withdraw(now);
    expect(await readStatus(`/trang/${now.slug}`)).toBe(410);
    expect(await readStatus(`/trang/${first.slug}`)).toBe(410);
    expect(await readStatus(`/bai-viet/${now.slug}`)).toBe(404);
    expect(await readText("/tim-kiem?q=liên hệ mới")).not.toContain("/trang/");
    expect(await readText("/sitemap-trang.xml")).not.toContain(now.slug);
  });

  test("is in the change log with its own address", async () => {
    const status = await publishPage("Chính sách riêng tư");
    await withdraw(status);
    const { changes } = await (
      await send("/api/changes?since=0")
    ).json<{ changes: { id: string; type: string; url: string }[] }>();
    const own = changes.filter(({ id }) => id === status.id);
    expect(own.map(({ type, url }) => [type, new URL(url).pathname])).toEqual([
      ["published", "/trang/chinh-sach-rieng-tu"],
      ["withdrawn", "/trang/chinh-sach-rieng-tu"],
    ]);
  });

  test("shows a correction, and rebuilding leaves it as it is", async () => {
    const { id, slug } = await publishPage("Lịch tiếp công dân");
    const act = { db: env.DB, actor: asActor(editor, "editor"), now: Date.now() };
    await correctArticle(act, id, "Thứ Ba, không phải thứ Hai.");
    expect(await readText(`/trang/${slug}`)).toContain("Thứ Ba, không phải thứ Hai.");
    expect(await readText("/dinh-chinh")).toContain(`/trang/${slug}`);
    const before = await readText(`/trang/${slug}`);
    await env.DB.prepare("DELETE FROM published_pages").run();
    await rebuildProjection(env.DB, { after: null, limit: 1000 }, Date.now());
    expect(await readText(`/trang/${slug}`)).toBe(before);
    expect(await readText("/tim-kiem?q=lịch tiếp công dân")).toContain(`/trang/${slug}`);
  });

  test("passes the delivery check without the feed", async () => {
    const { id } = await publishPage("Trang được kiểm tra");
    const check = await checkDelivery(env.DB, (path) => send(path), id, Date.now());
    expect(check).toMatchObject({ problem: null, inFeed: false });
    const overview = await readAsEditor(`/toa-soan/bai/${id}`);
    expect(overview).toContain("Đã lên trang lúc");
    expect(overview).not.toContain("Bài mang ngày cũ");
  });

  test("is called a page on its page in the newsroom, and its title stays", async () => {
    const { id } = await publishPage("Bài hát của ngành");
    const shown = await readAsEditor(`/toa-soan/bai/${id}`);
    for (const words of ["Bài hát của ngành", "Sửa trang", "tạo trang", "Gỡ trang? Bạn đọc"]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toMatch(/Sửa bài|tạo bài|Gỡ bài|cuối bài/);
  });

  test("has no genre on the page on which an editor decides", async () => {
    const answer = await editor.send("/api/articles?submit=true", json("POST", page("Trang chờ")));
    const { id } = await answer.json<ArticleStatus>();
    const review = await readAsEditor(`/toa-soan/bai/${id}/duyet`);
    expect(review).toContain("Duyệt phiên bản 1");
    expect(review).not.toContain("Thể loại");
  });

  test("allows the player of its video, as an article does", async () => {
    const body = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    const { slug } = await publishPage("Trang có phim", { body });
    const { headers } = await send(`/trang/${slug}`);
    expect(headers.get("content-security-policy")).toContain("youtube");
  });

  test("makes its photos public, and takes them back when it is withdrawn", async () => {
    const photo = await sendPhoto(editor, "anh-cua-trang");
    const leadPhoto = { photo, alt: "Trụ sở Sở", caption: "Trụ sở" };
    const status = await publishPage("Trụ sở", { leadPhoto });
    expect(await readStatus(`/anh/${photo}/480.webp`)).toBe(200);
    await withdraw(status);
    expect(await readStatus(`/anh/${photo}/480.webp`)).toBe(404);
  });
});
