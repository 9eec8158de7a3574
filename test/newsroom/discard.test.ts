import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { deskWords } from "../../src/vietnamese/words/desk.ts";
import { pdf, sendFile } from "../file/sample.ts";
import { runClock } from "../publishing/minutes.ts";
import { article, submitArticle } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, idIn, multipart, openNewForm, typeArticle } from "./article-form.ts";

const day = 24 * 60 * 60 * 1000;

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

async function draft(title: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await reporter.send("/api/articles", json("POST", article(title, more)));
  return (await answer.json<{ id: string }>()).id;
}

const discard = (id: string, person = reporter) =>
  person.post(`/toa-soan/bai/${id}/bo`, { event: "1" });

const restore = (id: string, event = "2") =>
  reporter.post(`/toa-soan/bai/${id}/khoi-phuc`, { event });

async function desk(person: Staff): Promise<{ writing: string; discarded: string }> {
  const page = await (await person.open("/toa-soan")).text();
  const section = (id: string) => {
    const start = page.indexOf(`aria-labelledby="${id}"`);
    return start < 0 ? "" : page.slice(start, page.indexOf("</section>", start));
  };
  return { writing: section("drafts"), discarded: section("discarded") };
}

async function count(sql: string, id: string): Promise<number> {
  return (await env.DB.prepare(sql).bind(id).first<number>("n")) ?? -1;
}

