import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { articlePath } from "../src/addresses/public.ts";
import { apiArticlesPath } from "../src/addresses/api.ts";
import { deskPath } from "../src/addresses/newsroom.ts";
import worker from "../src/worker.ts";
import { article, publish } from "./support/articles.ts";
import { addSections, hire, origin } from "./support/newsroom.ts";
import { listRoutes } from "./support/routes.ts";
import { hireInBrowser, sameOrigin } from "./support/staff.ts";

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const method of ["log", "info", "debug", "warn", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void lines.push(words.join(" ")));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Sends a request through the Worker with the lines of requests on. */
async function ask(path: string, init: RequestInit = {}, more: Partial<Env> = {}) {
  const request = new Request(origin + path, { redirect: "manual", ...init });
  const ctx = createExecutionContext();
  const answer = await worker.fetch(request as never, { ...env, REQUEST_LOG: "on", ...more }, ctx);
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  await waitOnExecutionContext(ctx);
  return { answer, text };
}

/** A database that fails when it is asked for this, with a message that quotes a person. */
function breakDatabase(words: string): D1Database {
  return new Proxy(env.DB, {
    get: (db, name) => {
      const prepare = (sql: string) => {
        if (sql.includes(words)) throw new Error(`no "${secret}" for ${secret}@example.com`);
        return db.prepare(sql);
      };
      return name === "prepare" ? prepare : db.batch.bind(db);
    },
  });
}

const secret = "trankimngan1979";

test("an article's line in the log has its route, cache and rows; its answer has no Server-Timing", async () => {
  await addSections("tin-tuc");
  const published = await publish(await hire("reporter"), await hire("editor"), article("Bài mới"));
  lines.length = 0;
  const { answer } = await ask(articlePath(published.slug));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("server-timing")).toBeNull();
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      event: "request",
      route: articlePath.pattern,
      method: "GET",
      status: 200,
      cache: "miss",
      roundTrips: expect.any(Number),
      rowsRead: expect.any(Number),
      rowsWritten: 0,
      databaseMs: expect.any(Number),
      ms: expect.any(Number),
      version: env.VERSION.id,
    },
  ]);
  const { roundTrips, rowsRead } = JSON.parse(lines[0] ?? "");
  expect(roundTrips).toBeGreaterThan(0);
  expect(rowsRead).toBeGreaterThan(0);
});

test("a page that no cache keeps has Server-Timing and says bypass", async () => {
  const { cookie } = await hireInBrowser("editor");
  const { answer } = await ask(deskPath, { headers: { cookie } });
  expect(answer.headers.get("server-timing")).toMatch(/^db;dur=\d+, total;dur=\d+$/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ route: deskPath, cache: "bypass" });
});

test.each([
  ["a reader's page", "/bai-viet/khong-co", "FROM slugs", "text/html"],
  ["the newsroom", deskPath, "FROM sessions", "text/html"],
  ["a script of the newsroom", deskPath, "FROM sessions", "application/json"],
  ["the API", apiArticlesPath, "FROM published", "application/json"],
])("a failure in %s gives the person the error id that the log has", async (_, path, sql, type) => {
  const { cookie } = await hireInBrowser("editor");
  const headers = { cookie, accept: type };
  const { answer, text } = await ask(path, { headers }, { DB: breakDatabase(sql) });
  expect(answer.status).toBe(500);
  const line = JSON.parse(lines.find((one) => one.includes('"request"')) ?? "{}");
  expect(line.errorId).toMatch(/^[0-9a-f]{10}$/);
  expect(text).toContain(line.errorId);
  expect(line.error).toMatchObject({ name: "Error", message: "no … for …" });
  expect(lines.join("\n")).not.toContain(secret);
});

test("no line has anything that a person sent, wherever they sent it", async () => {
  const { token } = await hire("admin");
  const { cookie } = await hireInBrowser("admin");
  const from = { "cf-connecting-ip": "2001:db8::1979", "x-forwarded-for": "203.0.113.79" };
  const sent = { "user-agent": secret, referer: `${origin}/${secret}`, "x-a": secret, ...from };
  const fields = ["title", "body", "lede", "username", "password", "name", "message", "contact"];
  const form = new URLSearchParams(fields.map((name) => [name, secret]));
  const routes = [...listRoutes("newsroom"), ...listRoutes("everybody")];
  for (const route of routes) {
    const [method = "", pattern = ""] = route.split(" ");
    const path = `${pattern.replace(/:\w+(?:\{[^}]*\})?/g, secret)}?q=${secret}&next=${secret}`;
    const who = pattern.startsWith("/api/")
      ? { authorization: `Bearer ${token}` }
      : { cookie: `${cookie}; a=${secret}` };
    const type = pattern.startsWith("/api/")
      ? "application/json"
      : "application/x-www-form-urlencoded";
    const headers = { ...sameOrigin, ...sent, ...who, "content-type": type };
    const body = type === "application/json" ? `{"title": "${secret}` : form.toString();
    await ask(path, method === "GET" ? { headers } : { method, headers, body });
  }
  expect(lines.length).toBeGreaterThanOrEqual(routes.length);
  const all = lines.join("\n");
  for (const personal of [secret, "2001:db8", "203.0.113.79", token, cookie.slice(20)]) {
    expect(all).not.toContain(personal);
  }
});
