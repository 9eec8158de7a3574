import { env } from "cloudflare:workers";
import { createExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { article, submitArticle } from "../support/articles.ts";
import { finishBackgroundWork } from "../support/background-work.ts";
import { addSections, json, origin, send } from "../support/newsroom.ts";
import worker from "../../src/worker.ts";
import { PushBrowser, sendSubscription } from "../support/push-browser.ts";
import { hireInBrowser, signInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const place = "/toa-soan/tai-khoan/thong-bao";

let reporter: Staff;
let editor: Staff;
let browser: PushBrowser;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  await env.DB.prepare("DELETE FROM push_devices").run();
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  browser = new PushBrowser();
});

async function countDevices(): Promise<number> {
  const row = await env.DB.prepare("SELECT COUNT(*) AS n FROM push_devices").first<{ n: number }>();
  return row?.n ?? 0;
}

describe("POST /toa-soan/tai-khoan/thong-bao", () => {
  test.each([
    "http://updates.push.services.mozilla.com/wpush/v2/1",
    "https://127.0.0.1/push",
    "https://localhost/push",
    "https://10.0.0.8/push",
    "https://[::1]/push",
    "https://169.254.169.254/latest/meta-data",
    "https://fcm.googleapis.com:8443/fcm/send/1",
    "https://fcm.googleapis.com.evil.example/fcm/send/1",
    "https://evil.example/fcm.googleapis.com",
    "https://fcm.googleapis.com@10.0.0.8/x",
  ])("refuses the endpoint %s", async (endpoint) => {
    const answer = await sendSubscription(editor, { ...browser.subscription(), endpoint });
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path)).toEqual(["endpoint"]);
    expect(await countDevices()).toBe(0);
  });

  test("refuses keys of a wrong length and unknown fields by name", async () => {
    const broken = { ...browser.subscription(), p256dh: "AAAA", more: 1 };
    const answer = await sendSubscription(editor, broken);
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path).sort()).toEqual(["more", "p256dh"]);
  });

  test("refuses a key for which nothing can be encrypted", async () => {
    const broken = { ...browser.subscription(), p256dh: `B${"A".repeat(86)}` };
    const answer = await sendSubscription(editor, broken);
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path)).toEqual(["p256dh"]);
    expect(await countDevices()).toBe(0);
  });

  test("gives the browser to the person who turned it on last", async () => {
    await browser.turnOn(reporter);
    await browser.turnOn(editor);
    expect(await (await reporter.open("/toa-soan/tai-khoan")).text()).toContain(
      "Chưa có thiết bị nào.",
    );
    expect(await countDevices()).toBe(1);
  });

  test("with `renew` moves a known device to the new session, and adds no unknown one", async () => {
    await browser.turnOn(editor, true);
    expect(await countDevices()).toBe(0);
    await browser.turnOn(editor);
    const again = await signInBrowser(editor);
    await browser.turnOn(again, true);
    await editor.post("/toa-soan/dang-xuat");
    expect(await countDevices()).toBe(1);
    await browser.turnOn(reporter, true);
    await submitArticle(reporter, article("Bài sau khi chuyển phiên"));
    await finishBackgroundWork();
    expect(await browser.messages()).toHaveLength(1);
  });
});

describe("a subscription that the browser replaced", () => {
  test("with `renew` takes the place of the former one of its session", async () => {
    await browser.turnOn(editor);
    const next = new PushBrowser();
    await next.turnOn(editor, true);
    expect(await countDevices()).toBe(1);
    await submitArticle(reporter, article("Bài sau khi đổi địa chỉ nhận tin"));
    await finishBackgroundWork();
    expect(await browser.messages()).toEqual([]);
    expect(await next.messages()).toHaveLength(1);
  });

  test("is ignored signed out, and for a session without notifications", async () => {
    await browser.turnOn(editor);
    await browser.turnOn(await signInBrowser(editor), false);
    const next = new PushBrowser();
    expect((await next.turnOn(editor, true)).status).toBe(200);
    const init = json("POST", next.subscription(true), sameOrigin);
    expect((await send(place, init)).status).toBe(401);
    await submitArticle(reporter, article("Bài cho máy cũ"));
    await finishBackgroundWork();
    expect(await next.messages()).toEqual([]);
    expect(await countDevices()).toBe(1);
  });
});

describe("the buttons of a device on the account page", () => {
  async function deviceOnPage(staff: Staff): Promise<string> {
    const page = await (await staff.open("/toa-soan/tai-khoan")).text();
    return /data-push-device="(\w{64})"/.exec(page)?.[1] ?? "";
  }

  test("send a test notification, and turn it off", async () => {
    await browser.turnOn(editor);
    const device = await deviceOnPage(editor);
    const sent = await editor.post(`${place}/thu`, { device });
    expect(sent.headers.get("location")).toBe("/toa-soan/tai-khoan?done=push-sent#thong-bao");
    expect(await browser.messages()).toMatchObject([{ title: "Tin thử từ tòa soạn" }]);
    await editor.post(`${place}/tat`, { device });
    expect(await countDevices()).toBe(0);
  });

  test("say why a test failed, and remove a device that is gone", async () => {
    await browser.turnOn(editor);
    const device = await deviceOnPage(editor);
    await browser.answerWith({ status: 403 });
    const refused = await editor.post(`${place}/thu`, { device });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("từ chối (mã 403)");
    await browser.answerWith({ status: 410 });
    const gone = await editor.post(`${place}/thu`, { device });
    expect(gone.headers.get("location")).toContain("done=push-gone");
    expect(await countDevices()).toBe(0);
  });

  test("do nothing to the devices of others", async () => {
    await browser.turnOn(editor);
    const device = await deviceOnPage(editor);
    await reporter.post(`${place}/tat`, { device });
    await reporter.post(`${place}/thu`, { device });
    expect(await countDevices()).toBe(1);
    expect(await browser.messages()).toEqual([]);
  });
});

describe("without the secret PUSH_KEY", () => {
  /** Opens the account page on a site that has no such secret. */
  async function openAccount({ cookie }: Staff): Promise<string> {
    const { PUSH_KEY: _, ...without } = env;
    const request = new Request<unknown, IncomingRequestCfProperties>(
      `${origin}/toa-soan/tai-khoan`,
      { headers: { cookie } },
    );
    const answer = await worker.fetch(request, without, createExecutionContext());
    expect(answer.status).toBe(200);
    return answer.text();
  }

  test("the account page says to admins what is missing, to others whom to ask", async () => {
    expect(await openAccount(await hireInBrowser("admin"))).toContain("PUSH_KEY");
    const page = await openAccount(reporter);
    expect(page).toContain("Hãy báo cho quản trị.");
    expect(page).not.toContain("PUSH_KEY");
    expect(page).not.toContain("Bật thông báo trên thiết bị này");
  });
});

describe("GET /toa-soan/thong-bao.js", () => {
  test("is a service worker that handles no request", async () => {
    const answer = await reporter.open("/toa-soan/thong-bao.js");
    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const script = await answer.text();
    expect(script).toMatch(/^self\.pushKey="B[\w-]{86}";\n/);
    expect(script).toContain("notificationclick");
    expect(script).not.toMatch(/["']fetch["']/);
  });
});
