import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import {
  newPreviewLink,
  readPreviewLink,
  signPreviewLink,
} from "../../src/publishing/preview-link.ts";
import { approve, article, submitArticle, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, origin, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { employ } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let photo = "";
let draft: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await employ("reporter"), await employ("editor")];
  photo = await sendPhoto(reporter);
  const leadPhoto = { photo, alt: "Bốn ô màu" };
  draft = await submitArticle(reporter, article("Bài gửi cấp trên", { leadPhoto }));
});

/** Makes a link as its form does; its path. */
async function linkTo({ id, version }: Pick<ArticleStatus, "id" | "version">): Promise<string> {
  const fields = { version: String(version), hours: "72" };
  const answer = await reporter.post(`/toa-soan/bai/${id}/lien-ket`, fields);
  expect(answer.status).toBe(200);
  const address = /value="([^"]+\/xem-truoc\/[^"]+)"/.exec(await answer.text())?.[1] ?? "";
  expect(address.startsWith(origin)).toBe(true);
  return address.slice(origin.length);
}

async function statusOf(path: string): Promise<number> {
  const answer = await send(path);
  await answer.arrayBuffer();
  return answer.status;
}

describe("a preview link", () => {
  test("shows the version without a session, is not cached and sends no referrer", async () => {
    const path = await linkTo(draft);
    const answer = await send(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    const page = await answer.text();
    expect(page).toContain("<h1>Bài gửi cấp trên</h1>");
    expect(page).toContain(`${path}/anh/${photo}/960.webp`);
    expect(await statusOf(`${path}/anh/${photo}/960.webp`)).toBe(200);
  });

  test("gives no photo but those of its version", async () => {
    const other = await sendPhoto(reporter);
    const path = await linkTo(draft);
    expect(await statusOf(`${path}/anh/${other}/960.webp`)).toBe(404);
    expect(await statusOf(`${path}/anh/${photo}/none.webp`)).toBe(404);
  });

  test("goes on showing its version when a newer one is saved", async () => {
    const first = await submitArticle(reporter, article("Bản thứ nhất"));
    const path = await linkTo(first);
    await revise(reporter, first, article("Bản thứ hai"));
    expect(await (await send(path)).text()).toContain("<h1>Bản thứ nhất</h1>");
  });

  test("ends when the article is withdrawn; one made afterwards lives", async () => {
    const { id, version } = await submitArticle(reporter, article("Bài rồi sẽ gỡ"));
    const path = await linkTo({ id, version });
    await approve(editor, id);
    expect(await statusOf(path)).toBe(200);
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
    expect(await statusOf(path)).toBe(404);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await statusOf(await linkTo({ id, version }))).toBe(200);
  });

  test("is noted in the log", async () => {
    await linkTo(draft);
    const row = await env.DB.prepare(
      "SELECT actor_id, subject, detail FROM log WHERE act = 'preview.linked' ORDER BY id DESC LIMIT 1",
    ).first<{ actor_id: string; subject: string; detail: string }>();
    expect(row).toMatchObject({ actor_id: reporter.id, subject: draft.id });
    expect(JSON.parse(row?.detail ?? "")).toMatchObject({ version: 1, hours: 72 });
  });

  test("cannot be made of an article that is not one's own, nor for ever", async () => {
    const colleague = await employ("reporter");
    const path = `/toa-soan/bai/${draft.id}/lien-ket`;
    const fields = { version: "1", hours: "72" };
    expect((await colleague.post(path, fields)).status).toBe(404);
    expect((await reporter.post(path, { ...fields, hours: "100000" })).status).toBe(422);
    expect((await reporter.post(path, { ...fields, version: "9" })).status).toBe(404);
  });
});

describe("an invalid link answers 404 in Vietnamese", () => {
  test("whatever was changed in it", async () => {
    const path = await linkTo(draft);
    const token = path.replace("/xem-truoc/", "");
    const spoilt = [...token].map(
      (char, at) => token.slice(0, at) + other(char) + token.slice(at + 1),
    );
    for (const one of [
      ...spoilt.slice(-46),
      ...spoilt.slice(0, 12),
      token.slice(0, -1),
      `${token}A`,
    ]) {
      expect(readPreviewLink(one, env.TOKEN_KEY, Date.now())).toBeNull();
    }
    const answer = await send(`/xem-truoc/${spoilt.at(-1)}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).toContain("Không tìm thấy");
  });

  test("after its time", async () => {
    const link = newPreviewLink(
      { articleId: draft.id, version: 1 },
      24,
      Date.now() - 25 * 3_600_000,
    );
    expect(await statusOf(`/xem-truoc/${signPreviewLink(link, env.TOKEN_KEY)}`)).toBe(404);
    const live = newPreviewLink({ articleId: draft.id, version: 1 }, 24, Date.now());
    expect(await statusOf(`/xem-truoc/${signPreviewLink(live, env.TOKEN_KEY)}`)).toBe(200);
  });

  test("signed under another key", async () => {
    const link = newPreviewLink({ articleId: draft.id, version: 1 }, 24, Date.now());
    expect(await statusOf(`/xem-truoc/${signPreviewLink(link, "another key")}`)).toBe(404);
  });
});

function other(char: string): string {
  return char === "A" ? "B" : "A";
}
