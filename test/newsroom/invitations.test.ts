import { env } from "cloudflare:workers";
import { createExecutionContext } from "cloudflare:test";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { app } from "../../src/app.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { send } from "../support/newsroom.ts";

const password = "trời hôm nay xanh quá";

let admin: Staff;

beforeAll(async () => {
  admin = await hireInBrowser("admin");
});

let invited = 0;

/** Adds a user, and returns the path of the link that the page shows. */
async function invite(fields: Record<string, string> = {}) {
  const username = `moi.${++invited}`;
  const answer = await admin.post("/toa-soan/quan-tri/nguoi", {
    username,
    name: "Lò Thị Mới",
    role: "reporter",
    unit: "TT KH&CN",
    email: "",
    ...fields,
  });
  return { username, answer, path: linkIn(await answer.text()) };
}

function linkIn(page: string): string {
  return page.match(/\/toa-soan\/loi-moi\/[\w-]+/)?.[0] ?? "";
}

function accept(path: string, given = password, repeat = given, headers = {}) {
  const fields = { password: given, repeat };
  return send(path, { ...form(fields), headers: { ...sameOrigin, ...headers } });
}

async function findId(username: string): Promise<string> {
  const id = await env.DB.prepare("SELECT id FROM people WHERE username = ?1")
    .bind(username)
    .first<string>("id");
  return id ?? "";
}

