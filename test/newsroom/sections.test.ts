import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const path = "/toa-soan/quan-tri/chuyen-muc";

let admin: Staff;
beforeAll(async () => {
  admin = await hireInBrowser("admin");
});

beforeEach(async () => {
  await env.DB.prepare(
    "DELETE FROM sections WHERE slug NOT IN (SELECT section FROM articles UNION SELECT section FROM published)",
  ).run();
});

async function order(): Promise<string[]> {
  const { results } = await env.DB.prepare("SELECT slug FROM sections ORDER BY position").all<{
    slug: string;
  }>();
  return results.map(({ slug }) => slug);
}

async function readActs(): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    "SELECT act, subject, detail FROM log ORDER BY id",
  ).all();
  return results;
}

describe("POST /toa-soan/quan-tri/chuyen-muc", () => {
  test("derives the slug from the name, puts the section last, and shows it on every page at once", async () => {
    await addSections("mot", "hai");
    await fillCache(["/"]);
    const answer = await admin.post(path, { name: "  Đổi mới   sáng tạo " });
    expect(answer.headers.get("location")).toBe(`${path}?done=saved`);
    expect(await order()).toEqual(["mot", "hai", "doi-moi-sang-tao"]);
    expect(await isCached("/")).toBe(false);
    expect(await (await send("/")).text()).toContain("Đổi mới sáng tạo");
    expect(await readActs()).toContainEqual({
      act: "section.added",
      subject: "doi-moi-sang-tao",
      detail: `{"name":"Đổi mới sáng tạo"}`,
    });
  });

  test.each([
    ["", "Hãy ghi tên"],
    ["x".repeat(61), "dài quá 60"],
    ["API", "đã dành cho"],
    ["Tìm kiếm!", "đã dành cho"],
    ["新闻", "đã dành cho"],
    ["MỘT", "đã thuộc chuyên mục"],
    ["chuyên mục MOT", "Đã có chuyên mục"],
  ])("%s is refused, and stays in the form", async (name, why) => {
    await addSections("mot");
    const answer = await admin.post(path, { name });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(why);
    expect(page).toMatch(new RegExp(`id="o-name"[^>]*value="${name}"`));
    expect(await order()).toEqual(["mot"]);
  });

  test("escapes a hostile name", async () => {
    await admin.post(path, { name: `<img src=x onerror="alert(1)">` });
    for (const answer of [await send("/"), await admin.open(path)]) {
      expect(await answer.text()).not.toContain("<img src=x");
    }
  });
});

describe("the list of sections", () => {
  test("moves a section up or down by one, but not beyond the ends", async () => {
    await addSections("mot", "hai", "ba");
    await admin.post(`${path}/ba/len`);
    expect(await order()).toEqual(["mot", "ba", "hai"]);
    await admin.post(`${path}/mot/xuong`);
    expect(await order()).toEqual(["ba", "mot", "hai"]);
    await admin.post(`${path}/ba/len`);
    await admin.post(`${path}/hai/xuong`);
    expect(await order()).toEqual(["ba", "mot", "hai"]);
  });

  test("renames a section and keeps its slug", async () => {
    await addSections("mot", "hai");
    expect((await admin.post(`${path}/mot/ten`, { "name-mot": "Chuyển đổi số" })).status).toBe(303);
    expect(await (await send("/chuyen-muc/mot")).text()).toContain("Chuyển đổi số");
    const twin = await admin.post(`${path}/hai/ten`, { "name-hai": "chuyển đổi SỐ" });
    expect(twin.status).toBe(422);
    expect(await twin.text()).toMatch(/id="o-name-hai-loi"/);
    expect((await admin.post(`${path}/khong/ten`, { "name-khong": "X" })).status).toBe(404);
  });

  test("deletes an empty section and its page", async () => {
    await addSections("mot", "hai");
    await fillCache(["/chuyen-muc/mot"]);
    expect((await admin.post(`${path}/mot/xoa`)).status).toBe(303);
    expect(await order()).toEqual(["hai"]);
    expect((await send("/chuyen-muc/mot")).status).toBe(404);
  });
});

describe("a section with articles", () => {
  test("is not deleted; the message has the number of articles", async () => {
    await addSections("tin-tuc", "khac");
    const [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
    await submitArticle(reporter, article("Bài chờ duyệt"));
    const shown = await publish(reporter, editor, article("Bài đã đăng"));
    // Its published version is in one section and its newest version in the other: it counts in both.
    const headers = { "if-match": `"${shown.version}"` };
    const moved = json("PUT", article("Bài đã đăng", { section: "khac" }), headers);
    expect((await reporter.send(`/api/articles/${shown.id}`, moved)).status).toBe(200);
    const answer = await admin.post(`${path}/tin-tuc/xoa`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Chưa xóa được: 2 bài");
    expect(await (await admin.post(`${path}/khac/xoa`)).text()).toContain("Chưa xóa được: 1 bài");
    expect(await order()).toEqual(["tin-tuc", "khac"]);
  });

  test("is not deleted while a scheduled or withdrawn article may return to it", async () => {
    await addSections("hen-gio", "da-go");
    const [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
    const due = await submitArticle(reporter, article("Bài hẹn giờ", { section: "hen-gio" }));
    await approve(editor, due.id, { at: new Date(Date.now() + 3_600_000).toISOString() });
    const gone = await publish(reporter, editor, article("Bài đã gỡ", { section: "da-go" }));
    const withdrawal = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${gone.id}/publication`, withdrawal);
    for (const { id, version } of [due, gone]) {
      const headers = { "if-match": `"${version}"` };
      const moved = json("PUT", article("Bài chuyển mục"), headers);
      expect((await editor.send(`/api/articles/${id}`, moved)).status).toBe(200);
    }
    expect((await admin.post(`${path}/hen-gio/xoa`)).status).toBe(409);
    expect((await admin.post(`${path}/da-go/xoa`)).status).toBe(409);
  });
});
