import { env } from "cloudflare:workers";
import { createExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runClock } from "../../src/clock.ts";
import { reportError } from "../../src/publishing/error-reports.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, publish } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, send } from "../support/newsroom.ts";
import { fillCache } from "../support/pages.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let colleague: Staff;
let editor: Staff;
let admin: Staff;
let standing: ArticleStatus;
let made = 0;

beforeAll(async () => {
  await addSections("tin-tuc", "chuyen-doi-so");
  [reporter, colleague] = [await hireInBrowser("reporter"), await hireInBrowser("reporter")];
  [editor, admin] = [await hireInBrowser("editor"), await hireInBrowser("admin")];
});

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM error_reports").run();
  standing = await publish(reporter, editor, article(`Bài bị báo lỗi ${++made}`));
});

const contact = "an.nguyen@example.vn";

/** A reader's report, and its address in the newsroom. */
async function sendReport(
  { id }: Pick<ArticleStatus, "id"> = standing,
  message = "Ngày đúng là 5/11.",
): Promise<string> {
  const typed = { message, quote: "ngày 5/12", contact };
  await reportError(env.DB, { id, title: "Bài" }, typed, Date.now());
  const row = await env.DB.prepare("SELECT MAX(number) AS number FROM error_reports").first<{
    number: number;
  }>();
  return `/toa-soan/bao-loi/${row?.number}`;
}

async function readText(user: Staff, path: string): Promise<string> {
  return (await user.open(path)).text();
}

async function readLog(): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    "SELECT act, subject, detail FROM log WHERE act LIKE 'report.%' AND subject = ?1 ORDER BY id",
  )
    .bind(standing.id)
    .all<{ act: string; subject: string; detail: string }>();
  return results.map(({ act, detail }) => [act, JSON.parse(detail)]);
}

function readNumber(path: string): number {
  return Number(path.split("/").at(-1));
}

describe("GET /toa-soan/bao-loi", () => {
  test("lists open reports to editors, by section, and to reporters those of their articles", async () => {
    const other = await publish(
      colleague,
      editor,
      article(`Bài của người khác ${made}`, { section: "chuyen-doi-so" }),
    );
    const [own, foreign] = [await sendReport(), await sendReport(other, "Sai tên người.")];
    const all = await readText(editor, "/toa-soan/bao-loi");
    expect(all).toContain(`href="${own}"`);
    expect(all).toContain(`href="${foreign}"`);
    const section = await readText(editor, "/toa-soan/bao-loi?section=chuyen-doi-so");
    expect([section.includes(own), section.includes(foreign)]).toEqual([false, true]);
    const mine = await readText(reporter, "/toa-soan/bao-loi");
    expect([mine.includes(own), mine.includes(foreign)]).toEqual([true, false]);
    expect((await reporter.open(foreign)).status).toBe(404);
    expect(await htmlFaults(all)).toEqual([]);
  });

  test("goes on to older reports, each once", async () => {
    const articles = await Promise.all(
      [1, 2].map((n) => publish(reporter, editor, article(`Bài nhiều lỗi ${made} ${n}`))),
    );
    for (let n = 0; n < 35; n++) await sendReport(articles[n % 2], `Lỗi ${n}.`);
    const first = await readText(editor, "/toa-soan/bao-loi");
    const next = first.match(/rel="next"\s+href="([^"]*)"/)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await readText(editor, next);
    const links = (page: string) => [...page.matchAll(/href="\/toa-soan\/bao-loi\/(\d+)"/g)];
    expect([links(first).length, links(second).length]).toEqual([30, 5]);
    expect(second).not.toContain('rel="next"');
  });
});

describe("the desk", () => {
  test("counts open reports by section for editors, and for the reporter of the article", async () => {
    await sendReport();
    await sendReport(standing, "Còn một chỗ nữa.");
    const line = `<a class="button" href="/toa-soan/bao-loi?section=tin-tuc">Chuyên mục tin-tuc: 2 báo lỗi chưa xử lý</a>`;
    for (const user of [editor, admin, reporter]) {
      expect(
        (await readText(user, "/toa-soan")).replaceAll(/\s+/g, " ").replaceAll('" >', '">'),
      ).toContain(line);
    }
    expect(await readText(colleague, "/toa-soan")).not.toContain("báo lỗi chưa xử lý");
    expect(await readText(reporter, `/toa-soan/bai/${standing.id}`)).toContain(
      "2 báo lỗi chưa xử lý",
    );
  });
});

describe("GET /toa-soan/bao-loi/:number", () => {
  test("shows the report, and to editors a letter that is ready to be sent", async () => {
    const path = await sendReport();
    const page = await readText(editor, path);
    expect(page).toContain("Ngày đúng là 5/11.");
    expect(page).toContain("ngày 5/12");
    const mail = page.match(/href="(mailto:[^"]*)"/)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const url = new URL(mail);
    expect(url.pathname).toBe(contact);
    expect(url.searchParams.get("subject")).toBe(
      `Về báo lỗi của bạn trong bài “Bài bị báo lỗi ${made}”`,
    );
    expect(url.searchParams.get("body")).toContain(`/bai-viet/${standing.slug}`);
    expect(await htmlFaults(page)).toEqual([]);
    const own = await readText(reporter, path);
    expect(own).toContain("Ngày đúng là 5/11.");
    expect(own).toContain(contact);
    expect(own).not.toContain('<form class="stack"');
  });

  test.each(["a@example.vn?bcc=b@example.vn", "a@example.vn,b@example.vn", "0912 345 678"])(
    "offers no letter to %s",
    async (given) => {
      const typed = { message: "Sai", quote: "", contact: given };
      await reportError(env.DB, { id: standing.id, title: "Bài" }, typed, Date.now());
      const { number } = (await env.DB.prepare("SELECT number FROM error_reports").first<{
        number: number;
      }>()) ?? { number: 0 };
      const page = await readText(editor, `/toa-soan/bao-loi/${number}`);
      expect(page).not.toContain(`href="mailto:a@`);
      expect(page).not.toContain(`href="mailto:0`);
    },
  );
});