describe("a one-time link", () => {
  test.each([
    ["one of the 20,000 most common", "manchester99", "quá dễ đoán"],
    ["the name of the site", `${env.SITE_NAME} 1`, "tên trang hay tên cơ quan"],
  ])("refuses a password that is %s", async (_, given, message) => {
    const { path } = await invite();
    const answer = await accept(path, given);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(message);
    expect((await accept(path)).status).toBe(303);
  });

  test("is not shut by refused passwords, and makes the network known for the username", async () => {
    const { username, path } = await invite();
    const from = (n: number) => ({ "cf-connecting-ip": `203.0.113.${n}` });
    for (let n = 0; n < 10; n += 1) {
      expect((await accept(path, "ngắn", "ngắn", from(1))).status).toBe(422);
    }
    expect((await accept(path, password, password, from(1))).status).toBe(303);
    const signIn = async (given: string, n: number) => {
      const headers = { ...sameOrigin, ...from(n) };
      const fields = { username, password: given };
      return (await send("/toa-soan/dang-nhap", { ...form(fields), headers })).status;
    };
    for (let n = 0; n < 8; n += 1) await signIn("sai", 2);
    expect([await signIn(password, 2), await signIn(password, 1)]).toEqual([429, 303]);
  });

  test("GET shows the user's name and does not use up the link", async () => {
    const { username, path } = await invite();
    for (const _ of [1, 2, 3]) {
      const page = await send(path);
      expect(page.status).toBe(200);
      expect(page.headers.get("cache-control")).toBe("no-store");
      expect(page.headers.get("referrer-policy")).toBe("same-origin");
      expect(await page.text()).toContain(`Tên đăng nhập của bạn là ${username}`);
    }
  });

  test("POST sets the password, signs the user in, and uses up the link", async () => {
    const { username, path } = await invite();
    const answer = await accept(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/toa-soan"]);
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    expect((await send("/toa-soan", { headers: { cookie } })).status).toBe(200);

    const again = await accept(path, "một câu khác hẳn");
    expect(again.status).toBe(410);
    expect(await again.text()).toContain("đã được dùng");
    expect((await send(path)).status).toBe(410);
    const signIn = await send("/toa-soan/dang-nhap", {
      ...form({ username, password }),
      headers: sameOrigin,
    });
    expect(signIn.status).toBe(303);
  });

  test("two people use it at once: one is signed in, the other gets an error", async () => {
    const { path } = await invite();
    const answers = await Promise.all([accept(path), accept(path, "mật khẩu người kia")]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 410]);
  });

  test.each([
    ["ngắn quá", "ngắn quá", "ít nhất 10 ký tự"],
    ["matkhau12345", "matkhau12345", "dễ đoán"],
    ["aaaaaaaaaaaaa", "aaaaaaaaaaaaa", "dễ đoán"],
    [password, "trời hôm nay xanh lắm", "không giống nhau"],
  ])("refuses %s at its field, and the link stays valid", async (given, repeat, message) => {
    const { path } = await invite();
    const answer = await accept(path, given, repeat);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(message);
    expect(page).not.toContain(given);
    expect((await send(path)).status).toBe(200);
  });

  test("expires after 72 hours", async () => {
    const { username, path } = await invite();
    const ends = "SELECT ends_at - created_at AS span FROM one_time_links WHERE person_id = ?1";
    const id = await findId(username);
    expect(await env.DB.prepare(ends).bind(id).first("span")).toBe(72 * 3_600_000);
    await env.DB.prepare("UPDATE one_time_links SET ends_at = 1 WHERE person_id = ?1")
      .bind(id)
      .run();
    expect((await send(path)).status).toBe(410);
    expect((await accept(path)).status).toBe(410);
  });

  test("a newer link ends the older one; a reset link lasts 24 hours and ends every session", async () => {
    const { username, path } = await invite();
    const [cookie = ""] = ((await accept(path)).headers.get("set-cookie") ?? "").split(";");
    const id = await findId(username);
    const first = linkIn(
      await (await admin.post(`/toa-soan/quan-tri/nguoi/${id}/lien-ket`)).text(),
    );
    const second = linkIn(
      await (await admin.post(`/toa-soan/quan-tri/nguoi/${id}/lien-ket`)).text(),
    );
    const span = await env.DB.prepare(
      "SELECT max(ends_at - created_at) AS span FROM one_time_links WHERE person_id = ?1 AND used_at IS NULL",
    )
      .bind(id)
      .first("span");
    expect(span).toBe(24 * 3_600_000);
    expect((await accept(first)).status).toBe(410);
    expect((await send("/toa-soan", { headers: { cookie } })).status).toBe(200);
    expect((await accept(second, "lần này tôi nhớ rồi")).status).toBe(303);
    expect((await send("/toa-soan", { headers: { cookie } })).status).toBe(303);
  });

  test("is refused for a disabled user", async () => {
    const { username, path } = await invite();
    await admin.post(`/toa-soan/quan-tri/nguoi/${await findId(username)}/khoa`);
    expect((await send(path)).status).toBe(410);
    expect((await accept(path)).status).toBe(410);
  });

  test("with an unknown token answers the same page", async () => {
    expect((await send("/toa-soan/loi-moi/khong-co")).status).toBe(404);
    expect((await accept("/toa-soan/loi-moi/khong-co")).status).toBe(404);
  });

  test("is refused when another site sends it", async () => {
    const { path } = await invite();
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await accept(path, password, password, foreign)).status).toBe(403);
    expect((await send(path)).status).toBe(200);
  });

  test("ends the browser's former session", async () => {
    const { path } = await invite();
    const planted = await hireInBrowser("editor");
    const answer = await accept(path, password, password, { cookie: planted.cookie });
    expect(answer.headers.get("set-cookie")).not.toContain(planted.cookie);
    expect((await planted.open("/toa-soan")).status).toBe(303);
  });

  test("is stored as a hash only", async () => {
    const { path } = await invite();
    const { results } = await env.DB.prepare("SELECT hash FROM one_time_links").all<{
      hash: string;
    }>();
    const token = path.split("/").at(-1) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(results.map(({ hash }) => hash)).not.toContain(token);
  });
});

test("a link whose page fails is logged without its token", async () => {
  const { path } = await invite();
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = new Proxy(env.DB, {
    get: (db, name) => (sql: string) => {
      if (name !== "prepare" || sql.includes("one_time_links")) throw new Error("D1 is away");
      return db.prepare(sql);
    },
  });
  const asked = new Request(`http://localhost:8787${path}`);
  const answer = await app.fetch(asked, { ...env, DB: broken }, createExecutionContext());
  expect(answer.status).toBe(500);
  const [line] = logged.mock.calls[0] as [string];
  expect(JSON.parse(line)).toMatchObject({ route: "/toa-soan/loi-moi/:token", method: "GET" });
  expect(line).not.toContain(path.split("/").at(-1));
  logged.mockRestore();
});
