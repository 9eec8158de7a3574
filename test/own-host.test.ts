import { createExecutionContext } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../src/app.ts";
import { hashCheaply } from "./support/password.ts";
import { hire, origin, send } from "./support/newsroom.ts";
import { listRoutes } from "./support/routes.ts";
import { form } from "./support/staff.ts";

const forged = "http://evil.example";

function sendToForgedHost(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("origin", forged);
  headers.set("sec-fetch-site", "same-origin");
  return exports.default.fetch(
    new Request(forged + path, { redirect: "manual", ...init, headers }),
  );
}

/** Every route with a path that fits it, such as ["POST", "/toa-soan/bai/x/sua"]. */
const routes = [...listRoutes("newsroom"), ...listRoutes("everybody")]
  .filter((route) => route !== "GET /healthz")
  .map((route) => route.replace(/:sitemap{.*}/, "sitemap-2026-01.xml").replace(/:\w+/g, "1"))
  .map((route) => route.split(" ") as [method: string, path: string]);

describe("a request to another host", () => {
  test.each(routes)(
    "%s %s is redirected to the site's own host, or refused",
    async (method, path) => {
      const answer = await sendToForgedHost(`${path}?a=1`, { method });
      const isRedirected = method === "GET" && !path.startsWith("/api/");
      expect([answer.status, answer.headers.get("location")]).toEqual(
        isRedirected ? [301, `${origin}${path}?a=1`] : [421, null],
      );
      expect(answer.headers.get("cache-control")).toBe("no-store");
    },
  );

  test("with the right password and a matching Origin signs nobody in", async () => {
    const { id } = await hire("reporter");
    const hash = hashCheaply("một mật khẩu đủ dài");
    await env.DB.prepare("UPDATE people SET password_hash = ?2 WHERE id = ?1").bind(id, hash).run();
    const fields = form({ username: id, password: "một mật khẩu đủ dài" });
    const answer = await sendToForgedHost("/toa-soan/dang-nhap", fields);
    expect(answer.status).toBe(421);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await answer.text()).toContain(`Trang này chỉ có ở ${origin}`);
  });

  test("does not decide what the cache gives to others", async () => {
    await (await sendToForgedHost("/luu-tru")).text();
    expect((await send("/luu-tru")).status).toBe(200);
  });
});

describe("a site on this machine", () => {
  const port = new URL(origin).port;
  const ownNames = ["localhost", "127.0.0.1", "[::1]"].map(
    (name) => `http://${name}${port && `:${port}`}`,
  );

  test.each(ownNames)("answers at %s and signs people in there", async (address) => {
    const { id } = await hire("reporter");
    const hash = hashCheaply("một mật khẩu đủ dài");
    await env.DB.prepare("UPDATE people SET password_hash = ?2 WHERE id = ?1").bind(id, hash).run();
    const { headers, ...init } = form({ username: id, password: "một mật khẩu đủ dài" });
    const answer = await exports.default.fetch(
      new Request(`${address}/toa-soan/dang-nhap`, {
        ...init,
        redirect: "manual",
        headers: { ...Object.fromEntries(new Headers(headers)), origin: address },
      }),
    );
    expect(answer.status).toBe(303);
    expect((await exports.default.fetch(new Request(`${address}/luu-tru`))).status).toBe(200);
  });

  test("answers a client that names no port", async () => {
    expect((await exports.default.fetch(new Request("http://localhost/luu-tru"))).status).toBe(200);
  });
});

test.each([
  ["off", "max-age=31536000"],
  ["on", "max-age=31536000; includeSubDomains"],
])("HSTS_SUBDOMAINS = %s sends Strict-Transport-Security: %s", async (setting, expected) => {
  const answer = await app.fetch(
    new Request(`${origin}/luu-tru`),
    { ...env, HSTS_SUBDOMAINS: setting },
    createExecutionContext(),
  );
  expect(answer.headers.get("strict-transport-security")).toBe(expected);
});
