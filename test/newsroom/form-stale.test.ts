import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { sendPhoto } from "../support/photos.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, multipart, saveArticle, typeArticle } from "./article-form.ts";
import type { ShownForm } from "./article-form.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc", "khac");
  [reporter, editor] = await Promise.all([hireInBrowser("reporter"), hireInBrowser("editor")]);
});

async function readNewest(id: string): Promise<Record<string, unknown>> {
  const json = await env.DB.prepare(
    "SELECT content FROM versions WHERE article_id = ?1 ORDER BY number DESC LIMIT 1",
  )
    .bind(id)
    .first<string>("content");
  return JSON.parse(json ?? "null") as Record<string, unknown>;
}

/** Two users open the same version. The editor saves first, then the reporter. */
async function bothWrite(
  theirs: Record<string, string>,
  mine: Record<string, string>,
  body = "Một.\n\nHai.\n\nBa.",
): Promise<{ id: string; answer: Response }> {
  const id = await saveArticle(reporter, typeArticle("Bài chung", { body }));
  const opened = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
  const theirForm = await formIn(await editor.open(`/toa-soan/bai/${id}/sua`));
  const first = await press(editor, theirForm, theirs);
  expect(first.status).toBe(303);
  return { id, answer: await press(reporter, opened, mine) };
}

function press(person: Staff, { action, fields }: ShownForm, typedMore: Record<string, string>) {
  return person.post(action, multipart({ ...fields, ...typedMore, act: "save" }));
}

describe("POST /toa-soan/bai/:id/sua from an older version", () => {
  test("409 with both texts side by side; nothing is saved and nothing is lost", async () => {
    const { id, answer } = await bothWrite(
      { title: "Tiêu đề của biên tập" },
      { title: "Tiêu đề của phóng viên", body: "Một.\n\nHai sửa.\n\nBa." },
    );
    expect(answer.status).toBe(409);
    const page = await answer.clone().text();
    expect(page).toContain(`${editor.id} đã lưu phiên bản 2 lúc`);
    expect(page).toMatch(/<mark[^>]*>[^]*?biên tập/);
    expect(await readNewest(id)).toMatchObject({ title: "Tiêu đề của biên tập" });
    const left = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(left.fields).toMatchObject({ title: "Tiêu đề của phóng viên", version: "1" });
    const { action, fields } = await formIn(answer);
    expect(fields).toMatchObject({
      title: "Tiêu đề của phóng viên",
      "theirs.title": "Tiêu đề của biên tập",
      "choose.title": "mine",
      version: "2",
      body: "Một.\n\nHai sửa.\n\nBa.",
    });
    const done = await press(reporter, { action, fields }, {});
    expect(done.headers.get("location")).toBe(`/toa-soan/bai/${id}/sua?done=saved-3`);
    expect(await readNewest(id)).toMatchObject({
      title: "Tiêu đề của phóng viên",
      body: "Một.\n\nHai sửa.\n\nBa.",
    });
  });

  test("409 with both bodies formatted, with their photos, marks and ids of their own", async () => {
    const photo = await sendPhoto(reporter);
    const note = "[^1]\n\n[^1]: Chú thích.";
    const { answer } = await bothWrite(
      {
        body: `## Mục\n\nMột **đậm** của biên tập.${note}\n\n![Trạm đo](photo:${photo} "Trạm mới")`,
      },
      { body: `## Mục\n\nMột **đậm** của phóng viên.${note}` },
      `## Mục\n\nMột.${note}`,
    );
    const page = await answer.text();
    const [mine, theirs] = page.split('class="side-body"').slice(1);
    expect(mine).toContain("<strong>");
    expect(mine).toMatch(/<ins[^]*?phóng/);
    expect(theirs).toContain(`src="/toa-soan/anh/${photo}/480.webp"`);
    expect(theirs?.match(/>\s*Trạm mới/g)).toHaveLength(1);
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("409 and keeps the text when the same user saved in another window", async () => {
    const { id } = await bothWrite({}, {});
    const [first, second] = await Promise.all([
      reporter.open(`/toa-soan/bai/${id}/sua`).then(formIn),
      reporter.open(`/toa-soan/bai/${id}/sua`).then(formIn),
    ]);
    expect((await press(reporter, first, { title: "Ở cửa sổ thứ nhất" })).status).toBe(303);
    const refused = await press(reporter, second, { title: "Ở cửa sổ thứ hai" });
    expect(refused.status).toBe(409);
    const left = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(left.fields).toMatchObject({ title: "Ở cửa sổ thứ hai" });
  });

  test("saves the other text for each group of fields where it was chosen", async () => {
    const { id, answer } = await bothWrite(
      { section: "khac", "byline.authors": "Người khác", "byline.unit": "Đơn vị khác" },
      { section: "", "byline.authors": "Chính tôi", lede: "Sapo của tôi." },
    );
    const shown = await formIn(answer);
    const chosen = { "choose.section": "theirs", "choose.byline": "theirs" };
    expect((await press(reporter, shown, chosen)).status).toBe(303);
    expect(await readNewest(id)).toMatchObject({
      section: "khac",
      byline: { authors: ["Người khác"], unit: "Đơn vị khác" },
      lede: "Sapo của tôi.",
    });
  });

  test("preselects the other text in fields that only the other user changed, and merges bodies by paragraph", async () => {
    const { answer } = await bothWrite(
      { title: "Chỉ họ đổi", body: "Một.\n\nHai.\n\nBa của họ." },
      { body: "Một của tôi.\n\nHai.\n\nBa." },
    );
    expect(await answer.clone().text()).toContain("Chỗ sửa của hai bản không chạm nhau");
    const { fields } = await formIn(answer);
    expect(fields).toMatchObject({
      "choose.title": "theirs",
      body: "Một của tôi.\n\nHai.\n\nBa của họ.",
    });
  });

  test("409 again, with the merged text, when a third version was saved meanwhile", async () => {
    const { id, answer } = await bothWrite({ title: "Hai" }, { title: "Của tôi" });
    const shown = await formIn(answer);
    const theirs = await formIn(await editor.open(`/toa-soan/bai/${id}/sua`));
    await press(editor, theirs, { title: "Ba" });
    const again = await press(reporter, shown, {});
    expect(again.status).toBe(409);
    const { fields } = await formIn(again);
    expect(fields).toMatchObject({ title: "Của tôi", "theirs.title": "Ba", version: "3" });
  });

  test("303 without a new version when both texts are equal", async () => {
    const { id, answer } = await bothWrite({ title: "Như nhau" }, { title: "Như nhau" });
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}/sua?done=saved-2`);
  });

  test("409 with the other text in JSON for the script", async () => {
    const id = await saveArticle(reporter, typeArticle("Bài JSON"));
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await press(editor, await formIn(await editor.open(action)), { title: "Của họ" });
    const form = multipart({ ...fields, title: "Của tôi", act: "save" });
    const answer = await reporter.post(action, form, { accept: "application/json" });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ theirs: { title: "Của họ" }, version: 2 });
  });
});
