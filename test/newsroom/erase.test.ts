import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { markErased, savePhoto } from "../../src/photo/photo-store.ts";
import { noFacts } from "../../src/photo/photo-facts.ts";
import { erasePhoto, resumeErasures } from "../../src/publishing/photo-erasure.ts";
import { fixture } from "../photo/fixture.ts";
import { approve, article, submitArticle, publish } from "../support/articles.ts";
import { asActor, addSections, json, send } from "../support/newsroom.ts";
import { readText } from "../support/pages.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let photo = "";

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  photo = await sendPhoto(reporter, "Thế Bằng");
});

/** An article with the photo as its lead photo and in its body. */
function withPhoto(title: string): Record<string, unknown> {
  return article(title, {
    leadPhoto: { photo, alt: "Người trong ảnh", caption: "Ông Vàng A Páo" },
    body: `Đoạn mở đầu.\n\n![Người trong ảnh](photo:${photo} "Gia đình Vàng A Páo")\n\nĐoạn kết.`,
  });
}

async function readStatus(path: string): Promise<number> {
  const answer = await send(path);
  await answer.arrayBuffer();
  return answer.status;
}

async function files(): Promise<number> {
  const { objects } = await env.PHOTOS.list({ prefix: `photos/${photo}/` });
  return objects.length;
}

async function erase(
  staff: Staff,
  fields = { reason: "Người trong ảnh yêu cầu" },
): Promise<number> {
  return (await staff.post(`/toa-soan/anh/${photo}/xoa`, fields)).status;
}

describe("GET /toa-soan/anh/:photo/xoa", () => {
  test("names every page and draft that shows the photo", async () => {
    await publish(reporter, editor, withPhoto("Bài đang đăng có ảnh"));
    await submitArticle(reporter, withPhoto("Bài chờ duyệt có ảnh"));
    const answer = await editor.open(`/toa-soan/anh/${photo}/xoa`);
    const page = await answer.text();
    expect(page).toContain("Bài đang đăng có ảnh");
    expect(page).toContain("Bài chờ duyệt có ảnh");
  });

  test("422 without a reason; nothing is erased", async () => {
    expect(await erase(editor, { reason: "  " })).toBe(422);
    expect(await files()).toBeGreaterThan(0);
  });
});

