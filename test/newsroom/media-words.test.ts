import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { ArticleContent } from "../../src/article/article.ts";
import { readVersion } from "../../src/article/version-store.ts";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let colleague: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  colleague = await hireInBrowser("reporter");
});

type Words = { alt: string; caption?: string; place?: number; version?: number };

async function reword(
  staff: Staff,
  photo: string,
  id: string,
  { alt, caption = "", place = 0, version = 1 }: Words,
): Promise<Response> {
  return staff.post(`/toa-soan/anh/${photo}/mo-ta`, {
    article: id,
    place: String(place),
    version: String(version),
    [`alt-${id}-${place}`]: alt,
    [`caption-${id}-${place}`]: caption,
  });
}

async function readContent(id: string, version: number): Promise<ArticleContent> {
  const found = await readVersion(env.DB, id, version);
  if (found === null) throw new Error(`there is no version ${version}`);
  return found.content;
}

async function readStanding(id: string): Promise<unknown> {
  return env.DB.prepare("SELECT state, version FROM articles WHERE id = ?1").bind(id).first();
}

const hostile = 'Ông "Tư" [trái] \\ *và* <b>bà</b> ](photo:x) &amp;';

describe("POST /toa-soan/anh/:photo/mo-ta", () => {
  test("changes the words of a lead photo in a new version, and nothing else", async () => {
    const photo = await sendPhoto(reporter);
    const leadPhoto = { photo, alt: "Cũ", caption: "Chú thích cũ", credit: "Đỗ Vân" };
    const { id } = await submitArticle(reporter, article("Bài đổi chữ ảnh đầu", { leadPhoto }));
    const answer = await reword(reporter, photo, id, { alt: hostile, caption: "Mới" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/toa-soan/anh/${photo}?done=words`);
    const [former, content] = [await readContent(id, 1), await readContent(id, 2)];
    const reworded = { ...leadPhoto, alt: hostile, caption: "Mới" };
    expect(content).toEqual({ ...former, leadPhoto: reworded });
    expect(await readStanding(id)).toEqual({ state: "submitted", version: 2 });
  });

  test("changes the words of one photo of the text, in the order of the text", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đầu *bài*.\n\n![Một](photo:${photo} "Nhất")\n\nGiữa.\n\n![Hai](photo:${photo})\n\nCuối.`;
    const { id } = await submitArticle(reporter, article("Bài đổi chữ ảnh trong bài", { body }));
    const words = { alt: hostile, caption: hostile, place: 2 };
    expect((await reword(reporter, photo, id, words)).status).toBe(303);
    const { body: changed } = await readContent(id, 2);
    expect(changed.startsWith(body.slice(0, body.indexOf("![Hai]")))).toBe(true);
    expect(changed.endsWith("\n\nCuối.")).toBe(true);
    const uses = await env.DB.prepare(
      "SELECT place, alt, caption FROM photo_uses WHERE article_id = ?1 ORDER BY place",
    )
      .bind(id)
      .all();
    expect(uses.results).toEqual([
      { place: 1, alt: "Một", caption: "Nhất" },
      { place: 2, alt: hostile, caption: hostile },
    ]);
  });

  test("records an event with the user and the reason for the new version", async () => {
    const photo = await sendPhoto(reporter);
    const { id } = await submitArticle(
      reporter,
      article("Bài có sự kiện", { leadPhoto: { photo, alt: "Cũ" } }),
    );
    expect((await reword(editor, photo, id, { alt: "Mới" })).status).toBe(303);
    const event = await env.DB.prepare(
      "SELECT type, version, actor_id, reason FROM events WHERE article_id = ?1 ORDER BY number DESC",
    )
      .bind(id)
      .first();
    expect(event).toEqual({
      type: "saved",
      version: 2,
      actor_id: editor.id,
      reason: "Sửa mô tả, chú thích ảnh",
    });
  });

  test("shows readers the former words until an editor approves, and the form says so", async () => {
    const photo = await sendPhoto(reporter);
    const leadPhoto = { photo, alt: "Chữ đang đăng", caption: "Chú thích đang đăng" };
    const { id, slug } = await publish(reporter, editor, article("Bài đang đăng", { leadPhoto }));
    const page = await (await reporter.open(`/toa-soan/anh/${photo}`)).text();
    expect(page).toContain("bạn đọc vẫn thấy mô tả, chú thích cũ");
    expect((await reword(reporter, photo, id, { alt: "Chữ mới" })).status).toBe(303);
    expect(await readStanding(id)).toEqual({ state: "published", version: 2 });
    const seen = await (await send(`/bai-viet/${slug}`)).text();
    expect(seen).toContain("Chú thích đang đăng");
    expect(seen).not.toContain("Chữ mới");
  });

  test("makes no version for the same words", async () => {
    const photo = await sendPhoto(reporter);
    const leadPhoto = { photo, alt: "Như cũ" };
    const { id } = await submitArticle(reporter, article("Bài giữ nguyên", { leadPhoto }));
    const answer = await reword(reporter, photo, id, { alt: " Như  cũ " });
    expect(answer.headers.get("location")).toBe(`/toa-soan/anh/${photo}`);
    expect(await readStanding(id)).toEqual({ state: "submitted", version: 1 });
  });

  test("409 when there is a newer version, with the typed text in that version's form", async () => {
    const photo = await sendPhoto(reporter);
    const content = article("Bài có người sửa", { leadPhoto: { photo, alt: "Cũ" } });
    const standingNow = await submitArticle(reporter, content);
    const { id } = standingNow;
    await revise(reporter, standingNow, {
      ...content,
      leadPhoto: { photo, alt: "Của người khác" },
    });
    const answer = await reword(editor, photo, id, { alt: "Của tôi <b>", caption: "Tôi gõ" });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("Của tôi &lt;b&gt;</textarea>");
    expect(page).toContain("Tôi gõ</textarea>");
    expect(page).toContain("Của người khác");
    expect(page).toContain('name="version" value="2"');
    expect(page).toContain(`href="#o-alt-${id}-0"`);
    expect(await readStanding(id)).toEqual({ state: "submitted", version: 2 });
  });

  test("409 with the typed text even when the article no longer shows the photo", async () => {
    const photo = await sendPhoto(reporter);
    const first = await submitArticle(
      reporter,
      article("Bài đã bỏ ảnh", { leadPhoto: { photo, alt: "Cũ" } }),
    );
    await revise(reporter, first, article("Bài đã bỏ ảnh"));
    const answer = await reword(reporter, photo, first.id, { alt: "Tôi gõ mô tả" });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Tôi gõ mô tả");
  });

  test.each<[string, Words, string]>([
    ["no alt", { alt: " ", caption: "Tôi gõ chú thích" }, "Hãy mô tả ảnh."],
    ["a long alt", { alt: "x".repeat(501) }, "Dài quá 500 ký tự."],
    ["a long caption", { alt: "Mô tả", caption: "x".repeat(1001) }, "Dài quá 1.000 ký tự."],
  ])("422 for %s, with what was typed", async (_, words, message) => {
    const photo = await sendPhoto(reporter);
    const leadPhoto = { photo, alt: "Cũ" };
    const { id } = await submitArticle(reporter, article("Bài thiếu mô tả", { leadPhoto }));
    const answer = await reword(reporter, photo, id, words);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(message);
    expect(page).toContain(`${words.caption ?? words.alt}</textarea>`);
    expect(await readStanding(id)).toEqual({ state: "submitted", version: 1 });
  });

  test("422 for a photo whose Markdown cannot be changed here", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đầu bài.\n\n![Một][anh]\n\n[anh]: photo:${photo}`;
    const { id } = await submitArticle(reporter, article("Bài dùng định nghĩa", { body }));
    const answer = await reword(reporter, photo, id, { alt: "Tôi gõ", place: 1 });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Tôi gõ</textarea>");
  });

  test("404 for a place where the article has another photo or none", async () => {
    const [photo, other] = [await sendPhoto(reporter), await sendPhoto(reporter)];
    const body = `Đầu bài.\n\n![Một](photo:${other})`;
    const leadPhoto = { photo, alt: "Cũ" };
    const { id } = await submitArticle(reporter, article("Bài hai ảnh", { body, leadPhoto }));
    for (const place of [1, 2]) {
      expect((await reword(reporter, photo, id, { alt: "Mới", place })).status).toBe(404);
    }
    expect(await readStanding(id)).toEqual({ state: "submitted", version: 1 });
  });

  test("404 for another reporter's article, even with one's own photo", async () => {
    const photo = await sendPhoto(colleague);
    const content = article("Bài của người khác", { leadPhoto: { photo, alt: "Cũ" } });
    const { id } = await submitArticle(editor, content);
    expect((await reword(colleague, photo, id, { alt: "Mới" })).status).toBe(404);
    const { id: own } = await submitArticle(colleague, content);
    expect((await reword(colleague, photo, own, { alt: "Mới" })).status).toBe(303);
  });

  test("shows the typed text again after the session has ended", async () => {
    const photo = await sendPhoto(reporter);
    const leadPhoto = { photo, alt: "Cũ" };
    const { id } = await submitArticle(reporter, article("Bài hết phiên", { leadPhoto }));
    const stranger: Staff = {
      ...reporter,
      post: (path, fields) => reporter.post(path, fields, { cookie: "" }),
    };
    const answer = await reword(stranger, photo, id, { alt: "Tôi gõ lâu" });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("Tôi gõ lâu");
  });
});

describe("GET /toa-soan/anh/:photo", () => {
  test("has a form only for the uses that the user may edit", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đầu bài.\n\n![Một](photo:${photo})\n\n![Hai](photo:${photo})`;
    const { id } = await publish(reporter, editor, article("Bài hai lần một ảnh", { body }));
    await colleague.send("/api/articles", json("POST", article("Bài khác", { body })));
    const formsFor = async (staff: Staff) => {
      const page = await (await staff.open(`/toa-soan/anh/${photo}`)).text();
      return [...page.matchAll(/name="(alt-[^"]+)"/g)].map(([, name]) => name);
    };
    expect(await formsFor(reporter)).toEqual([`alt-${id}-1`, `alt-${id}-2`]);
    expect(await formsFor(editor)).toHaveLength(4);
    expect(await formsFor(colleague)).toHaveLength(2);
  });
});
