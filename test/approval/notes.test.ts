import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import {
  newsroomArticlePath,
  notePath,
  notesPath,
  reviewPath,
} from "../../src/addresses/newsroom.ts";
import { erasePhoto } from "../../src/publishing/photo-erasure.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, submitArticle } from "../support/articles.ts";
import { addSections, asActor, json } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let colleague: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, colleague, editor] = [
    await hireInBrowser("reporter"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
});

type Fields = {
  field?: string;
  at?: number;
  quote?: string;
  photo?: string;
  note?: string;
  key?: string;
};

function noteFields(fields: Fields) {
  const { field = "body", at = 0, quote = "", photo = "", note = "Xem lại.", key } = fields;
  const id = key ?? crypto.randomUUID();
  return { key: id, version: "1", field, at: String(at), quote, photo, note };
}

/** Writes a note and returns its id. */
async function write(id: string, fields: Fields): Promise<string> {
  const answer = await editor.post(notesPath(id), noteFields(fields));
  expect(answer.status).toBe(303);
  return String((await readNotes(id)).at(-1)?.["id"]);
}

async function read(person: Staff, path: string): Promise<string> {
  return (await (await person.open(path)).text()).replace(/\s+/g, " ");
}

async function save(id: string, version: number, body: string): Promise<void> {
  const content = json("PUT", article("Bài có ghi chú", { body }), { "if-match": `"${version}"` });
  expect((await reporter.send(`/api/articles/${id}`, content)).status).toBe(200);
}

async function readNotes(id: string) {
  const { results } = await env.DB.prepare("SELECT * FROM notes WHERE article_id = ?1 ORDER BY at")
    .bind(id)
    .all<Record<string, unknown>>();
  return results;
}

