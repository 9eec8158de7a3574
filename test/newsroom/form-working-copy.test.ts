import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { addSections, json, send } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import {
  readContents,
  formIn,
  idIn,
  multipart,
  saveArticle,
  typeArticle,
  openNewForm,
} from "./article-form.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = await Promise.all([hireInBrowser("reporter"), hireInBrowser("editor")]);
});

function ask(person: Staff, method: string, path: string, body: unknown): Promise<Response> {
  const headers = { cookie: person.cookie, accept: "application/json", ...sameOrigin };
  return send(path, json(method, body, headers));
}

const keep = (person: Staff, id: string, content: unknown, baseVersion = 1) =>
  ask(person, "PUT", `/toa-soan/bai/${id}/nhap`, { baseVersion, content });

async function versions(id: string): Promise<number> {
  const count = await env.DB.prepare("SELECT COUNT(*) AS n FROM versions WHERE article_id = ?1")
    .bind(id)
    .first<number>("n");
  return count ?? 0;
}

describe("PUT /toa-soan/bai/:id/nhap", () => {
  test("answers with the changes of normalisation", async () => {
    const id = await saveArticle(reporter, typeArticle("Ký tự lạ"));
    const answer = await keep(reporter, id, { title: "Ký tự lạ", lede: "Mười\u00a0tấn chè." });
    const { findings } = await answer.json<{ findings: { rule: string; where: unknown }[] }>();
    const where = { field: "lede", start: null, end: null };
    expect(findings).toContainEqual(expect.objectContaining({ rule: "normalised-text", where }));
  });

  test("saves an incomplete text, and the form shows it again", async () => {
    const id = await saveArticle(reporter, typeArticle("Tự lưu"));
    const content = {
      title: "",
      body: "Đang gõ dở",
      source: { name: "", url: "htt" },
      tags: ["a"],
    };
    const answer = await keep(reporter, id, content);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toMatchObject({
      newest: 1,
      others: [],
      savedAt: expect.any(Number),
    });
    expect(await versions(id)).toBe(1);
    const page = await reporter.open(`/toa-soan/bai/${id}/sua`);
    expect(await page.clone().text()).toContain("tự lưu lúc");
    expect((await formIn(page)).fields).toMatchObject({ title: "", body: "Đang gõ dở", tags: "a" });
    const theirs = await formIn(await editor.open(`/toa-soan/bai/${id}/sua`));
    expect(theirs.fields).toMatchObject({ title: "Tự lưu" });
  });

  test("answers with the findings, which include a published article of the same title", async () => {
    const id = await saveArticle(reporter, typeArticle("Có nhắc"));
    const answer = await keep(reporter, id, { title: "T", lede: "Sapo không chấm", body: "A  b." });
    const { findings } = await answer.json<{ findings: { rule: string }[] }>();
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["lede-full-stop", "double-space", "missing-section"]),
    );
  });

  test("saving deletes the working copy, and a late request does not restore it", async () => {
    const id = await saveArticle(reporter, typeArticle("Lưu xong"));
    await keep(reporter, id, { title: "Dở" });
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect((await reporter.post(action, multipart({ ...fields, act: "save" }))).status).toBe(303);
    const late = await keep(reporter, id, { title: "Đến muộn" }, 1);
    expect(await late.json()).toMatchObject({ savedAt: null, newest: 2 });
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(shown.fields).toMatchObject({ title: "Dở", version: "2" });
  });

  test("a text that is the newest version is not called unsaved", async () => {
    const id = await saveArticle(reporter, typeArticle("Không còn gì"));
    await keep(reporter, id, { title: "Dở" });
    const [content] = await readContents(id);
    expect(await (await keep(reporter, id, content)).json()).toMatchObject({
      savedAt: expect.any(Number),
    });
    expect(await (await reporter.open(`/toa-soan/bai/${id}`)).text()).not.toContain(
      "chưa lưu thành phiên bản",
    );
    expect(await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text()).not.toContain(
      "chưa thành phiên bản",
    );
  });

  test("act=discard deletes the working copy", async () => {
    const id = await saveArticle(reporter, typeArticle("Bỏ đi"));
    await keep(reporter, id, { title: "Dở" });
    const { action, fields } = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    await reporter.post(action, multipart({ ...fields, act: "discard" }));
    expect((await formIn(await reporter.open(action))).fields).toMatchObject({ title: "Bỏ đi" });
  });

  test("shows a second writer who else is writing", async () => {
    const id = await saveArticle(reporter, typeArticle("Hai người"));
    await env.DB.prepare("UPDATE people SET name = 'Thu Trang' WHERE id = ?1")
      .bind(editor.id)
      .run();
    expect(await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text()).not.toContain(
      "Thu Trang",
    );
    await keep(editor, id, null);
    expect(await (await reporter.open(`/toa-soan/bai/${id}/sua`)).text()).toContain(
      "Thu Trang đang sửa bài này",
    );
    const beat = await (await keep(reporter, id, null)).json();
    expect(beat).toMatchObject({ findings: null, others: [{ name: "Thu Trang" }] });
    await env.DB.prepare("UPDATE working_copies SET seen_at = seen_at - 60001 WHERE person_id = ?1")
      .bind(editor.id)
      .run();
    expect(await (await keep(reporter, id, null)).json()).toMatchObject({ others: [] });
  });

  test("a request without text does not change the working copy", async () => {
    const id = await saveArticle(reporter, typeArticle("Nhịp"));
    await keep(reporter, id, { title: "Dở" });
    await keep(reporter, id, null);
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(shown.fields).toMatchObject({ title: "Dở" });
  });

  test.each([
    ["a text too long", { baseVersion: 1, content: { title: "x".repeat(301) } }, 422],
    ["no version", { content: null }, 422],
    ["an invalid body", { baseVersion: 1, content: { body: 7 } }, 422],
  ])("%s is refused", async (_, body, status) => {
    const id = await saveArticle(reporter, typeArticle("Sai"));
    expect((await ask(reporter, "PUT", `/toa-soan/bai/${id}/nhap`, body)).status).toBe(status);
  });

  test("is refused for another reporter's article and without a session", async () => {
    const id = await saveArticle(reporter, typeArticle("Riêng"));
    const other = await hireInBrowser("reporter");
    expect((await keep(other, id, { title: "X" })).status).toBe(404);
    const answer = await keep({ ...other, cookie: "" }, id, { title: "X" });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("đăng nhập lại") });
  });
});