describe("POST /toa-soan/anh/:photo/xoa", () => {
  test("removes the photo from pages, lists, feeds, search, caches, URLs and R2; the article stays", async () => {
    const { id, slug } = await publish(reporter, editor, withPhoto("Bài sẽ mất ảnh"));
    const addresses = [`/bai-viet/${slug}`, "/", "/feed.json", "/rss.xml", "/chuyen-muc/tin-tuc"];
    for (const path of addresses) expect(await readText(path), path).toContain(photo);
    expect(await readStatus(`/anh/${photo}/share.jpg`)).toBe(200);
    expect(await readText("/tim-kiem?q=V%C3%A0ng+A+P%C3%A1o")).toContain(slug);

    expect(await erase(editor)).toBe(303);

    for (const path of [...addresses, `/bai-viet/${slug}/ban-in`, "/atom.xml"]) {
      expect(await readText(path), path).not.toContain(photo);
    }
    const page = await readText(`/bai-viet/${slug}`);
    expect(page).not.toContain("Páo");
    expect(page).toContain("Đoạn kết.");
    for (const name of ["480.webp", "960.jpg", "share.jpg", "goc.jpg"]) {
      expect(await readStatus(`/anh/${photo}/${name}`)).toBe(404);
      const staffAnswer = await editor.open(`/toa-soan/anh/${photo}/${name}`);
      expect(staffAnswer.status).toBe(404);
      await staffAnswer.arrayBuffer();
    }
    expect(await readText("/tim-kiem?q=V%C3%A0ng+A+P%C3%A1o")).not.toContain(slug);
    expect(await files()).toBe(0);
    const answer = await send(`/api/articles/${id}`);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: "published", updatedAt: null });
    for (const trace of [photo, "Người trong ảnh", "Páo"]) expect(text).not.toContain(trace);
  });

  test("the change log records it, and the act log has the user, the photo and the reason", async () => {
    const { id } = await publish(reporter, editor, withPhoto("Bài có bản sao"));
    await erase(editor);
    const change = await env.DB.prepare(
      "SELECT type FROM changes WHERE article_id = ?1 ORDER BY seq DESC LIMIT 1",
    )
      .bind(id)
      .first();
    expect(change).toEqual({ type: "updated" });
    const row = await env.DB.prepare("SELECT actor_id, act, detail FROM log WHERE subject = ?1")
      .bind(photo)
      .first<{ actor_id: string; act: string; detail: string }>();
    expect(row).toMatchObject({ actor_id: editor.id, act: "photo.erased" });
    expect(JSON.parse(row?.detail ?? "")).toEqual({
      reason: "Người trong ảnh yêu cầu",
      articles: id,
    });
  });

  test("keeps no name of people: neither the photographer, nor the terms, nor a proposal", async () => {
    const terms = json("PATCH", { source: "other", license: "Bà Vàng Thị Mỷ cho phép" });
    expect((await editor.send(`/api/photos/${photo}`, terms)).status).toBe(200);
    await publish(reporter, editor, withPhoto("Bài có người cho phép"));
    const proposal = { act: "propose", credit: "Vàng A Páo" };
    expect((await reporter.post(`/toa-soan/anh/${photo}/de-nghi`, proposal)).status).toBe(303);
    await erase(editor);
    const left = await env.DB.prepare(
      `SELECT credit, license, (SELECT COUNT(*) FROM credit_proposals WHERE photo_id = ?1) AS proposals
       FROM photos WHERE id = ?1`,
    )
      .bind(photo)
      .first();
    expect(left).toEqual({ credit: null, license: null, proposals: 0 });
  });

  test("is permanent: the same bytes are refused, and an approval does not restore the photo", async () => {
    const { id, slug } = await publish(reporter, editor, withPhoto("Bài gỡ rồi đăng lại"));
    const reason = { reason: "Sai" };
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", reason));
    await erase(editor);
    await approve(editor, id);
    const page = await readText(`/bai-viet/${slug}`);
    expect(page).not.toContain(photo);
    expect(page).not.toContain("Páo");
    expect(await readText("/tim-kiem?q=V%C3%A0ng+A+P%C3%A1o")).not.toContain(slug);

    const form = new FormData();
    form.append("file", new File([fixture("text.png"), "x"], "a.png"));
    const sent = await reporter.send("/api/photos", { method: "POST", body: form });
    photo = (await sent.json<{ id: string }>()).id;
    await erase(editor);
    const again = new FormData();
    again.append("file", new File([fixture("text.png"), "x"], "a.png"));
    expect((await reporter.send("/api/photos", { method: "POST", body: again })).status).toBe(410);
    expect(await files()).toBe(0);
  });

  test("saving a text that still shows the photo is refused and names its caption", async () => {
    const { id } = await submitArticle(reporter, withPhoto("Bài còn nhắc ảnh đã xóa"));
    await erase(editor);
    const text = { ...withPhoto("Bài còn nhắc ảnh đã xóa"), lede: "Sapo khác." };
    const saved = await reporter.send(
      `/api/articles/${id}`,
      json("PUT", text, { "if-match": '"1"' }),
    );
    expect(saved.status).toBe(422);
    const { errors } = await saved.json<{ errors: { path: string; message: string }[] }>();
    expect(errors).toEqual([
      {
        path: "leadPhoto.photo",
        message: "Ảnh “Ông Vàng A Páo” đã bị xóa vĩnh viễn. Hãy bỏ ảnh này khỏi bài.",
      },
      {
        path: "body",
        message: "Ảnh “Gia đình Vàng A Páo” đã bị xóa vĩnh viễn. Hãy bỏ ảnh này khỏi bài.",
      },
    ]);
  });

  test("the clock finishes an erasure that stopped after its first step, exactly once", async () => {
    const { slug } = await publish(reporter, editor, withPhoto("Bài dở dang"));
    await markErased(env.DB, photo, Date.now()).run();
    await resumeErasures(env, Date.now());
    await resumeErasures(env, Date.now());
    const row = await env.DB.prepare("SELECT html, lead_photo FROM published WHERE slug = ?1")
      .bind(slug)
      .first<{ html: string; lead_photo: string | null }>();
    expect(row?.html).not.toContain(photo);
    expect(row?.lead_photo).toBeNull();
    expect(await files()).toBe(0);
    const changes = await env.DB.prepare("SELECT type FROM changes WHERE slug = ?1")
      .bind(slug)
      .all();
    expect(changes.results).toEqual([{ type: "published" }, { type: "updated" }]);
  });
});

