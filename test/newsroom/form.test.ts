import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import {
  readContents,
  formIn,
  idIn,
  multipart,
  saveArticle,
  typeArticle,
  write,
  openNewForm,
} from "./article-form.ts";

let reporter: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hireInBrowser("reporter");
});

async function readState(id: string): Promise<string | null> {
  return env.DB.prepare("SELECT state FROM articles WHERE id = ?1").bind(id).first("state");
}

describe("POST /toa-soan/bai", () => {
  test("a draft needs only some text", async () => {
    const answer = await write(reporter, { title: "  ", body: "Chữ </textarea> này" });
    expect(answer.status).toBe(303);
    const id = idIn(answer.headers.get("location"));
    expect(await readContents(id)).toMatchObject([{ title: "", body: "Chữ </textarea> này" }]);
    for (const path of ["", "/sua", "/phien-ban"]) {
      const page = await (await reporter.open(`/toa-soan/bai/${id}${path}`)).text();
      expect(page, path).toContain("(chưa đặt tiêu đề)");
    }
    expect(await (await reporter.open("/toa-soan")).text()).toContain("(chưa đặt tiêu đề)");
  });

  test("422 when nothing was typed", async () => {
    const answer = await write(reporter, { title: "  " });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('<a href="#o-title">Chưa có chữ hay ảnh nào để lưu');
  });

  test("a draft may lack everything but its title", async () => {
    const answer = await write(reporter, { title: " Một  tiêu đề ", "byline.authors": "" });
    expect(answer.status).toBe(303);
    const id = idIn(answer.headers.get("location"));
    expect(await readContents(id)).toMatchObject([
      { title: "Một tiêu đề", lede: "", body: "", section: null, byline: { authors: [] } },
    ]);
    expect(await readState(id)).toBe("draft");
  });

  test("saves every field and shows it again", async () => {
    const all = typeArticle("Bài đủ mọi phần", {
      genre: "phong-su",
      tags: "nông nghiệp, chuyển đổi số, nông nghiệp",
      "byline.authors": "Thế Bằng\nThu Trang",
      "source.name": "Báo Nhân Dân",
      "source.url": "https://nhandan.vn/bai",
      "english.title": "Title",
      "english.summary": "Summary.",
      body: 'Đoạn "một" <b> & \\*hai\\*.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    });
    const id = await saveArticle(reporter, all);
    expect(await readContents(id)).toMatchObject([
      {
        tags: ["nông nghiệp", "chuyển đổi số"],
        byline: { authors: ["Thế Bằng", "Thu Trang"], unit: "TT Phát triển KH&CN" },
        source: { name: "Báo Nhân Dân", url: "https://nhandan.vn/bai" },
        english: { title: "Title", summary: "Summary." },
        body: all["body"],
      },
    ]);
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(action).toBe(`/toa-soan/bai/${id}/sua`);
    expect(fields).toMatchObject({
      ...all,
      "byline.authors": "Thế Bằng, Thu Trang",
      tags: "nông nghiệp, chuyển đổi số",
      version: "1",
    });
  });

  test("a text without a title is saved but not submitted, with a message at the field", async () => {
    const untitled = typeArticle("", { title: "  ", body: "Chữ </textarea> này" });
    const answer = await write(reporter, untitled, "submit");
    expect(answer.status).toBe(422);
    const page = await answer.clone().text();
    expect(page).toContain('aria-describedby="o-title-goi-y o-title-loi"');
    expect(page).toContain('<a href="#o-title">Bài chưa có tiêu đề');
    expect((await formIn(answer)).fields).toMatchObject({
      body: "Chữ </textarea> này",
      title: "",
    });
  });

  test.each([
    ["source.url", { "source.name": "Báo", "source.url": "khong phai dia chi" }],
    ["source.name", { "source.url": "https://nhandan.vn" }],
    ["section", { section: "khong-co" }],
    ["tags", { tags: "x".repeat(61) }],
    ["byline.authors", { "byline.authors": `A, ${"x".repeat(81)}` }],
    ["lede", { lede: "x".repeat(3001) }],
    ["body", { body: "![](photo:khong-co)" }],
    ["english.summary", { "english.title": "Title" }],
    ["genre", { genre: "khac" }],
  ])("an error in %s is shown there, and nothing is lost", async (field, wrong) => {
    const sent = typeArticle("Bài có lỗi", wrong);
    const answer = await write(reporter, sent);
    expect(answer.status).toBe(422);
    expect(await answer.clone().text()).toContain(`id="o-${field.replaceAll(".", "-")}-loi"`);
    const { genre: _, section: __, ...kept } = sent;
    expect((await formIn(answer)).fields).toMatchObject(kept);
  });

  test("makes one article with one version when it is sent twice, even at once", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const form = { ...fields, ...typeArticle("Bấm hai lần"), act: "save" };
    const send = () => reporter.post("/toa-soan/bai", multipart(form));
    const both = await Promise.all([send(), send()]);
    const answers = [...both, await send()];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const ids = answers.map(({ headers }) => idIn(headers.get("location")));
    expect(new Set(ids).size).toBe(1);
    expect(await readContents(ids[0] ?? "")).toHaveLength(1);
  });

  test("makes a second article when another user sends the same key", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const form = multipart({ ...fields, ...typeArticle("Một khóa"), person: "", act: "save" });
    const mine = idIn((await reporter.post("/toa-soan/bai", form)).headers.get("location"));
    const other = await hireInBrowser("reporter");
    const theirs = idIn((await other.post("/toa-soan/bai", form)).headers.get("location"));
    expect(theirs).not.toBe(mine);
  });

  test("act=submit redirects to the article page", async () => {
    const answer = await write(reporter, typeArticle("Nộp ngay"), "submit");
    expect(answer.status).toBe(303);
    const id = idIn(answer.headers.get("location"));
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}`);
    expect(await readState(id)).toBe("submitted");
  });

  test("a refused submission saves the draft, and the form says why", async () => {
    const answer = await write(reporter, typeArticle("Chưa nộp được", { lede: "" }), "submit");
    expect(answer.status).toBe(422);
    const page = await answer.clone().text();
    expect(page).toContain("Bài đã được lưu nhưng chưa nộp được");
    expect(page).not.toContain("data-unsaved");
    expect(page).toContain('<a href="#o-lede">Bài chưa có sapo.</a>');
    const { action, fields } = await formIn(answer);
    const again = await reporter.post(
      action,
      multipart({ ...fields, lede: "Sapo đây.", act: "submit" }),
    );
    expect(again.status).toBe(303);
    expect(await readState(idIn(action))).toBe("submitted");
    expect(await readContents(idIn(action))).toHaveLength(2);
  });
});

describe("GET and POST /toa-soan/bai/:id/sua", () => {
  test("404 for another reporter; an editor may edit", async () => {
    const id = await saveArticle(reporter, typeArticle("Của riêng tôi"));
    const other = await hireInBrowser("reporter");
    const form = multipart({ title: "Chiếm", version: "1", act: "save" });
    expect((await other.open(`/toa-soan/bai/${id}/sua`)).status).toBe(404);
    expect((await other.post(`/toa-soan/bai/${id}/sua`, form)).status).toBe(404);
    const editor = await hireInBrowser("editor");
    const { action, fields } = await formIn(await editor.open(`/toa-soan/bai/${id}/sua`));
    const answer = await editor.post(action, multipart({ ...fields, title: "Mới", act: "save" }));
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}/sua?done=saved-2`);
  });

  test("an unchanged text makes no version", async () => {
    const id = await saveArticle(reporter, typeArticle("Không đổi"));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const answer = await reporter.post(action, multipart({ ...fields, act: "save" }));
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}/sua?done=saved-1`);
    expect(await readContents(id)).toHaveLength(1);
    const page = await (await reporter.open(`/toa-soan/bai/${id}/sua?done=saved-1`)).text();
    expect(page).toContain("Đã lưu phiên bản 1 lúc");
  });

  test("a preview keeps what was typed as a working copy, not as a version", async () => {
    const id = await saveArticle(reporter, typeArticle("Xem trước"));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const typedMore = { ...fields, title: "", body: "Đang viết dở", act: "preview" };
    const answer = await reporter.post(action, multipart(typedMore));
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}/xem-truoc`);
    expect(await readContents(id)).toHaveLength(1);
    const shown = await formIn(await reporter.open(action));
    expect(shown.fields).toMatchObject({ title: "", body: "Đang viết dở", version: "1" });
  });

  test("submitting an unchanged text twice shows a message", async () => {
    const id = idIn(
      (await write(reporter, typeArticle("Nộp lại"), "submit")).headers.get("location"),
    );
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    const answer = await reporter.post(action, multipart({ ...fields, act: "submit" }));
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}`);
  });

  test("is refused when another site sends it", async () => {
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const form = multipart({ title: "Giả", act: "save" });
    expect((await reporter.post("/toa-soan/bai", form, headers)).status).toBe(403);
  });
});

describe("a form sent after the session has ended", () => {
  test.each(["/toa-soan/bai", null])("is shown again with all its fields (%s)", async (path) => {
    const person = await hireInBrowser("reporter");
    const id = path === null ? await saveArticle(person, typeArticle("Hết phiên")) : null;
    const { action, fields } = await formIn(
      id === null ? await openNewForm(person) : await person.open(`/toa-soan/bai/${id}/sua`),
    );
    const sent = { ...fields, ...typeArticle('Viết "lâu" quá'), act: "submit" };
    const nobody = await person.post(action, multipart(sent), { cookie: "" });
    expect(nobody.status).toBe(401);
    expect(nobody.headers.get("cache-control")).toBe("no-store");
    const page = await nobody.text();
    const kept = page.slice(page.indexOf('enctype="multipart/form-data"'));
    expect(kept).toContain("Viết &quot;lâu&quot; quá");
    const names = [...kept.matchAll(/name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(["title", "body", "key", "version", "act"]));
    expect((await person.post(action, multipart(sent))).status).toBe(303);
  });
});

describe("a normalised text", () => {
  test("has a message above the form; an unchanged text has none", async () => {
    const person = await hireInBrowser("reporter");
    const banner = async (fields: Record<string, string>) => {
      const { action, fields: shown } = await formIn(await openNewForm(person));
      const sent = { ...shown, ...typeArticle("Chuẩn hóa", fields), act: "save" };
      const answer = await person.post(action, multipart(sent));
      return (await person.open(answer.headers.get("location") ?? "")).text();
    };
    expect(await banner({ body: "Mười\u00a0tấn." })).toContain("đã được chuẩn hóa khi nhận");
    expect(await banner({ body: "Một.\r\n\r\nHai." })).not.toContain("đã được chuẩn hóa");
  });
});

describe("a form refused before its fields are read", () => {
  test("is shown again with all its fields when the write limit is reached", async () => {
    const person = await hireInBrowser("reporter");
    const { action, fields } = await formIn(await openNewForm(person));
    const sent = { ...fields, ...typeArticle("Bài gửi quá nhanh"), act: "save" };
    let answer = await person.post("/toa-soan/anh");
    for (let n = 0; answer.status !== 429 && n < 260; n++) {
      answer = await person.post("/toa-soan/anh");
    }
    const refused = await person.post(action, multipart(sent));
    expect(refused.status).toBe(429);
    const page = await refused.text();
    expect(page).toContain("Quá nhiều thao tác");
    expect(page).toContain('value="Bài gửi quá nhanh"');
    expect(page).not.toContain("đăng nhập lại");
  });

  test("is not shown again when another site sent it", async () => {
    const person = await hireInBrowser("reporter");
    const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    const refused = await person.post(
      "/toa-soan/bai",
      multipart(typeArticle("Từ nơi khác")),
      headers,
    );
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain("Từ nơi khác");
  });
});
