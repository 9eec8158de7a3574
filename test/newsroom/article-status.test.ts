import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomArticlePath } from "../../src/addresses/newsroom.ts";
import { approve, article, publish, submitArticle } from "../support/articles.ts";
import { addSections, json, origin } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

async function readPage(id: string): Promise<string> {
  return (await editor.open(newsroomArticlePath(id))).text();
}

/** Saves and submits a second version. */
async function submitAgain(id: string): Promise<void> {
  const content = article("Bài nộp lại", { body: "Đoạn viết lại." });
  const saved = json("PUT", content, { "if-match": '"1"' });
  expect((await reporter.send(`/api/articles/${id}`, saved)).status).toBe(200);
  const submitted = await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
  expect(submitted.status).toBe(200);
}

describe("the page of an article says what is true", () => {
  test("of an article that was withdrawn and submitted again: readers saw it once", async () => {
    const { id } = await publish(reporter, editor, article("Bài gỡ rồi nộp lại"));
    const withdrawal = json("DELETE", { reason: "Sai số liệu" });
    await editor.send(`/api/articles/${id}/publication`, withdrawal);
    await submitAgain(id);
    const page = await readPage(id);
    expect(page).toContain("Bài đã được gỡ, bạn đọc không còn thấy.");
    expect(page).not.toContain("Bạn đọc chưa thấy bài này");
  });

  test("of an article whose time has passed: it is late", async () => {
    const { id } = await submitArticle(reporter, article("Bài trễ giờ"));
    await approve(editor, id, { at: new Date(Date.now() + 60 * 60 * 1000).toISOString() });
    expect(await readPage(id)).toContain("Phiên bản 1 sẽ tự lên trang lúc");
    const passed = "UPDATE articles SET scheduled_at = ?2 WHERE id = ?1";
    await env.DB.prepare(passed)
      .bind(id, Date.now() - 1)
      .run();
    const page = await readPage(id);
    expect(page).toContain("Phiên bản 1 đã đến giờ hẹn mà chưa lên trang.");
    expect(page).not.toContain("sẽ tự lên trang lúc");
  });

  test("in the message to copy: a version that waits is not what readers see", async () => {
    const { id, url } = await publish(reporter, editor, article("Bài có bản mới"));
    expect(await readPage(id)).toContain(`Bài đã đăng.\n${url}`);
    await submitAgain(id);
    const page = await readPage(id);
    expect(page).toContain(`Bài chờ duyệt.\n${origin}${newsroomArticlePath(id)}`);
  });
});