describe("an erasure that fails after its first step", () => {
  const storeIsDown = new Proxy(env.PHOTOS, {
    get: (bucket, name) => {
      if (name === "delete") return () => Promise.reject(new Error("R2 is down"));
      const value: unknown = Reflect.get(bucket, name, bucket);
      return typeof value === "function" ? value.bind(bucket) : value;
    },
  });

  test("hides the photo, records the remaining work, and is finished later", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const { slug } = await publish(reporter, editor, withPhoto("Bài khi kho hỏng"));
    const erasure = { photoId: photo, reason: "Yêu cầu" };
    const act = { db: env.DB, actor: asActor(editor, "editor"), now: Date.now() };
    await erasePhoto({ DB: env.DB, PHOTOS: storeIsDown }, act, erasure);
    expect(await readStatus(`/anh/${photo}/goc.jpg`)).toBe(404);
    expect(await files()).toBeGreaterThan(0);
    const row = await env.DB.prepare("SELECT html FROM published WHERE slug = ?1")
      .bind(slug)
      .first();
    expect(row?.["html"]).not.toContain(photo);
    await resumeErasures(env, Date.now());
    expect(await files()).toBe(0);
    vi.restoreAllMocks();
  });

  test("deletes files that were being uploaded during the erasure", async () => {
    await erase(editor);
    const [width, height] = [2000, 1200];
    const file = { name: "goc.jpg", type: "image/jpeg", width, height } as const;
    const prepared = { upload: { ...file, bytes: fixture("wide.jpg") }, variants: [] };
    const original = { width, height, variants: {} };
    const late = {
      id: photo,
      type: file.type,
      ...original,
      bytes: 1,
      ...noFacts,
      edit: null,
      original,
    };
    expect(await savePhoto(env, late, prepared, asActor(reporter, "reporter"))).toBe(false);
    expect(await files()).toBe(0);
  });
});

describe("permission to erase a photo", () => {
  test("a reporter erases only their own unused photos, an editor every photo", async () => {
    const colleague = await hireInBrowser("reporter");
    expect(await erase(colleague)).toBe(404);
    await submitArticle(reporter, withPhoto("Bài dùng ảnh"));
    expect(await erase(reporter)).toBe(403);
    photo = await sendPhoto(reporter);
    expect(await erase(reporter)).toBe(303);
    expect(await erase(reporter)).toBe(404);
  });

  test("a reporter cannot erase a photo of a scheduled or approved version, even after saving a newer one", async () => {
    const { id } = await submitArticle(reporter, withPhoto("Bài hẹn giờ có ảnh"));
    const at = new Date(Date.now() + 60 * 60 * 1000).toISOString();
    await approve(editor, id, { at });
    const without = json("PUT", article("Bài hẹn giờ có ảnh"), { "if-match": '"1"' });
    expect((await reporter.send(`/api/articles/${id}`, without)).status).toBe(200);
    expect(await erase(reporter)).toBe(403);
    await approve(editor, id, { version: 1 });
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
    expect(await erase(reporter)).toBe(403);
  });

  test("a reporter cannot erase a photo of another user's working copy", async () => {
    const { id } = await submitArticle(reporter, article("Bài đang viết thêm ảnh"));
    const content = withPhoto("Bài đang viết thêm ảnh");
    const copy = json(
      "PUT",
      { baseVersion: 1, content },
      { cookie: reporter.cookie, ...sameOrigin },
    );
    expect((await send(`/toa-soan/bai/${id}/nhap`, copy)).status).toBe(200);
    expect(await erase(reporter)).toBe(403);
  });

  test("is refused when another site sends it", async () => {
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const answer = await editor.post(`/toa-soan/anh/${photo}/xoa`, { reason: "x" }, foreign);
    expect(answer.status).toBe(403);
  });
});