describe("POST /toa-soan/bao-loi/:number", () => {
  test.each([
    ["answered", "Đã trả lời bạn đọc"],
    ["closed", "Đã đóng"],
  ])("act=%s closes the report with its note, once, and is logged", async (act, shown) => {
    const path = await sendReport();
    expect((await editor.post(path, { act, note: "Đã kiểm tra." })).status).toBe(303);
    const page = await readText(reporter, path);
    expect(page).toContain(shown);
    expect(page).toContain("Đã kiểm tra.");
    expect(await readText(editor, "/toa-soan/bao-loi")).not.toContain(path);
    expect(await readText(editor, "/toa-soan/bao-loi?state=closed")).toContain(path);
    const again = await admin.post(path, { act: "closed", note: "Lần nữa." });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Báo lỗi này đã có người xử lý.");
    expect(await readLog()).toEqual([
      [`report.${act}`, { report: readNumber(path), note: "Đã kiểm tra." }],
    ]);
  });

  test("act=corrected publishes the correction and closes the report in one step", async () => {
    const path = await sendReport();
    await fillCache([`/bai-viet/${standing.slug}`, "/dinh-chinh"]);
    const answer = await editor.post(path, { act: "corrected", note: "Ngày đúng là 5/11." });
    expect(answer.status).toBe(303);
    expect(await (await send(`/bai-viet/${standing.slug}`)).text()).toContain("Ngày đúng là 5/11.");
    expect(await (await send("/dinh-chinh")).text()).toContain("Ngày đúng là 5/11.");
    expect(await readText(editor, path)).toContain("Đã đính chính");
    expect(await readLog()).toEqual([
      ["report.corrected", { report: readNumber(path), note: "Ngày đúng là 5/11." }],
    ]);
  });

  test("act=corrected changes nothing if the article is withdrawn or somebody was first", async () => {
    const path = await sendReport();
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${standing.id}/publication`, reason);
    const answer = await editor.post(path, { act: "corrected", note: "Đính chính." });
    expect(answer.status).toBe(409);
    expect(await readText(editor, "/toa-soan/bao-loi")).toContain(path);
    const other = await publish(reporter, editor, article(`Bài hai người sửa ${made}`));
    const second = await sendReport(other);
    const both = await Promise.all([
      editor.post(second, { act: "corrected", note: "Một." }),
      admin.post(second, { act: "corrected", note: "Hai." }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    const corrections = await env.DB.prepare("SELECT text FROM corrections WHERE article_id = ?1")
      .bind(other.id)
      .all();
    expect(corrections.results.length).toBe(1);
  });

  test("refuses an empty or long note at its field, with what was typed, and an unknown act", async () => {
    const path = await sendReport();
    for (const [note, message] of [
      ["", "Hãy ghi vì sao đóng."],
      ["x".repeat(2001), "Dài quá 2000 ký tự."],
    ] as const) {
      const answer = await editor.post(path, { act: "closed", note });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain(note);
    }
    expect((await editor.post(path, { act: "delete", note: "x" })).status).toBe(422);
    expect(await readLog()).toEqual([]);
  });

  test("act=erase erases what the reader wrote, and keeps how the report was closed", async () => {
    const path = await sendReport();
    await editor.post(path, { act: "closed", note: "Không sai." });
    expect((await editor.post(path, { act: "erase" })).status).toBe(303);
    const page = await readText(editor, path);
    expect(page).not.toContain(contact);
    expect(page).not.toContain("Ngày đúng là 5/11.");
    expect(page).toContain("Không sai.");
    const rows = await env.DB.prepare("SELECT * FROM error_reports").all();
    expect(JSON.stringify(rows.results)).not.toContain(contact);
    expect((await readLog()).at(-1)).toEqual(["report.erased", { report: readNumber(path) }]);
  });

  test("changes nothing if the editor lost the role", async () => {
    const path = await sendReport();
    const former = await hireInBrowser("editor");
    await env.DB.prepare("UPDATE people SET role = 'reporter' WHERE id = ?1").bind(former.id).run();
    expect((await former.post(path, { act: "closed", note: "x" })).status).toBe(403);
    expect(await readText(editor, "/toa-soan/bao-loi")).toContain(path);
  });
});

describe("the contact of a reader", () => {
  const day = 24 * 60 * 60 * 1000;

  async function contacts(): Promise<unknown[]> {
    const { results } = await env.DB.prepare(
      "SELECT contact FROM error_reports ORDER BY number",
    ).all<{ contact: string | null }>();
    return results.map((row) => row.contact);
  }

  test("is deleted 90 days after the report was closed, and a year after it was sent", async () => {
    const path = await sendReport();
    await sendReport(standing, "Còn mở.");
    await editor.post(path, { act: "closed", note: "Xong." });
    const clock = (later: number) => runClock(env, createExecutionContext(), Date.now() + later);
    await clock(89 * day);
    expect(await contacts()).toEqual([contact, contact]);
    await clock(91 * day);
    expect(await contacts()).toEqual([null, contact]);
    await clock(366 * day);
    expect(await contacts()).toEqual([null, null]);
  });
});