describe("POST /toa-soan/bai/nhap", () => {
  test("creates the article as soon as something is typed, once for each key", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const first = (content: unknown) =>
      ask(reporter, "POST", "/toa-soan/bai/nhap", { key: fields["key"], content });
    expect((await first({ title: " ", byline: { authors: ["A"] } })).status).toBe(422);
    const content = {
      title: "Vừa đặt tên",
      source: { name: "", url: null },
      english: { title: "E" },
    };
    const both = await Promise.all([first(content), first(content)]);
    const ids = await Promise.all(
      both.map((answer) => answer.json<{ id: string; version: number }>()),
    );
    expect(ids[0]).toEqual(ids[1]);
    const id = ids[0]?.id ?? "";
    expect(await versions(id)).toBe(1);
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(shown.fields).toMatchObject({ title: "Vừa đặt tên", "english.title": "E" });
  });

  test("a form whose answer was lost continues with the article that it created", async () => {
    const { action, fields } = await formIn(await openNewForm(reporter));
    const body = { key: fields["key"], content: { title: "Mất trả lời" } };
    const { id } = await (
      await ask(reporter, "POST", "/toa-soan/bai/nhap", body)
    ).json<{ id: string }>();
    const form = multipart({ ...fields, ...typeArticle("Mất trả lời, viết tiếp"), act: "submit" });
    const answer = await reporter.post(action, form);
    expect(answer.headers.get("location")).toBe(`/toa-soan/bai/${id}`);
    expect(await versions(id)).toBe(2);
  });

  test("creates the article although its photos are not stored yet", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const content = {
      title: "Ảnh đang tới",
      body: "Đầu.\n\n![](photo:cho-1)",
      section: "khong-co",
    };
    const body = { key: fields["key"], content };
    const answer = await ask(reporter, "POST", "/toa-soan/bai/nhap", body);
    expect(answer.status).toBe(201);
    const { id } = await answer.json<{ id: string }>();
    const shown = await formIn(await reporter.open(`/toa-soan/bai/${id}/sua`));
    expect(shown.fields).toMatchObject({ title: "Ảnh đang tới", body: content.body });
  });

  test("keeps a text without a title", async () => {
    const { fields } = await formIn(await openNewForm(reporter));
    const body = { key: fields["key"], content: { title: "", body: "Chưa có tên." } };
    const answer = await ask(reporter, "POST", "/toa-soan/bai/nhap", body);
    expect(answer.status).toBe(201);
    expect(await (await reporter.open("/toa-soan")).text()).toContain("(chưa đặt tiêu đề)");
  });

  test("an old form continues from the first version, so that a later one is not overwritten", async () => {
    const { action, fields } = await formIn(await openNewForm(reporter));
    const form = multipart({ ...fields, ...typeArticle("Bản một"), act: "save" });
    const id = idIn((await reporter.post(action, form)).headers.get("location"));
    const path = `/toa-soan/bai/${id}/sua`;
    const next = await formIn(await reporter.open(path));
    await reporter.post(path, multipart({ ...next.fields, title: "Bản hai", act: "save" }));
    const body = { key: fields["key"], content: { title: "Bản cũ" } };
    const answer = await ask(reporter, "POST", "/toa-soan/bai/nhap", body);
    expect(await answer.json()).toEqual({ id, version: 1 });
    expect(await (await keep(reporter, id, { title: "Bản cũ" }, 1)).json()).toMatchObject({
      savedAt: null,
      newest: 2,
    });
  });

  test("an invalid key is refused", async () => {
    const body = { key: "../x", content: { title: "T" } };
    expect((await ask(reporter, "POST", "/toa-soan/bai/nhap", body)).status).toBe(400);
  });
});
