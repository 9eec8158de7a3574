import { env } from "cloudflare:workers";
import { createExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { runClock } from "../../src/clock.ts";
import { readPublicPushKey } from "../../src/publishing/push-service.ts";
import { article, approve, submitArticle } from "../support/articles.ts";
import { finishBackgroundWork } from "../support/background-work.ts";
import { addSections, json } from "../support/newsroom.ts";
import { PushBrowser, readVapid } from "../support/push-browser.ts";
import { hireInBrowser, signInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const place = "/toa-soan/tai-khoan/thong-bao";
const minute = 60 * 1000;
const day = 24 * 60 * minute;

let reporter: Staff;
let editor: Staff;
let browser: PushBrowser;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare("DELETE FROM push_devices"),
    env.DB.prepare("DELETE FROM outbox"),
  ]);
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  browser = new PushBrowser();
});

async function runClockAt(now: number): Promise<void> {
  await runClock(env, createExecutionContext(), now);
}

async function outbox() {
  const { results } = await env.DB.prepare(
    `SELECT attempts, due_at - created_at AS wait, done_at IS NOT NULL AS done FROM outbox
     WHERE kind = 'notification' ORDER BY id`,
  ).all();
  return results;
}

async function countDevices(): Promise<number> {
  const row = await env.DB.prepare("SELECT COUNT(*) AS n FROM push_devices").first<{ n: number }>();
  return row?.n ?? 0;
}

describe("after an act, who turned notifications on receives one", () => {
  test("a submission goes to editors, encrypted and signed, with the title and the page", async () => {
    await browser.turnOn(editor);
    const { id } = await submitArticle(reporter, article("Bài vừa nộp"));
    await finishBackgroundWork();
    expect(await browser.messages()).toEqual([
      { title: "Có bài chờ duyệt", body: "Bài vừa nộp", path: `/toa-soan/bai/${id}/duyet` },
    ]);
    const [{ headers, body } = { headers: {}, body: "" }] = await browser.received();
    expect(headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "86400" });
    expect(Buffer.from(body, "base64").toString()).not.toContain("Bài vừa nộp");
    const claims = await readVapid(headers["authorization"] ?? "");
    expect(claims).toMatchObject({
      aud: "https://updates.push.services.mozilla.com",
      sub: `mailto:${env.AGENCY_EMAIL}`,
    });
    expect(headers["authorization"]).toContain(readPublicPushKey(env.PUSH_KEY ?? ""));
    expect(await outbox()).toMatchObject([{ attempts: 0, done: 1 }]);
  });

  test("the form and the buttons of the newsroom notify as the API does", async () => {
    await browser.turnOn(editor);
    const owner = new PushBrowser();
    await owner.turnOn(reporter);
    const answer = await reporter.send("/api/articles", json("POST", article("Bài qua trang")));
    const { id } = await answer.json<{ id: string }>();
    await reporter.post(`/toa-soan/bai/${id}/nop`, { event: "1" });
    await editor.post(`/toa-soan/bai/${id}/tra-lai`, {
      event: "2",
      "return-reason": "Thiếu số liệu",
    });
    await finishBackgroundWork();
    expect(await browser.messages()).toMatchObject([{ title: "Có bài chờ duyệt" }]);
    expect(await owner.messages()).toEqual([
      { title: "Bài của bạn bị trả lại", body: "Bài qua trang", path: `/toa-soan/bai/${id}` },
    ]);
  });

  test("publication and withdrawal go to the owner alone", async () => {
    const other = new PushBrowser();
    await browser.turnOn(reporter);
    await other.turnOn(await hireInBrowser("reporter"));
    const { id } = await submitArticle(reporter, article("Bài lên trang"));
    await approve(editor, id);
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai tên" }));
    await finishBackgroundWork();
    expect((await browser.messages()).map(({ title }) => title)).toEqual([
      "Bài của bạn đã lên trang",
      "Bài của bạn đã gỡ",
    ]);
    expect(await other.messages()).toEqual([]);
  });

  test("a scheduled publication goes to the owner when the clock publishes it", async () => {
    await browser.turnOn(reporter);
    const { id } = await submitArticle(reporter, article("Bài hẹn giờ"));
    const at = Date.now() + 5 * minute;
    await approve(editor, id, { at: new Date(at).toISOString() });
    await runClockAt(at + 1);
    expect((await browser.messages()).map(({ body }) => body)).toEqual(["Bài hẹn giờ"]);
  });

  test("a long title is cut between two characters", async () => {
    await browser.turnOn(editor);
    await submitArticle(reporter, article(`${"a".repeat(148)}😀${"b".repeat(20)}`));
    await finishBackgroundWork();
    const bodies = (await browser.messages()).map(({ body }) => body);
    expect(bodies).toEqual([`${"a".repeat(148)}…`]);
  });

  test("not the person who acted", async () => {
    await browser.turnOn(editor);
    await submitArticle(editor, article("Bài của biên tập"));
    await finishBackgroundWork();
    expect(await browser.messages()).toEqual([]);
  });

  test("not a kind that the person turned off", async () => {
    await browser.turnOn(editor);
    await editor.post(`${place}/loai`, { kind: "returned" });
    await submitArticle(reporter, article("Bài không báo"));
    await finishBackgroundWork();
    expect(await browser.messages()).toEqual([]);
    const page = await (await editor.open("/toa-soan/tai-khoan")).text();
    expect(page).toMatch(/value="returned"\s+checked/);
    expect(page).toMatch(/value="submitted"\s+\/>/);
    expect(page).not.toContain('value="alert"');
  });
});

