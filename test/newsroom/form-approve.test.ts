import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import {
  articleFormPath,
  newsroomArticlePath,
  notesPath,
  returnPath,
} from "../../src/addresses/newsroom.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, publish, submitArticle } from "../support/articles.ts";
import { finishBackgroundWork } from "../support/background-work.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { PushBrowser } from "../support/push-browser.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, multipart } from "./article-form.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

/** Sends the form of an article as this person sees it, with other values of some fields. */
async function sendForm(person: Staff, id: string, more: Record<string, string>) {
  const { action, fields } = await formIn(await person.open(articleFormPath(id)));
  return person.post(action, multipart({ ...fields, ...more }));
}

async function read(person: Staff, id: string): Promise<string> {
  return (await (await person.open(articleFormPath(id))).text()).replace(/\s+/g, " ");
}

async function readState(id: string) {
  return env.DB.prepare(
    "SELECT state, version, approved_version AS approved, updated_at AS updatedAt FROM articles WHERE id = ?1",
  )
    .bind(id)
    .first<{ state: string; version: number; approved: number | null; updatedAt: number | null }>();
}

describe("act=approve in the form", () => {
  test("saves a comma and publishes that version in one act", async () => {
    const { id, slug } = await submitArticle(reporter, article("Bài thiếu dấu phẩy"));
    const page = await read(editor, id);
    expect(page).toContain("Lưu và duyệt");
    expect(await htmlFaults(page)).toEqual([]);
    const answer = await sendForm(editor, id, { act: "approve", lede: "Sapo, đã có dấu phẩy." });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(newsroomArticlePath(id));
    expect(await readState(id)).toMatchObject({ state: "published", version: 2, approved: 2 });
    expect(await (await send(`/bai-viet/${slug}`)).text()).toContain("Sapo, đã có dấu phẩy.");
  });

  test("publishes an edited published article again, with its date of update and a correction", async () => {
    const { id, slug } = await publish(reporter, editor, article("Bài đăng rồi sửa lại"));
    expect(await read(editor, id)).toContain("Sửa và đăng lại");
    const more = { act: "approve", lede: "Số đúng là mười hai.", correction: "Số đúng là 12." };
    expect((await sendForm(editor, id, more)).status).toBe(303);
    const state = await readState(id);
    expect(state).toMatchObject({ state: "published", version: 2, approved: 2 });
    expect(state?.updatedAt).toBeGreaterThan(0);
    const page = await (await send(`/bai-viet/${slug}`)).text();
    for (const part of ["Cập nhật", "Số đúng là mười hai.", "Số đúng là 12."]) {
      expect(page).toContain(part);
    }
  });

  test("keeps the text saved when soát bài blocks it, and publishes nothing", async () => {
    const { id } = await submitArticle(reporter, article("Bài bị chặn khi duyệt"));
    const answer = await sendForm(editor, id, { act: "approve", lede: "" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Bài đã được lưu nhưng chưa đăng được");
    expect(await readState(id)).toMatchObject({ state: "submitted", version: 2, approved: null });
  });

  test("shows both texts when somebody else saved meanwhile, and publishes nothing", async () => {
    const { id } = await submitArticle(reporter, article("Bài hai người sửa"));
    const { action, fields } = await formIn(await editor.open(articleFormPath(id)));
    expect(
      (await sendForm(reporter, id, { act: "save", lede: "Sapo của phóng viên." })).status,
    ).toBe(303);
    const mine = multipart({ ...fields, act: "approve", lede: "Sapo của biên tập." });
    const answer = await editor.post(action, mine);
    expect(answer.status).toBe(409);
    expect(await readState(id)).toMatchObject({ state: "submitted", version: 2 });
  });

  test("sent twice publishes once, with one correction", async () => {
    const { id } = await publish(reporter, editor, article("Bài bấm hai lần"));
    const { action, fields } = await formIn(await editor.open(articleFormPath(id)));
    const more = { act: "approve", lede: "Số đúng.", correction: "Số đúng là 12." };
    const click = () => editor.post(action, multipart({ ...fields, ...more }));
    const answers = [...(await Promise.all([click(), click()])), await click()];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await readState(id)).toMatchObject({ state: "published", version: 2, approved: 2 });
    const { results } = await env.DB.prepare("SELECT text FROM corrections WHERE article_id = ?1")
      .bind(id)
      .all();
    expect(results).toEqual([{ text: "Số đúng là 12." }]);
  });

  test("of a published article tells no editor that something was submitted", async () => {
    const [browser, other] = [new PushBrowser(), await hireInBrowser("editor")];
    await browser.turnOn(other);
    const { id } = await publish(reporter, editor, article("Bài đăng lại không nộp"));
    await finishBackgroundWork();
    const former = await browser.messages();
    expect((await sendForm(editor, id, { act: "approve", lede: "Sapo mới." })).status).toBe(303);
    await finishBackgroundWork();
    expect(await browser.messages()).toEqual(former);
    const { results } = await env.DB.prepare(
      "SELECT type FROM events WHERE article_id = ?1 ORDER BY number",
    )
      .bind(id)
      .all<{ type: string }>();
    const types = results.map(({ type }) => type);
    expect(types).toEqual(["created", "submitted", "published", "saved", "published"]);
  });

  test.each([
    ["soát bài blocks the text", { lede: "", correction: "Đính chính đã gõ." }],
    ["the correction is too long", { correction: "Đính chính đã gõ. ".repeat(200) }],
  ])("keeps the typed correction when %s", async (_, more) => {
    const { id } = await publish(reporter, editor, article("Bài giữ đính chính"));
    const answer = await sendForm(editor, id, { act: "approve", ...more });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page.includes("Đính chính đã gõ.")).toBe(true);
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("keeps the typed correction in sight when somebody else saved meanwhile", async () => {
    const { id } = await publish(reporter, editor, article("Bài hai người, có đính chính"));
    const { action, fields } = await formIn(await editor.open(articleFormPath(id)));
    await sendForm(reporter, id, { act: "save", lede: "Sapo của phóng viên." });
    const more = { act: "approve", lede: "Của tôi.", correction: "Đính chính đã gõ." };
    const answer = await editor.post(action, multipart({ ...fields, ...more }));
    expect(answer.status).toBe(409);
    expect((await answer.text()).includes("Đính chính đã gõ.")).toBe(true);
  });

  test("saves the text and publishes nothing when the article was withdrawn meanwhile", async () => {
    const { id } = await publish(reporter, editor, article("Bài bị gỡ lúc đang sửa"));
    const { action, fields } = await formIn(await editor.open(articleFormPath(id)));
    const withdrawal = json("DELETE", { reason: "Sai tên" });
    expect((await editor.send(`/api/articles/${id}/publication`, withdrawal)).status).toBe(200);
    const typed = multipart({ ...fields, act: "approve", lede: "Chữ vừa gõ." });
    const answer = await editor.post(action, typed);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page.includes("Chữ vừa gõ.")).toBe(true);
    expect(page.includes("Bài đã được lưu thành phiên bản 2.")).toBe(true);
    expect(await readState(id)).toMatchObject({ state: "withdrawn", version: 2, approved: 1 });
  });

  test("is not offered to reporters, and refused to them", async () => {
    const { id } = await submitArticle(reporter, article("Bài phóng viên tự duyệt"));
    expect(await read(reporter, id)).not.toContain('value="approve"');
    expect((await sendForm(reporter, id, { act: "approve" })).status).toBe(403);
    expect(await readState(id)).toMatchObject({ state: "submitted" });
  });
});

describe("the notes of editors in the form", () => {
  async function note(id: string, quote: string, text: string): Promise<string> {
    const key = crypto.randomUUID();
    const fields = { key, version: "1", field: "body", at: "0", quote, note: text };
    expect((await editor.post(notesPath(id), fields)).status).toBe(303);
    const written = await env.DB.prepare("SELECT id FROM notes WHERE article_id = ?1 AND text = ?2")
      .bind(id, text)
      .first<string>("id");
    return written ?? "";
  }

  test("stand beside the text with the reason of the return, and are ticked off without losing it", async () => {
    const { id } = await submitArticle(reporter, article("Bài trả với ghi chú"));
    const first = await note(id, "mở đầu", "Mở đầu <hay> hơn.");
    await note(id, "thứ hai", "Đoạn hai thừa.");
    await editor.post(returnPath(id), { event: "2", "return-reason": "Sửa hai chỗ." });
    const page = await read(reporter, id);
    for (const part of ["Sửa hai chỗ.", "Mở đầu &lt;hay&gt; hơn.", "<q>thứ hai</q>"]) {
      expect(page).toContain(part);
    }
    expect(await htmlFaults(page)).toEqual([]);

    const typed = { act: `note.${first}`, body: "Đoạn mở đầu đang gõ dở." };
    const ticked = await sendForm(reporter, id, typed);
    expect(ticked.status).toBe(200);
    const shown = (await ticked.text()).replace(/\s+/g, " ");
    expect(shown).toContain("Đoạn mở đầu đang gõ dở.");
    expect(shown).toContain("1 ghi chú đã xong");
    expect(shown).toMatch(/<q>thứ hai<\/q><\/a> <i class="note-gone"\s*>/);
  });

  test("are not in the form of a new article, nor of an article without any", async () => {
    const { id } = await submitArticle(reporter, article("Bài không ghi chú"));
    expect(await read(reporter, id)).not.toContain("editor-notes");
  });
});
