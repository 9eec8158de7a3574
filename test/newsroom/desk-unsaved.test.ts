import { beforeAll, expect, test } from "vitest";
import { article, submitArticle } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

/** Saves a working copy as the form's script does. */
async function write(writer: Staff, id: string, content: unknown): Promise<void> {
  const init = json("PUT", { baseVersion: 1, content }, { ...sameOrigin, cookie: writer.cookie });
  const answer = await writer.send(`/toa-soan/bai/${id}/nhap`, init);
  expect(answer.status).toBe(200);
}

async function draft(): Promise<string> {
  const answer = await reporter.send("/api/articles", json("POST", article("Bài đang viết dở")));
  return (await answer.json<{ id: string }>()).id;
}

async function openArticlePage(user: Staff, id: string): Promise<string> {
  return (await user.open(`/toa-soan/bai/${id}`)).text();
}

test("the article page links to the unsaved text and has no submit button while there is one", async () => {
  const id = await draft();
  expect(await openArticlePage(reporter, id)).toContain(`action="/toa-soan/bai/${id}/nop"`);
  await write(reporter, id, article("Bài đang viết dở", { lede: "Sapo mới hơn." }));
  const page = await openArticlePage(reporter, id);
  expect(page).not.toContain(`action="/toa-soan/bai/${id}/nop"`);
  expect(page).toContain("chưa lưu thành phiên bản");
  expect(await openArticlePage(editor, id)).not.toContain("chưa lưu thành phiên bản");
});

test("the article page shows an editor who is writing", async () => {
  const { id } = await submitArticle(reporter, article("Bài chờ duyệt"));
  expect(await openArticlePage(editor, id)).not.toContain("đang mở biểu mẫu");
  await write(reporter, id, null);
  expect(await openArticlePage(editor, id)).toContain(
    `${reporter.id} đang mở biểu mẫu của bài này.`,
  );
});
