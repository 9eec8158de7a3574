import { beforeAll, describe, expect, test } from "vitest";
import { deskWords } from "../../src/vietnamese/words/desk.ts";
import { article, submitArticle } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { formIn, multipart } from "./article-form.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

async function submitted(title: string): Promise<string> {
  return (await submitArticle(reporter, article(title))).id;
}

async function readState(id: string): Promise<string> {
  const answer = await reporter.send(`/api/articles/${id}`);
  return (await answer.json<{ status: string }>()).status;
}

const page = async (person: Staff, id: string) => (await person.open(`/toa-soan/bai/${id}`)).text();

const takeBack = (id: string, event = "2") =>
  reporter.post(`/toa-soan/bai/${id}/rut-lai`, { event });

describe("a submission that no editor has opened", () => {
  test("is taken back on its page, and can be submitted again", async () => {
    const id = await submitted("Rút lại rồi nộp");
    const shown = await page(reporter, id);
    expect(shown).toContain(`action="/toa-soan/bai/${id}/rut-lai"`);
    expect(shown).toContain("Chưa biên tập viên nào mở bài này");
    expect((await takeBack(id)).status).toBe(303);
    expect(await readState(id)).toBe("draft");
    // The same click, sent twice.
    expect((await takeBack(id)).status).toBe(303);
    const { "taken-back": done = "none" } = deskWords.justDone;
    expect(await page(reporter, id)).toContain("rút lại bài đã nộp");
    expect(await page(reporter, id)).toContain(done);
    expect(await page(editor, id)).not.toContain(done);
    expect((await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" })).status).toBe(
      200,
    );
  });

  test("is taken back by the API", async () => {
    const id = await submitted("Rút bằng API");
    const answer = await reporter.send(`/api/articles/${id}/submission`, { method: "DELETE" });
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: "draft" }]);
    const again = await reporter.send(`/api/articles/${id}/submission`, { method: "DELETE" });
    expect(again.status).toBe(409);
  });

  test("becomes what it was before", async () => {
    const id = await submitted("Bị trả rồi rút");
    await editor.send(`/api/articles/${id}/submission`, json("DELETE", { reason: "Thiếu" }));
    await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
    expect((await takeBack(id, "4")).status).toBe(303);
    expect(await readState(id)).toBe("returned");
  });

  test.each([
    ["HEAD", { method: "HEAD" }],
    ["a prefetch", { headers: { "sec-purpose": "prefetch" } }],
    ["a prerendering", { headers: { "sec-purpose": "prefetch;prerender" } }],
    ["an old prefetch", { headers: { "x-moz": "prefetch" } }],
  ])("is still unopened after %s", async (_name, init) => {
    const id = await submitted("Chỉ tải trước");
    const headers = { cookie: editor.cookie, ...("headers" in init ? init.headers : {}) };
    const answer = await send(`/toa-soan/bai/${id}`, { ...init, headers });
    expect(answer.status).toBe(200);
    expect((await takeBack(id)).status).toBe(303);
    expect(await readState(id)).toBe("draft");
  });
});

describe("a submission that an editor has opened", () => {
  test.each(["", "/duyet", "/sua", "/xem-truoc", "/phien-ban/1", "/so-sanh?from=1&to=1"])(
    "at …%s stays, and its page says who opened it",
    async (path) => {
      const id = await submitted("Đã mở");
      await editor.open(`/toa-soan/bai/${id}${path}`);
      const shown = await page(reporter, id);
      expect(shown).not.toContain("/rut-lai");
      expect(shown).toContain(`${editor.id} đã mở bài này lúc`);
      const answer = await takeBack(id);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain(`${editor.id} đã mở bài lúc`);
      const byApi = await reporter.send(`/api/articles/${id}/submission`, { method: "DELETE" });
      expect(byApi.status).toBe(409);
      expect(await readState(id)).toBe("submitted");
    },
  );

  test("can be taken back after it was returned and submitted again", async () => {
    const id = await submitted("Mở ở lần trước");
    await editor.open(`/toa-soan/bai/${id}`);
    await editor.send(`/api/articles/${id}/submission`, json("DELETE", { reason: "Thiếu" }));
    await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
    expect((await takeBack(id, "4")).status).toBe(303);
  });

  test("opened again after the second submission, cannot", async () => {
    const id = await submitted("Mở cả hai lần");
    await editor.open(`/toa-soan/bai/${id}`);
    await editor.send(`/api/articles/${id}/submission`, json("DELETE", { reason: "Thiếu" }));
    await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
    await editor.open(`/toa-soan/bai/${id}`);
    expect((await takeBack(id, "4")).status).toBe(409);
  });
});

test("an editor's own submission is not opened by its owner", async () => {
  const { id } = await submitArticle(editor, article("Của biên tập viên"));
  await editor.open(`/toa-soan/bai/${id}`);
  const answer = await editor.post(`/toa-soan/bai/${id}/rut-lai`, { event: "2" });
  expect(answer.status).toBe(303);
});

describe("a submitted text that its reporter changes", () => {
  test("is updated by name, and marked for the editor with a link to the changes", async () => {
    const id = await submitted("Sửa sau khi nộp");
    const opened = await reporter.open(`/toa-soan/bai/${id}/sua`);
    expect(await opened.clone().text()).toContain("Cập nhật bản đang chờ");
    const { action, fields } = await formIn(opened);
    const answer = await reporter.post(
      action,
      multipart({ ...fields, lede: "Sapo đã sửa.", act: "save" }),
    );
    const next = await (await reporter.open(answer.headers.get("location") ?? "")).text();
    expect(next).toContain("Đã cập nhật bản đang chờ duyệt");
    const link = `href="/toa-soan/bai/${id}/so-sanh?from=1&amp;to=2"`;
    for (const path of [
      "/toa-soan/bai?state=submitted",
      `/toa-soan/bai/${id}`,
      `/toa-soan/bai/${id}/duyet`,
    ]) {
      const shown = await (await editor.open(path)).text();
      expect(shown).toContain("người viết đã sửa sau khi nộp");
      expect(shown).toContain(link);
    }
  });

  test("is not marked when only an editor changed it", async () => {
    const id = await submitted("Biên tập viên sửa");
    const { action, fields } = await formIn(await editor.open(`/toa-soan/bai/${id}/sua`));
    await editor.post(action, multipart({ ...fields, lede: "Sapo của ban.", act: "save" }));
    expect(await page(editor, id)).not.toContain("người viết đã sửa sau khi nộp");
  });
});