describe("the push service", () => {
  test.each([404, 410])("answers %i: the device is removed", async (status) => {
    await browser.turnOn(editor);
    await browser.answerWith({ status });
    await submitArticle(reporter, article(`Bài ${status}`));
    await finishBackgroundWork();
    expect(await countDevices()).toBe(0);
    expect(await outbox()).toMatchObject([{ done: 1 }]);
  });

  test.each([
    ["500 without a time: after a minute", { status: 500 }, minute],
    [
      "429 with a number of seconds",
      { status: 429, headers: { "retry-after": "600" } },
      10 * minute,
    ],
  ])("answers %s: the clock sends it again", async (_, answer, wait) => {
    await browser.turnOn(editor);
    await browser.answerWith(answer);
    await submitArticle(reporter, article("Bài gửi lại"));
    await finishBackgroundWork();
    const [row] = await outbox();
    expect(row).toMatchObject({ attempts: 1, done: 0 });
    expect(row?.["wait"]).toBeGreaterThanOrEqual(wait);
    expect(row?.["wait"]).toBeLessThan(wait + minute);
    await browser.answerWith({ status: 201 });
    await runClockAt(Date.now() + wait - 1000);
    expect(await browser.received()).toHaveLength(1);
    await runClockAt(Date.now() + wait + minute);
    expect(await browser.received()).toHaveLength(2);
    expect(await outbox()).toMatchObject([{ done: 1 }]);
  });

  test("answers 503 with a date: not before that date", async () => {
    await browser.turnOn(editor);
    const until = new Date(Date.now() + 3 * 60 * minute).toUTCString();
    await browser.answerWith({ status: 503, headers: { "retry-after": until } });
    await submitArticle(reporter, article("Bài chờ ba giờ"));
    await finishBackgroundWork();
    expect((await outbox())[0]?.["wait"]).toBeGreaterThan(179 * minute);
  });

  test("fails for a day: the notification is given up, the device stays", async () => {
    await browser.turnOn(editor);
    await browser.answerWith({ status: 500 });
    await submitArticle(reporter, article("Bài cũ một ngày"));
    await finishBackgroundWork();
    await runClockAt(Date.now() + day);
    expect(await outbox()).toMatchObject([{ done: 1 }]);
    expect(await countDevices()).toBe(1);
  });

  test("redirects: nobody follows", async () => {
    await browser.turnOn(editor);
    const elsewhere = new PushBrowser("https://elsewhere.example");
    await browser.answerWith({ status: 307, headers: { location: elsewhere.endpoint } });
    vi.spyOn(console, "error").mockReturnValue();
    await submitArticle(reporter, article("Bài chuyển hướng"));
    await finishBackgroundWork();
    expect(await elsewhere.received()).toEqual([]);
    expect(await outbox()).toMatchObject([{ done: 1 }]);
  });
});

describe("a notification that waits is not sent any more", () => {
  /** A notification that failed once, and what ends its device. */
  async function waitAndEnd(end: () => Promise<unknown>): Promise<number> {
    await browser.turnOn(editor);
    await browser.answerWith({ status: 500 });
    await submitArticle(reporter, article("Bài còn chờ"));
    await finishBackgroundWork();
    await end();
    await runClockAt(Date.now() + 2 * minute);
    return (await browser.received()).length - 1;
  }

  const change = (sql: string) => () => env.DB.prepare(sql).bind(editor.id).run();

  test("when the user signed out", async () => {
    expect(await waitAndEnd(() => editor.post("/toa-soan/dang-xuat"))).toBe(0);
    expect(await countDevices()).toBe(0);
  });

  test("when an admin disabled the account", async () => {
    const admin = await hireInBrowser("admin");
    expect(await waitAndEnd(() => admin.post(`/toa-soan/quan-tri/nguoi/${editor.id}/khoa`))).toBe(
      0,
    );
    expect(await countDevices()).toBe(0);
  });

  test("when the person is no longer an editor", async () => {
    expect(await waitAndEnd(change("UPDATE people SET role = 'reporter' WHERE id = ?1"))).toBe(0);
  });

  test("when the session is two weeks old", async () => {
    expect(await waitAndEnd(change("UPDATE sessions SET ends_at = 1 WHERE person_id = ?1"))).toBe(
      0,
    );
  });

  test("when the role needs a passkey by now, which the session has not shown", async () => {
    await browser.turnOn(editor);
    await browser.answerWith({ status: 500 });
    await submitArticle(reporter, article("Bài cần khóa"));
    await finishBackgroundWork();
    const strict = { ...env, REQUIRE_PASSKEY: "editors" };
    await runClock(strict, createExecutionContext(), Date.now() + 2 * minute);
    expect(await browser.received()).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ done: 1 }]);
  });

  test("when the reporter took the article back", async () => {
    await browser.turnOn(editor);
    await browser.answerWith({ status: 500 });
    const { id } = await submitArticle(reporter, article("Bài rút lại"));
    await finishBackgroundWork();
    expect((await reporter.post(`/toa-soan/bai/${id}/rut-lai`, { event: "2" })).status).toBe(303);
    await runClockAt(Date.now() + 2 * minute);
    expect(await browser.received()).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ done: 1 }]);
  });

  test("but it is when the session was only idle", async () => {
    const idle = change("UPDATE sessions SET seen_at = 1 WHERE person_id = ?1");
    const beginAnother = async () => {
      await idle();
      await signInBrowser(reporter);
    };
    expect(await waitAndEnd(beginAnother)).toBe(1);
  });
});
