import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { hashCheaply } from "../support/password.ts";
import { hire, origin, send } from "../support/newsroom.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";

const password = "một mật khẩu đủ dài";

async function signIn(username: string, given: string, headers: Record<string, string> = {}) {
  const fields = { username, password: given, next: "/toa-soan/bai/moi" };
  return send("/toa-soan/dang-nhap", { ...form(fields), headers: { ...sameOrigin, ...headers } });
}

describe("signing in with a password", () => {
  beforeAll(async () => {
    const { id } = await hire("reporter");
    const hash = hashCheaply(password);
    await env.DB.prepare("UPDATE people SET username = 'thebang', password_hash = ?2 WHERE id = ?1")
      .bind(id, hash)
      .run();
  });

  test("opens a session and redirects for the right password", async () => {
    const answer = await signIn(" TheBang ", password);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/toa-soan/bai/moi");
    const [cookie = ""] = answer.headers.getSetCookie();
    const [pair = "", ...attributes] = cookie.split("; ");
    expect(pair).toMatch(/^__Host-phien=[\w-]{43}$/);
    expect(attributes.sort()).toEqual([
      "HttpOnly",
      expect.stringMatching(/^Max-Age=\d+$/),
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
    const desk = await send("/toa-soan", { headers: { cookie: pair } });
    expect(desk.status).toBe(200);
    expect(await desk.text()).toContain("Bàn làm việc");
    const stored = await env.DB.prepare("SELECT hash FROM sessions").all<{ hash: string }>();
    expect(stored.results.map(({ hash }) => hash)).not.toContain(pair.split("=")[1]);
  });

  test("on this machine, sets a plain cookie too, for a browser that stores no Secure one there", async () => {
    const [, plain = ""] = (await signIn("thebang", password)).headers.getSetCookie();
    const [pair = "", ...attributes] = plain.split("; ");
    expect(pair).toMatch(/^phien=[\w-]{43}$/);
    expect(attributes).not.toContain("Secure");
    expect(attributes).toContain("HttpOnly");
    expect((await send("/toa-soan", { headers: { cookie: pair } })).status).toBe(200);
  });

  test("elsewhere, sets and reads only the Secure cookie", async () => {
    const site = { ...env, BASE_URL: "https://tin.example.vn" };
    const ask = async (path: string, init: RequestInit) => {
      const request = new Request(site.BASE_URL + path, { redirect: "manual", ...init });
      return app.fetch(request, site, createExecutionContext());
    };
    const fields = { username: "thebang", password, next: "/toa-soan" };
    const headers = { ...sameOrigin, origin: site.BASE_URL };
    const cookies = (
      await ask("/toa-soan/dang-nhap", { ...form(fields), headers })
    ).headers.getSetCookie();
    expect(cookies.filter((one) => !one.includes("Secure"))).toEqual([]);
    const token = /^__Host-phien=([\w-]{43})/.exec(cookies[0] ?? "")?.[1] ?? "";
    const status = async (cookie: string) =>
      (await ask("/toa-soan", { headers: { cookie } })).status;
    expect(await status(`phien=${token}`)).toBe(303);
    expect(await status(`__Host-phien=${token}`)).toBe(200);
  });

  test.each([
    ["the sign-in page", "/toa-soan/dang-nhap?next=%2Ftoa-soan%2Fanh"],
    ["an invitation", `/toa-soan/loi-moi/${"x".repeat(43)}`],
  ])("a browser that keeps no cookies is told so after %s", async (_name, from) => {
    const open = async (path: string, headers: Record<string, string>) => {
      const answer = await send(path, { headers: { referer: origin + from, ...headers } });
      return answer.headers.get("location") ?? answer.text();
    };
    const next = await open("/toa-soan/anh", {});
    expect(next).toBe("/toa-soan/dang-nhap?next=%2Ftoa-soan%2Fanh&fault=cookie");
    expect(await open(next, {})).toContain("Trình duyệt này không giữ cookie");
    // One that does keep them has the cookie of the sign-in page, and only lacks a session.
    const cookie = "__Host-thu=1";
    expect(await open("/toa-soan/anh", { cookie })).not.toContain("fault");
    expect(await open(next, { cookie })).not.toContain("không giữ cookie");
  });

  test("answers the same message for a wrong password and an unknown name", async () => {
    const wrong = await signIn("thebang", "sai");
    const unknown = await signIn("khongco", "sai");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const page = (text: string) => text.replaceAll(/khongco|thebang/g, "");
    expect(page(await wrong.text())).toBe(page(await unknown.text()));
    expect(wrong.headers.get("set-cookie")).toBeNull();
  });

  test("ends the browser's former session", async () => {
    const { cookie, open } = await hireInBrowser("reporter");
    expect((await open("/toa-soan")).status).toBe(200);
    const answer = await signIn("thebang", password, { cookie });
    expect(answer.headers.get("set-cookie")).not.toContain(cookie);
    expect((await open("/toa-soan")).status).toBe(303);
  });

  test("is refused when another site or no named site sends it", async () => {
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await signIn("thebang", password, foreign)).status).toBe(403);
    const silent = form({ username: "thebang", password });
    expect((await send("/toa-soan/dang-nhap", silent)).status).toBe(403);
  });
});

describe("a session", () => {
  test("a request without one is redirected to the sign-in page, and from there back", async () => {
    const answer = await send("/toa-soan?x=1");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/toa-soan/dang-nhap?next=%2Ftoa-soan%3Fx%3D1");
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/bai-viet/x",
    "/toa-soan/\\evil",
    "/toa-soan//evil.example",
  ])("the sign-in does not redirect to %s", async (place) => {
    const { open } = await hireInBrowser("reporter");
    const answer = await open(`/toa-soan/dang-nhap?next=${encodeURIComponent(place)}`);
    expect(answer.headers.get("location")).toBe("/toa-soan");
  });

  test("signing out ends it", async () => {
    const { open, post } = await hireInBrowser("reporter");
    const answer = await post("/toa-soan/dang-xuat");
    expect(answer.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await open("/toa-soan")).status).toBe(303);
  });

  test.each([
    ["idle for 12 hours", "seen_at = seen_at - 43200000"],
    ["two weeks old", "ends_at = created_at"],
  ])("a session that was %s is refused", async (_, change) => {
    const { id, open } = await hireInBrowser("reporter");
    await env.DB.prepare(`UPDATE sessions SET ${change} WHERE person_id = ?1`).bind(id).run();
    expect((await open("/toa-soan")).status).toBe(303);
  });

  test("a disabled user's session is refused at once", async () => {
    const { id, open } = await hireInBrowser("reporter");
    await env.DB.prepare("UPDATE people SET disabled_at = 1 WHERE id = ?1").bind(id).run();
    expect((await open("/toa-soan")).status).toBe(303);
  });
});
