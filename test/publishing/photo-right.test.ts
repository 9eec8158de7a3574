import { env } from "cloudflare:workers";
import { beforeEach, beforeAll, describe, expect, test } from "vitest";
import { formIn, typeArticle } from "../newsroom/article-form.ts";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let owner: Staff;
let colleague: Staff;
let editor: Staff;
/** An unused photo of its owner. */
let photo = "";
let draft: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc");
});

beforeEach(async () => {
  [owner, colleague, editor] = [
    await hireInBrowser("reporter"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
  photo = await sendPhoto(owner);
  draft = await submitArticle(colleague, article(`Bài của đồng nghiệp ${photo.slice(0, 8)}`));
});

const body = (id: string) => `Đoạn mở đầu của bài.\n\n![Ảnh của người khác](photo:${id})`;

const lead = (id: string) => ({ photo: id, alt: "Ảnh của người khác" });

function putJson(by: Staff, path: string, content: unknown, method = "PUT") {
  return send(path, json(method, content, { cookie: by.cookie, ...sameOrigin }));
}

const title = "Bài chép mã ảnh";

/** Every entrance for a text. Each returns the status of the answer when the text shows this photo. */
const entrances: [string, (by: Staff, id: string) => Promise<Response>][] = [
  [
    "POST /api/articles, in the body",
    (by, id) => by.send("/api/articles", json("POST", article(title, { body: body(id) }))),
  ],
  [
    "POST /api/articles, as lead photo",
    (by, id) => by.send("/api/articles", json("POST", article(title, { leadPhoto: lead(id) }))),
  ],
  [
    "POST /api/articles, multipart",
    (by, id) => {
      const form = new FormData();
      form.append("article", JSON.stringify(article(title, { body: body(id) })));
      return by.send("/api/articles", { method: "POST", body: form });
    },
  ],
  [
    "PUT /api/articles/:id",
    (by, id) =>
      by.send(
        `/api/articles/${draft.id}`,
        json("PUT", article(title, { body: body(id) }), { "if-match": '"1"' }),
      ),
  ],
  [
    "POST /toa-soan/bai/:id/sua, save",
    (by, id) =>
      by.post(`/toa-soan/bai/${draft.id}/sua`, {
        version: "1",
        act: "save",
        ...typeArticle(title, { body: body(id) }),
      }),
  ],
  [
    "POST /toa-soan/bai/:id/sua, preview",
    (by, id) =>
      by.post(`/toa-soan/bai/${draft.id}/sua`, {
        version: "1",
        act: "preview",
        ...typeArticle(title, { body: body(id) }),
      }),
  ],
  [
    "PUT /toa-soan/bai/:id/nhap",
    (by, id) =>
      putJson(by, `/toa-soan/bai/${draft.id}/nhap`, {
        baseVersion: 1,
        content: article(title, { body: body(id) }),
      }),
  ],
  [
    "PUT /toa-soan/bai/:id/nhap, as lead photo",
    (by, id) =>
      putJson(by, `/toa-soan/bai/${draft.id}/nhap`, {
        baseVersion: 1,
        content: article(title, { leadPhoto: lead(id) }),
      }),
  ],
];

/** Whether a version or a working copy holds the id of the photo. */
async function isKept(id: string): Promise<boolean> {
  const row = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM versions WHERE instr(content, ?1) > 0)
       + (SELECT count(*) FROM working_copies WHERE instr(content, ?1) > 0) AS n`,
  )
    .bind(id)
    .first<number>("n");
  return row !== 0;
}

describe("the id of a photo that only its owner may see", () => {
  test.each(entrances)("is refused by %s", async (_, enter) => {
    expect((await enter(colleague, photo)).status).toBe(422);
    expect(await isKept(photo)).toBe(false);
    const erased = await owner.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Không dùng" });
    expect(erased.status).toBe(303);
  });

  test.each(entrances)("is accepted from an editor by %s", async (_, enter) => {
    expect((await enter(editor, photo)).status).toBeLessThan(400);
  });

  test("is refused with the same message as an unknown id", async () => {
    const answerTo = async (id: string) => {
      const content = article(title, { body: body(id) });
      const answer = await colleague.send("/api/articles", json("POST", content));
      return (await answer.text()).replaceAll(id, "");
    };
    expect(await answerTo(photo)).toBe(await answerTo("0".repeat(64)));
  });
});

describe("another user's photo is accepted", () => {
  const save = (content: Record<string, unknown>, version: number) =>
    colleague.send(
      `/api/articles/${draft.id}`,
      json("PUT", content, { "if-match": `"${version}"` }),
    );

  test("when readers may see it", async () => {
    await publish(owner, editor, article(`Bài đã đăng ${photo}`, { body: body(photo) }));
    expect((await save(article(title, { body: body(photo) }), 1)).status).toBe(200);
  });

  test("when an editor put it into the article, also after a version without it", async () => {
    await revise(editor, draft, article(title, { body: body(photo) }));
    expect((await save(article(`${title} 2`, { body: body(photo) }), 2)).status).toBe(200);
    expect((await save(article(`${title} 3`), 3)).status).toBe(200);
    expect((await save(article(`${title} 4`, { body: body(photo) }), 4)).status).toBe(200);
    expect((await save(article(`${title} 5`), 5)).status).toBe(200);
    const restoring = { newest: "6" };
    const path = `/toa-soan/bai/${draft.id}/phien-ban/2/khoi-phuc`;
    expect((await colleague.post(path, restoring)).status).toBe(303);
  });

  test("not because a former version has its id as plain text", async () => {
    const mentioned = `Đoạn mở đầu nhắc tới photo:${photo}.`;
    expect((await save(article(title, { body: mentioned }), 1)).status).toBe(200);
    expect((await save(article(title, { body: body(photo) }), 2)).status).toBe(422);
  });
});

test("an id as plain text in a text that somebody writes does not stop its owner from erasing the photo", async () => {
  const content = article(title, { body: `Đoạn nhắc tới ${photo}.` });
  const copy = await putJson(colleague, `/toa-soan/bai/${draft.id}/nhap`, {
    baseVersion: 1,
    content,
  });
  expect(copy.status).toBe(200);
  await approve(editor, draft.id, { at: new Date(Date.now() + 3_600_000).toISOString() });
  const erased = await owner.post(`/toa-soan/anh/${photo}/xoa`, { reason: "Không dùng" });
  expect(erased.status).toBe(303);
});

test("POST /toa-soan/bai/:id/sua, merged over a newer version, refuses the id of a hidden photo and keeps the text", async () => {
  await revise(editor, draft, article("Bài editor vừa sửa"));
  const fields = { version: "1", act: "save", ...typeArticle("Chữ vừa gõ", { body: body(photo) }) };
  const answer = await colleague.post(`/toa-soan/bai/${draft.id}/sua`, fields);
  expect(answer.status).toBe(422);
  expect((await formIn(answer)).fields["title"]).toBe("Chữ vừa gõ");
  expect(await isKept(photo)).toBe(false);
});
