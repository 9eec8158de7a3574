import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { article, approve, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { finishBackgroundWork } from "../support/background-work.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { PushBrowser } from "../support/push-browser.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;
let standing: ArticleStatus;
let path = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

let made = 0;

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM error_reports").run();
  standing = await publish(reporter, editor, article(`Bài có người báo lỗi ${++made}`));
  path = `/bai-viet/${standing.slug}/bao-loi`;
});

let readers = 0;

/** Sends the form as another reader each time, unless `from` is given. */
async function report(
  fields: Record<string, string> | FormData,
  headers: Record<string, string> = {},
  to = path,
): Promise<Response> {
  const from = `10.1.${++readers >> 8}.${readers & 255}`;
  return send(to, {
    ...form(fields),
    headers: { "cf-connecting-ip": from, ...sameOrigin, ...headers },
  });
}

async function readReports() {
  const { results } = await env.DB.prepare(
    "SELECT article_id AS article, message, quote, contact FROM error_reports ORDER BY number",
  ).all();
  return results;
}

describe("GET /bai-viet/:slug/bao-loi", () => {
  test("is linked from the article, which stays one page for every reader", async () => {
    await fillCache([`/bai-viet/${standing.slug}`]);
    expect(await (await send(`/bai-viet/${standing.slug}`)).text()).toContain(`href="${path}"`);
    await report({ message: "Sai ngày" });
    expect(await isCached(`/bai-viet/${standing.slug}`)).toBe(true);
  });

  test("is a valid form that says how long a contact is kept, cached, and no page for search engines", async () => {
    await fillCache([path, `${path}/cam-on`]);
    const page = await (await send(path)).text();
    expect(page).toContain("Tự xóa 90 ngày sau khi báo lỗi được xử lý");
    expect(page).toContain('<meta name="robots" content="noindex" />');
    expect(await htmlFaults(page)).toEqual([]);
    expect(await htmlFaults(await (await send(`${path}/cam-on`)).text())).toEqual([]);
  });

  test("answers 410 at once after the withdrawal of the article, and leads on from a former slug", async () => {
    await revise(reporter, standing, article(`Bài đổi tên ${made}`));
    const { slug } = await approve(editor, standing.id);
    const moved = await send(path);
    expect([moved.status, moved.headers.get("location")]).toEqual([
      301,
      `/bai-viet/${slug}/bao-loi`,
    ]);
    const present = `/bai-viet/${slug}/bao-loi`;
    await fillCache([present]);
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${standing.id}/publication`, reason);
    expect((await send(present)).status).toBe(410);
    expect((await report({ message: "Sai" }, {}, present)).status).toBe(410);
  });
});

describe("POST /bai-viet/:slug/bao-loi", () => {
  test("keeps the report in NFC and leads to a page that says what happens next", async () => {
    const answer = await report({
      message: "  Ngày đúng là 5/11\r\nkhông phải 5/12. ".normalize("NFD"),
      quote: "ngày 5/12",
      contact: " an@example.vn ",
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}/cam-on`]);
    expect(await readReports()).toEqual([
      {
        article: standing.id,
        message: "Ngày đúng là 5/11\nkhông phải 5/12.",
        quote: "ngày 5/12",
        contact: "an@example.vn",
      },
    ]);
    expect(await (await send(`${path}/cam-on`)).text()).toContain("Biên tập viên sẽ kiểm tra");
  });

  test("works from a former slug, and without quote and contact, which are then not kept", async () => {
    await revise(reporter, standing, article(`Bài có tên mới ${made}`));
    await approve(editor, standing.id);
    expect((await report({ message: "Sai" })).status).toBe(303);
    expect(await readReports()).toEqual([
      { article: standing.id, message: "Sai", quote: "", contact: null },
    ]);
  });

  test("counts a form once that is sent twice", async () => {
    await report({ message: "Sai tên", contact: "0912" });
    await report({ message: "Sai tên", contact: "0912" });
    await report({ message: "Sai tên" });
    expect((await readReports()).length).toBe(2);
  });

  test("keeps nothing of a program that fills in every field, and does not tell it", async () => {
    const answer = await report({ message: "Mua ngay", website: "https://spam.example" });
    expect(answer.status).toBe(303);
    expect(await readReports()).toEqual([]);
  });

  test.each([
    ["message", {}, "Hãy ghi chỗ sai."],
    ["message", { message: "x".repeat(2001) }, "Dài quá 2000 ký tự."],
    ["quote", { message: "Sai", quote: "x".repeat(501) }, "Dài quá 500 ký tự."],
    ["contact", { message: "Sai", contact: "x".repeat(201) }, "Dài quá 200 ký tự."],
  ])("refuses a wrong %s at its field, with what was typed", async (field, fields, message) => {
    const answer = await report({ contact: "an@example.vn", ...fields });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([422, "no-store"]);
    const page = await answer.text();
    expect(page).toContain(`id="bao-loi-${field}-loi">${message}<`);
    expect(page).toContain("contact" in fields ? "xxx" : 'value="an@example.vn"');
    expect(await htmlFaults(page)).toEqual([]);
    expect(await readReports()).toEqual([]);
  });

  test("takes HTML as plain text", async () => {
    const hostile = `</textarea><script>alert(1)</script>"'`;
    const page = await (await report({ message: hostile, quote: "x".repeat(501) })).text();
    expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;");
    expect(page).not.toContain("<script>alert");
  });

  test.each([
    ["another site", { origin: "https://other.example", "sec-fetch-site": "cross-site" }],
    ["another origin in an old browser", { origin: "https://other.example", "sec-fetch-site": "" }],
  ])("refuses a form of %s, and keeps what was typed", async (_, headers) => {
    const answer = await report({ message: "Sai chữ" }, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Sai chữ</textarea>");
    expect(await readReports()).toEqual([]);
  });

  test("takes no file and no large body", async () => {
    const files = new FormData();
    files.set("message", new File(["Sai"], "a.txt"));
    expect((await report(files)).status).toBe(422);
    expect((await report({ message: "x".repeat(30_000) })).status).toBe(413);
    expect(await readReports()).toEqual([]);
  });

  test("takes five reports a minute from one network address, and keeps what was typed of the next", async () => {
    const statuses: number[] = [];
    let last = "";
    for (let n = 0; n < 6; n++) {
      const from = `2001:db8:1:2:${n}::1`;
      const answer = await report({ message: `Sai ${n}` }, { "cf-connecting-ip": from });
      statuses.push(answer.status);
      last = await answer.text();
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    expect(last).toContain("Sai 5</textarea>");
  });

  test("takes twenty reports an hour about one article", async () => {
    for (let n = 0; n < 20; n++) await report({ message: `Sai ${n}` });
    const answer = await report({ message: "Sai 20" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
    const other = await publish(reporter, editor, article(`Bài khác ${made}`));
    const elsewhere = await report({ message: "Sai" }, {}, `/bai-viet/${other.slug}/bao-loi`);
    expect(elsewhere.status).toBe(303);
    await env.DB.prepare("UPDATE error_reports SET at = at - 3600001").run();
    expect((await report({ message: "Sai 20" })).status).toBe(303);
  });

  test("keeps no network address anywhere", async () => {
    await report({ message: "Sai" }, { "cf-connecting-ip": "203.0.113.77" });
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all<{ name: string }>();
    for (const { name } of tables.results) {
      const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
      expect(JSON.stringify(results), name).not.toContain("203.0.113");
    }
  });

  test("notifies editors once of an article with open reports, and no reporter", async () => {
    const [browser, other] = [new PushBrowser(), new PushBrowser()];
    await browser.turnOn(editor);
    await other.turnOn(reporter);
    await report({ message: "Sai một" });
    await report({ message: "Sai hai" });
    await finishBackgroundWork();
    expect(await browser.messages()).toEqual([
      {
        title: "Bạn đọc báo lỗi trong bài",
        body: `Bài có người báo lỗi ${made}`,
        path: `/toa-soan/bao-loi?article=${standing.id}`,
      },
    ]);
    expect(await other.messages()).toEqual([]);
  });
});
