import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, origin, send } from "../support/newsroom.ts";
import { sendWidePhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let photo = "";
let draft: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  photo = await sendWidePhoto(reporter);
  const leadPhoto = { photo, alt: "Bốn ô màu" };
  draft = await submitArticle(reporter, article("Bài gửi cấp trên", { leadPhoto }));
});

/** Makes a link as its form does, and returns the link's path. */
async function linkTo(
  { id, version }: Pick<ArticleStatus, "id" | "version">,
  by: Staff = reporter,
): Promise<string> {
  const fields = { version: String(version), hours: "72" };
  const answer = await by.post(`/toa-soan/bai/${id}/lien-ket`, fields);
  expect(answer.status).toBe(200);
  const address = /class="once">([^<]+\/xem-truoc\/[^<]+)</.exec(await answer.text())?.[1] ?? "";
  expect(address.startsWith(origin)).toBe(true);
  return address.slice(origin.length);
}

async function readStatus(path: string): Promise<number> {
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
    expect(await readStatus(`${path}/anh/${photo}/960.webp`)).toBe(200);
  });

  test("serves only the photos of its version", async () => {
    const other = await sendWidePhoto(reporter);
    const path = await linkTo(draft);
    expect(await readStatus(`${path}/anh/${other}/960.webp`)).toBe(404);
    expect(await readStatus(`${path}/anh/${photo}/none.webp`)).toBe(404);
  });

  test("still shows its version after a newer one is saved", async () => {
    const first = await submitArticle(reporter, article("Bản thứ nhất"));
    const path = await linkTo(first);
    await revise(reporter, first, article("Bản thứ hai"));
    expect(await (await send(path)).text()).toContain("<h1>Bản thứ nhất</h1>");
  });

  test("ends when the article is withdrawn; a link made afterwards works", async () => {
    const { id, version } = await submitArticle(reporter, article("Bài rồi sẽ gỡ"));
    const path = await linkTo({ id, version });
    await approve(editor, id);
    expect(await readStatus(path)).toBe(200);
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
    expect(await readStatus(path)).toBe(404);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await readStatus(await linkTo({ id, version }))).toBe(200);
  });

  test("is logged", async () => {
    await linkTo(draft);
    const row = await env.DB.prepare(
      "SELECT actor_id, subject, detail FROM log WHERE act = 'preview.linked' ORDER BY id DESC LIMIT 1",
    ).first<{ actor_id: string; subject: string; detail: string }>();
    expect(row).toMatchObject({ actor_id: reporter.id, subject: draft.id });
    expect(JSON.parse(row?.detail ?? "")).toMatchObject({ version: 1, hours: 72 });
  });

  test("is refused for another reporter's article and without an end", async () => {
    const colleague = await hireInBrowser("reporter");
    const path = `/toa-soan/bai/${draft.id}/lien-ket`;
    const fields = { version: "1", hours: "72" };
    expect((await colleague.post(path, fields)).status).toBe(404);
    expect((await reporter.post(path, { ...fields, hours: "100000" })).status).toBe(422);
    expect((await reporter.post(path, { ...fields, version: "9" })).status).toBe(404);
  });
});

describe("an invalid link answers 404 in Vietnamese", () => {
  test("when one character of its token is changed", async () => {
    const token = (await linkTo(draft)).replace("/xem-truoc/", "");
    const spoilt = [
      token.slice(0, -1),
      `${token}A`,
      changeLetter(token.charAt(0)) + token.slice(1),
    ];
    for (const one of spoilt) expect(await readStatus(`/xem-truoc/${one}`)).toBe(404);
    const answer = await send(`/xem-truoc/${spoilt.at(-1)}`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).toContain("Không tìm thấy");
  });

  test("after its end", async () => {
    const path = await linkTo(draft);
    expect(await readStatus(path)).toBe(200);
    await env.DB.prepare("UPDATE preview_links SET ends_at = ?1").bind(Date.now()).run();
    expect(await readStatus(path)).toBe(404);
    expect(await readStatus(`${path}/anh/${photo}/960.webp`)).toBe(404);
  });
});

describe("the article page lists open preview links", () => {
  test("POST /toa-soan/bai/:id/lien-ket/ket-thuc ends the chosen link", async () => {
    const own = await submitArticle(reporter, article("Bài có hai liên kết"));
    const [first, second] = [await linkTo(own), await linkTo(own)];
    const page = await (await editor.open(`/toa-soan/bai/${own.id}`)).text();
    expect(page).toContain("Liên kết xem trước đang mở");
    const ids = [...page.matchAll(/name="link"\s+value="([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(ids).toHaveLength(2);
    expect(page).not.toContain(first.replace("/xem-truoc/", ""));
    const ending = `/toa-soan/bai/${own.id}/lien-ket/ket-thuc`;
    for (const link of ids.slice(0, 1)) {
      expect((await editor.post(ending, { link })).status).toBe(303);
    }
    const statuses = [await readStatus(first), await readStatus(second)];
    expect(statuses).toContain(200);
    expect(statuses).toContain(404);
    const act = await env.DB.prepare("SELECT act FROM log ORDER BY id DESC LIMIT 1").first("act");
    expect(act).toBe("preview.ended");
  });

  test("POST /toa-soan/bai/:id/lien-ket/ket-thuc does not end another article's link", async () => {
    const [own, path] = [await submitArticle(reporter, article("Bài khác")), await linkTo(draft)];
    const link = await env.DB.prepare(
      "SELECT id FROM preview_links ORDER BY made_at DESC LIMIT 1",
    ).first<string>("id");
    await reporter.post(`/toa-soan/bai/${own.id}/lien-ket/ket-thuc`, { link: link ?? "" });
    expect(await readStatus(path)).toBe(200);
  });
});

describe("a preview link ends when its maker", () => {
  test("is disabled, and stays ended when the account is enabled again", async () => {
    const [maker, admin] = [await hireInBrowser("reporter"), await hireInBrowser("admin")];
    const own = await submitArticle(maker, article("Bài của người sắp nghỉ"));
    const path = await linkTo(own, maker);
    expect(await readStatus(path)).toBe(200);
    await admin.post(`/toa-soan/quan-tri/nguoi/${maker.id}/khoa`);
    expect(await readStatus(path)).toBe(404);
    await admin.post(`/toa-soan/quan-tri/nguoi/${maker.id}/mo`);
    expect(await readStatus(path)).toBe(404);
  });

  test("loses the right to edit the article", async () => {
    const maker = await hireInBrowser("editor");
    const path = await linkTo(draft, maker);
    expect(await readStatus(path)).toBe(200);
    await env.DB.prepare("UPDATE people SET role = 'reporter' WHERE id = ?1").bind(maker.id).run();
    expect(await readStatus(path)).toBe(404);
  });
});

function changeLetter(char: string): string {
  return char === "A" ? "B" : "A";
}