describe("a discarded draft", () => {
  test("moves to “Đã bỏ” of its reporter's desk, and out of every list", async () => {
    const id = await draft("Bài sẽ bỏ");
    expect(await (await reporter.open(`/toa-soan/bai/${id}`)).text()).toContain(
      `action="/toa-soan/bai/${id}/bo"`,
    );
    expect((await discard(id)).status).toBe(303);
    const { writing, discarded } = await desk(reporter);
    expect(writing).not.toContain("Bài sẽ bỏ");
    expect(discarded).toContain("Bài sẽ bỏ");
    expect(discarded).toMatch(/giữ đến\s+<time [^>]*>\d\d\/\d\d\/\d{4}</);
    const other = await desk(editor);
    expect(other.writing + other.discarded).not.toContain("Bài sẽ bỏ");
    for (const path of ["/toa-soan/bai", "/toa-soan/bai?state=draft", "/toa-soan/bai?q=se+bo"]) {
      expect(await (await reporter.open(path)).text(), path).not.toContain("Bài sẽ bỏ");
    }
    expect(await (await reporter.open("/toa-soan/bai?state=discarded")).text()).toContain(
      "Bài sẽ bỏ",
    );
    const listed = await (await reporter.send("/api/articles?status=draft")).text();
    expect(listed).not.toContain(id);
  });

  test("cannot be read, changed or submitted by the API, nor changed in the newsroom", async () => {
    const id = await draft("Bài không còn sửa được");
    await discard(id);
    const headers = { "if-match": '"1"' };
    const answers = [
      await reporter.send(`/api/articles/${id}`),
      await reporter.send(`/api/articles/${id}`, json("PUT", article("Khác"), headers)),
      await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" }),
      await editor.send(`/api/articles/${id}/versions`),
      await reporter.open(`/toa-soan/bai/${id}/xem-truoc`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([410, 410, 410, 410, 410]);
    const copy = json("PUT", { baseVersion: 1, content: { title: "X" } }, sameOrigin);
    const cookie = { ...(copy.headers as Record<string, string>), cookie: reporter.cookie };
    const kept = await reporter.send(`/toa-soan/bai/${id}/nhap`, { ...copy, headers: cookie });
    expect(kept.status).toBe(410);
    const form = await reporter.open(`/toa-soan/bai/${id}/sua`);
    expect(form.headers.get("location")).toBe(`/toa-soan/bai/${id}`);
  });

  test("is restored, and both acts are in its history and in the log", async () => {
    const id = await draft("Bài khôi phục");
    await discard(id);
    const page = await (await reporter.open(`/toa-soan/bai/${id}`)).text();
    expect(page).toContain("Bạn đã bỏ bài nháp này");
    for (const words of [deskWords.copyMessage, deskWords.findings, deskWords.preview]) {
      expect(page).not.toContain(words);
    }
    expect(page).toContain(">Đã bỏ</span>");
    expect(page).not.toContain("/phien-ban/");
    expect((await restore(id)).status).toBe(303);
    expect((await desk(reporter)).writing).toContain("Bài khôi phục");
    const history = await (await reporter.open(`/toa-soan/bai/${id}`)).text();
    expect(history).toContain("bỏ bài nháp");
    expect(history).toContain("khôi phục bài nháp");
    expect(history).toContain(deskWords.justDone["restored"]);
    expect(history).toContain("/phien-ban/1");
    const admin = await hireInBrowser("admin");
    const log = await (await admin.open("/toa-soan/quan-tri/nhat-ky?subject=khoi+phuc")).text();
    expect(log).toContain("Khôi phục bài nháp");
  });

  test("does not offer its unsaved text while its form cannot be opened", async () => {
    const id = await draft("Bài còn chữ chưa lưu");
    const copy = json("PUT", { baseVersion: 1, content: { title: "Chữ mới" } }, sameOrigin);
    const cookie = { ...(copy.headers as Record<string, string>), cookie: reporter.cookie };
    const kept = await reporter.send(`/toa-soan/bai/${id}/nhap`, { ...copy, headers: cookie });
    expect(kept.status).toBe(200);
    const open = async () => (await reporter.open(`/toa-soan/bai/${id}`)).text();
    expect(await open()).toContain(deskWords.unsavedSince);
    await discard(id);
    expect(await open()).not.toContain(deskWords.unsavedSince);
    await restore(id);
    expect(await open()).toContain(deskWords.unsavedSince);
  });

  test("is not begun again by its old form", async () => {
    const { action, fields } = await formIn(await openNewForm(reporter));
    const form = multipart({ ...fields, ...typeArticle("Bỏ rồi gửi lại"), act: "save" });
    const id = idIn((await reporter.post(action, form)).headers.get("location"));
    await discard(id);
    const again = multipart({
      ...fields,
      ...typeArticle("Bỏ rồi gửi lại"),
      lede: "Khác.",
      act: "save",
    });
    expect((await reporter.post(action, again)).status).toBe(410);
  });

  test("keeps what is sent by a form that was open, so that it is saved after restoring", async () => {
    const { action, fields } = await formIn(await openNewForm(reporter));
    const first = multipart({ ...fields, ...typeArticle("Bỏ ở thẻ khác"), act: "save" });
    const id = idIn((await reporter.post(action, first)).headers.get("location"));
    const open = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await discard(id);
    for (const form of [open, { action, fields: { ...fields, ...typeArticle("Bỏ ở thẻ khác") } }]) {
      const sent = multipart({ ...form.fields, lede: "Chữ gõ sau.", act: "save" });
      const answer = await reporter.post(form.action, sent);
      expect(answer.status).toBe(410);
      const page = await answer.text();
      expect(page.includes("Chữ gõ sau.")).toBe(true);
      expect(page.includes("Người viết có thể khôi phục bài")).toBe(true);
    }
    await restore(id);
    const again = multipart({ ...open.fields, lede: "Chữ gõ sau.", act: "save" });
    expect((await reporter.post(open.action, again)).status).toBe(303);
  });
});

describe("what was ever submitted", () => {
  test("cannot be discarded, even after it was taken back", async () => {
    const { id } = await submitArticle(reporter, article("Bài đã nộp"));
    expect((await reporter.post(`/toa-soan/bai/${id}/bo`, { event: "2" })).status).toBe(409);
    await reporter.post(`/toa-soan/bai/${id}/rut-lai`, { event: "2" });
    const page = await (await reporter.open(`/toa-soan/bai/${id}`)).text();
    expect(page).not.toContain(`action="/toa-soan/bai/${id}/bo"`);
    const answer = await reporter.post(`/toa-soan/bai/${id}/bo`, { event: "3" });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Bài đã từng nộp thì tòa soạn giữ lại");
  });
});

test("an editor cannot discard the draft of a reporter", async () => {
  const id = await draft("Bài của người khác");
  expect((await discard(id, editor)).status).toBe(403);
});

describe("after 30 days", () => {
  test("the clock removes the text and the photos and files that nothing else uses, and keeps the events and the library's photos", async () => {
    const [alone, shared] = [await sendPhoto(reporter), await sendPhoto(reporter)];
    const inLibrary = await sendPhoto(reporter);
    await reporter.send(`/api/photos/${inLibrary}`, json("PATCH", { source: "own" }));
    const file = await sendFile(reporter, "rieng.pdf", pdf(1));
    const sharedFile = await sendFile(reporter, "chung.pdf", pdf(2));
    const documents = [{ file: file.id }, { file: sharedFile.id }];
    const id = await draft("Bài xóa hẳn", {
      documents,
      body: `Một.\n\n![A](photo:${alone})\n\n![B](photo:${shared})\n\n![C](photo:${inLibrary})`,
    });
    await draft("Bài còn lại", {
      body: `Một.\n\n![B](photo:${shared})`,
      documents: documents.slice(1),
    });
    await discard(id);
    await runClock(Date.now() + 29 * day);
    expect((await desk(reporter)).discarded).toContain("Bài xóa hẳn");
    await runClock(Date.now() + 31 * day);
    expect((await reporter.open(`/toa-soan/bai/${id}`)).status).toBe(404);
    expect((await desk(reporter)).discarded).not.toContain(id);
    expect(await count("SELECT COUNT(*) AS n FROM versions WHERE article_id = ?1", id)).toBe(0);
    expect(await count("SELECT COUNT(*) AS n FROM events WHERE article_id = ?1", id)).toBe(3);
    expect(await count("SELECT COUNT(*) AS n FROM photos WHERE id = ?1", alone)).toBe(0);
    expect(await count("SELECT COUNT(*) AS n FROM photos WHERE id = ?1", shared)).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM photos WHERE id = ?1", inLibrary)).toBe(1);
    expect(await env.PHOTOS.head(`files/${file.id}`)).toBeNull();
    expect(await env.PHOTOS.head(`files/${sharedFile.id}`)).not.toBeNull();
    const uses = env.DB.prepare("SELECT article_id FROM file_uses WHERE article_id = ?1");
    expect((await uses.bind(id).all()).results).toEqual([]);
    const { objects } = await env.PHOTOS.list({ prefix: `photos/${alone}/` });
    expect(objects).toEqual([]);
    const kept = await env.PHOTOS.list({ prefix: `photos/${shared}/` });
    expect(kept.objects.length).toBeGreaterThan(0);
  });
});