describe("POST /toa-soan/bai/:id/ghi-chu", () => {
  test("marks the chosen words and shows the note beside their block", async () => {
    const body = "Đoạn một nói về chợ.\n\nĐoạn hai nói về **chợ phiên** vùng cao.";
    const { id } = await submitArticle(reporter, article("Bài có ghi chú", { body }));
    await write(id, { at: body.indexOf("Đoạn hai"), quote: "nói về chợ phiên", note: "Chợ nào?" });
    const page = await read(editor, reviewPath(id));
    const [, second = ""] = page.split(`id="doan-${body.indexOf("Đoạn hai")}"`);
    expect(second).toMatch(
      /<mark class="mark-note"[^>]*>nói về <\/mark><strong><mark class="mark-note"[^>]*>chợ phiên<\/mark><\/strong>/,
    );
    expect(second).toContain("<q>nói về chợ phiên</q>");
    expect(second).toContain("Chợ nào?");
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("without chosen words is about the paragraph, the title or the photo at that place", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đoạn một.\n\n![Mô tả](photo:${photo} "Chú thích")\n\nĐoạn ba.`;
    const { id } = await submitArticle(reporter, article("Bài có ghi chú", { body }));
    await write(id, { at: body.indexOf("Đoạn ba"), note: "một" });
    await write(id, { at: body.indexOf("!["), note: "hai" });
    await write(id, { field: "title", note: "ba" });
    const [first, second, third] = await readNotes(id);
    expect(first).toMatchObject({ quote: "Đoạn ba.", photo_id: null, text: "một" });
    expect(second).toMatchObject({ quote: "", photo_id: photo, text: "hai" });
    expect(third).toMatchObject({ field: "title", quote: "Bài có ghi chú" });
  });

  test("in a gallery is about the photo that was chosen", async () => {
    const [first, second] = [await sendPhoto(reporter), await sendPhoto(reporter)];
    const body = `Đoạn một.\n\n![Một](photo:${first}) ![Hai](photo:${second} "Chú thích hai")`;
    const { id } = await submitArticle(reporter, article("Bài có ghi chú", { body }));
    await write(id, { at: body.indexOf("!["), photo: second });
    expect(await readNotes(id)).toMatchObject([{ photo_id: second, quote: "" }]);
  });

  test("works without script: a link opens the form beside its paragraph", async () => {
    const { id } = await submitArticle(reporter, article("Bài có ghi chú"));
    const page = await read(editor, reviewPath(id));
    expect(page).toContain(`href="${reviewPath(id)}?note=body-0#viet-ghi-chu"`);
    const opened = await read(editor, `${reviewPath(id)}?note=body-0`);
    const [, beside = ""] = opened.split('id="doan-0"');
    expect(beside).toContain(`action="${notesPath(id)}"`);
    expect(await htmlFaults(opened)).toEqual([]);
    const refused = await editor.post(notesPath(id), noteFields({ quote: "Đoạn", note: " " }));
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain("Hãy viết ghi chú.");
    expect(shown).toContain('value="Đoạn"');
  });

  test("answers a script with the note as the page shows it", async () => {
    const { id } = await submitArticle(reporter, article("Bài có ghi chú"));
    const answer = await editor.post(notesPath(id), noteFields({ note: "<b>Đậm</b>" }), {
      accept: "application/json",
    });
    expect(answer.status).toBe(201);
    expect((await answer.json<{ html: string }>()).html).toContain("&lt;b&gt;Đậm&lt;/b&gt;");
  });

  test("is refused to reporters, and writes one note for a form that is sent twice", async () => {
    const { id } = await submitArticle(reporter, article("Bài có ghi chú"));
    expect((await reporter.post(notesPath(id), noteFields({}))).status).toBe(403);
    expect((await colleague.post(notesPath(id), noteFields({}))).status).toBe(403);
    const key = crypto.randomUUID();
    await write(id, { key });
    await write(id, { key });
    const other = await hireInBrowser("editor");
    expect((await other.post(notesPath(id), noteFields({ note: "Của tôi" }))).status).toBe(303);
    expect(await readNotes(id)).toHaveLength(2);
  });

  test("with the key of a former note and other words writes another note", async () => {
    const [one, two] = [
      await submitArticle(reporter, article("Bài một")),
      await submitArticle(reporter, article("Bài hai")),
    ];
    const key = crypto.randomUUID();
    for (const { id } of [one, two]) {
      await write(id, { key, note: "Ghi chú đầu." });
      await write(id, { key, note: "Ghi chú sau." });
      const texts = (await readNotes(id)).map(({ text }) => text);
      expect(new Set(texts)).toEqual(new Set(["Ghi chú đầu.", "Ghi chú sau."]));
      expect(texts).toHaveLength(2);
    }
  });

  test("is refused, with its text, to an article that has as many notes as its pages show", async () => {
    const { id } = await submitArticle(reporter, article("Bài nhiều ghi chú"));
    const key = crypto.randomUUID();
    await write(id, { key });
    await env.DB.prepare(
      `INSERT INTO notes (id, article_id, version, field, quote, before, after, place, text, author_id, at)
       SELECT ?1 || value, ?1, 1, 'body', 'x', '', '', 0, 'y', ?2, 1 FROM json_each(?3)`,
    )
      .bind(id, editor.id, JSON.stringify(Array.from({ length: 299 }, (_, n) => n)))
      .run();
    const answer = await editor.post(notesPath(id), noteFields({ note: "Ghi chú thừa." }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page.includes("Bài đã có 300 ghi chú")).toBe(true);
    expect(page.includes("Ghi chú thừa.")).toBe(true);
    // What was written already is no new note.
    expect((await editor.post(notesPath(id), noteFields({ key }))).status).toBe(303);
  });

  test("finds long words again whose end is in the middle of an emoji", async () => {
    const body = `${"a".repeat(399)}😀 và phần còn lại.`;
    const { id } = await submitArticle(reporter, article("Bài có chữ dài", { body }));
    await write(id, { at: 0 });
    expect(await read(editor, reviewPath(id))).not.toContain("đoạn này đã đổi");
  });

  test("after the session has ended, the answer carries the typed text to send it again", async () => {
    const { id } = await submitArticle(reporter, article("Bài có ghi chú"));
    const late = await editor.send(notesPath(id), {
      ...form(noteFields({ note: "Ghi chú dài trên điện thoại" })),
      headers: sameOrigin,
    });
    expect(late.status).toBe(401);
    expect(await late.text()).toContain('value="Ghi chú dài trên điện thoại"');
  });
});

describe("a note", () => {
  test("finds its words again when the text around them changed, and says when they are gone", async () => {
    const body = "Chợ họp ngày 5.\n\nChợ họp ngày 5.";
    const { id } = await submitArticle(reporter, article("Bài có ghi chú", { body }));
    await write(id, { at: body.lastIndexOf("Chợ"), quote: "ngày 5", note: "Tháng nào?" });
    const moved = "Đoạn mới ở đầu.\n\nChợ họp ngày 5.\n\nNay chợ họp ngày 5 hằng tháng.\n\nĐuôi.";
    await save(id, 1, "Chợ họp ngày 5.\n\nChợ họp ngày 5.\n\nĐuôi.");
    let page = await read(editor, reviewPath(id));
    expect(page.split('class="mark-note"')).toHaveLength(2);
    await save(id, 2, moved);
    page = await read(editor, reviewPath(id));
    expect(page.split('class="mark-note"')).toHaveLength(2);
    await save(id, 3, "Chợ họp đầu tháng.");
    page = await read(editor, reviewPath(id));
    expect(page).not.toContain('class="mark-note"');
    expect(page).toContain("đoạn này đã đổi");
    expect(page).toContain("Tháng nào?");
  });

  test("is ticked off by its reporter or an editor, not by others; the first stays named", async () => {
    const { id } = await submitArticle(reporter, article("Bài có ghi chú"));
    const key = await write(id, { note: "Sửa chỗ này." });
    expect((await colleague.post(notePath(id, key), { done: "1" })).status).toBe(404);
    expect((await reporter.post(notePath(id, key), { done: "1" })).status).toBe(303);
    await editor.post(notePath(id, key), { done: "1" });
    expect((await readNotes(id))[0]).toMatchObject({ done_by: reporter.id });
    const history = await read(reporter, newsroomArticlePath(id));
    expect(history).toContain("Sửa chỗ này.");
    expect(history).toContain(`${reporter.id} đánh dấu đã xong`);
    await editor.post(notePath(id, key), { done: "0" });
    expect((await readNotes(id))[0]).toMatchObject({ done_by: null, done_at: null });
  });

  test.each(["0", "1"])("that does not exist answers 404 to done=%s", async (done) => {
    const { id } = await submitArticle(reporter, article("Bài không có ghi chú ấy"));
    expect((await editor.post(notePath(id, "x".repeat(32)), { done })).status).toBe(404);
  });

  test("shows hostile words as words, and no reader gets it", async () => {
    const hostile = `</q><script>x</script>"'&`;
    const { id, slug } = await submitArticle(
      reporter,
      article("Bài có ghi chú lạ", { body: `Đoạn ${hostile} một.` }),
    );
    await write(id, { quote: hostile, note: `Bí mật ${hostile}` });
    const page = await (await editor.open(reviewPath(id))).text();
    expect(page).not.toContain("<script>x");
    expect(await htmlFaults(page)).toEqual([]);
    await editor.send(`/api/articles/${id}/publication`, json("PUT", {}));
    for (const path of [`/bai-viet/${slug}`, `/bai-viet/${slug}.json`, "/feed.json"]) {
      expect(await (await editor.open(path)).text()).not.toContain("Bí mật");
    }
    for (const path of [`/api/articles/${id}`, `/api/articles/${id}/versions`]) {
      expect(await (await editor.send(path)).text()).not.toContain("Bí mật");
    }
  });

  test("keeps nothing of a photo that was erased", async () => {
    const photo = await sendPhoto(reporter);
    const body = `Đoạn một.\n\n![Mô tả rất riêng tư](photo:${photo} "Chú thích rất riêng tư")`;
    const { id } = await submitArticle(reporter, article("Bài có ảnh ghi chú", { body }));
    await write(id, { at: body.indexOf("!["), note: "Ảnh này của nhà báo nào?" });
    await write(id, { note: "Chú thích rất riêng tư đã xin phép chưa?" });
    await write(id, { note: "Ghi chú khác." });
    const act = { db: env.DB, actor: asActor(editor, "editor"), now: Date.now() };
    await erasePhoto(env, act, { photoId: photo, reason: "Yêu cầu" });
    const kept = JSON.stringify(await readNotes(id));
    expect(kept).not.toContain(photo);
    expect(kept).not.toContain("riêng tư");
    expect(kept).not.toContain("nhà báo nào");
    expect(kept).toContain('"… đã xin phép chưa?"');
    expect(kept).toContain("Ghi chú khác.");
    expect(await read(editor, reviewPath(id))).toContain("Ghi chú về một ảnh đã bị xóa.");
  });
});
