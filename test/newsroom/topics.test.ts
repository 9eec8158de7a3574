import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { article, publish } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const path = "/toa-soan/quan-tri/dong-su-kien";

let admin: Staff;
beforeAll(async () => {
  admin = await hireInBrowser("admin");
  await addSections("tin-tuc");
  const [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  await publish(reporter, editor, article("Bài một", { tags: ["Chuyển đổi số", "Bão số 3"] }));
  await publish(reporter, editor, article("Bài hai", { tags: ["chuyển đổi số"] }));
});

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM topics").run();
});

async function promote(slug: string, name = "", summary = "Tóm tắt."): Promise<Response> {
  return admin.post(path, { slug, name, summary });
}

async function topics(): Promise<unknown[]> {
  const rows = env.DB.prepare(
    "SELECT slug, name, summary FROM topics ORDER BY promoted_at DESC, slug",
  );
  return (await rows.all()).results;
}

describe("promoting a tag to a topic", () => {
  test("offers tags with their counts, in their latest spelling", async () => {
    const page = await (await admin.open(path)).text();
    expect(page).toMatch(
      /value="chuyen-doi-so"[^>]*>\s*chuyển đổi số \(2 bài\)[^]*value="bao-so-3"[^>]*>\s*Bão số 3 \(1 bài\)/,
    );
  });

  test("makes the topic page, and purges every page that may show the topic", async () => {
    await fillCache(["/the/chuyen-doi-so", "/"]);
    expect((await send("/dong-su-kien/chuyen-doi-so")).status).toBe(404);
    expect((await promote("chuyen-doi-so", "Chuyển đổi số toàn dân", "Từ năm 2021.")).status).toBe(
      303,
    );
    expect(await isCached("/the/chuyen-doi-so")).toBe(false);
    const page = await (await send("/dong-su-kien/chuyen-doi-so")).text();
    expect(page).toContain("Chuyển đổi số toàn dân");
    expect(page).toContain("Từ năm 2021.");
    const log = await env.DB.prepare("SELECT act, subject FROM log ORDER BY id DESC").first();
    expect(log).toEqual({ act: "topic.promoted", subject: "chuyen-doi-so" });
  });

  test("uses the tag as the name when none is given", async () => {
    await promote("bao-so-3");
    expect(await topics()).toEqual([{ slug: "bao-so-3", name: "Bão số 3", summary: "Tóm tắt." }]);
  });

  test.each([
    ["khong-co", "", "Tóm tắt.", 422, "Hãy chọn một từ khóa"],
    ["bao-so-3", "x".repeat(101), "Tóm tắt.", 422, "Dài quá 100"],
    ["bao-so-3", "Bão", "", 422, "Hãy viết vài câu"],
    ["bao-so-3", "Bão", "x".repeat(601), 422, "Dài quá 600"],
  ])("%s, %s: %s is refused", async (slug, name, summary, status, why) => {
    const answer = await promote(slug, name, summary);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(page).toContain(why);
    expect(page).toContain(`value="${name}"`);
    expect(await topics()).toEqual([]);
  });

  test("is refused the second time", async () => {
    await promote("bao-so-3");
    expect((await promote("bao-so-3")).status).toBe(409);
  });
});

describe("a topic", () => {
  test("can be edited", async () => {
    await promote("bao-so-3");
    const words = { "name-bao-so-3": `<b>"Bão"</b>`, "summary-bao-so-3": "Khác\ntrước." };
    expect((await admin.post(`${path}/bao-so-3/sua`, words)).status).toBe(303);
    expect(await topics()).toEqual([
      { slug: "bao-so-3", name: `<b>"Bão"</b>`, summary: "Khác trước." },
    ]);
    for (const answer of [await send("/dong-su-kien/bao-so-3"), await admin.open(path)]) {
      expect(await answer.text()).not.toContain("<b>&quot;Bão");
    }
  });

  test("shows a picture of the library, at its head, where it is shared and in the boxes of its articles", async () => {
    const photo = await sendPhoto(admin);
    await promote("chuyen-doi-so");
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(404);
    const words = { "name-chuyen-doi-so": "Chuyển đổi số", "summary-chuyen-doi-so": "Tóm tắt." };
    const fields = { ...words, "photo-chuyen-doi-so": `http://localhost/toa-soan/anh/${photo}` };
    const save = (alt: string, more = {}) =>
      admin.post(`${path}/chuyen-doi-so/sua`, { ...fields, "alt-chuyen-doi-so": alt, ...more });
    for (const [alt, more, why] of [
      ["", {}, "Hãy mô tả ảnh."],
      ["Ảnh", { "photo-chuyen-doi-so": "không có" }, "Thư viện không có ảnh này."],
    ] as const) {
      const refused = await save(alt, more);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(why);
    }
    await fillCache(["/dong-su-kien/chuyen-doi-so", "/bai-viet/bai-mot"]);
    expect((await save("Lớp học <máy tính>")).status).toBe(303);
    const page = await (await send("/dong-su-kien/chuyen-doi-so")).text();
    expect(page).toMatch(/<figure class="photo topic-picture[^]*alt="Lớp học &lt;máy tính&gt;"/);
    expect(page).toMatch(new RegExp(`og:image" content="[^"]*/anh/${photo}/`));
    expect(await (await send("/bai-viet/bai-mot")).text()).toMatch(
      new RegExp(`<aside class="topic"[^]*/anh/${photo}/[^]*</aside>`),
    );
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(200);
    const inLibrary = await (await admin.open(`/toa-soan/anh/${photo}`)).text();
    expect(inLibrary).toContain("Ảnh của dòng sự kiện “Chuyển đổi số”");
    expect((await admin.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Yêu cầu" })).status).toBe(
      303,
    );
    for (const shown of ["/dong-su-kien/chuyen-doi-so", "/bai-viet/bai-mot"]) {
      expect(await (await send(shown)).text()).not.toContain(photo);
    }
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(404);
  });

  test("takes its picture from readers when it is removed", async () => {
    const photo = await sendPhoto(admin, "Người khác");
    await promote("bao-so-3");
    const fields = {
      "name-bao-so-3": "Bão",
      "summary-bao-so-3": "Tóm tắt.",
      "alt-bao-so-3": "Cây đổ",
    };
    await admin.post(`${path}/bao-so-3/sua`, { ...fields, "photo-bao-so-3": photo });
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(200);
    await admin.post(`${path}/bao-so-3/xoa`);
    expect((await send(`/anh/${photo}/goc.jpg`)).status).toBe(404);
  });

  test("moves to the first place when it is promoted again", async () => {
    await promote("bao-so-3");
    await env.DB.prepare("UPDATE topics SET promoted_at = 1").run();
    await promote("chuyen-doi-so");
    expect(await topics()).toMatchObject([{ slug: "chuyen-doi-so" }, { slug: "bao-so-3" }]);
    await env.DB.prepare("UPDATE topics SET promoted_at = 2 WHERE slug = 'chuyen-doi-so'").run();
    expect((await admin.post(`${path}/bao-so-3/len`)).status).toBe(303);
    expect(await topics()).toMatchObject([{ slug: "bao-so-3" }, { slug: "chuyen-doi-so" }]);
  });

  test("becomes a plain tag again when it is removed", async () => {
    await promote("bao-so-3");
    expect((await send("/dong-su-kien/bao-so-3")).status).toBe(200);
    expect((await admin.post(`${path}/bao-so-3/xoa`)).status).toBe(303);
    expect((await send("/dong-su-kien/bao-so-3")).status).toBe(404);
    expect((await send("/the/bao-so-3")).status).toBe(200);
    expect((await admin.post(`${path}/bao-so-3/xoa`)).status).toBe(404);
  });

  test("can be changed only by an admin", async () => {
    const editor = await hireInBrowser("editor");
    expect((await editor.open(path)).status).toBe(403);
    expect((await editor.post(path, { slug: "bao-so-3", summary: "x" })).status).toBe(403);
  });
});
