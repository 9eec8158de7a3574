import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { forgetHour } from "../../src/reading-limit.ts";
import { addArchiveSections, fillArchive } from "../support/archive.ts";
import { hire, origin } from "../support/newsroom.ts";

/** What wrangler.toml allows a client in a minute. */
const perClient = 20;

const hourLength = 60 * 60 * 1000;

beforeAll(async () => {
  await addArchiveSections(env.DB);
  await fillArchive(env.DB, 0, 30);
});

/** Asks as on the platform, where rows are billed and no answer comes from the stand-in. */
async function ask(path: string, client: string, headers: HeadersInit = {}): Promise<Response> {
  const sent = new Headers(headers);
  sent.set("cf-connecting-ip", client);
  const ctx = createExecutionContext();
  const platform = { ...env, EDGE_CACHE: "", ROWS_PER_HOUR: "10000" };
  const answer = await app.fetch(new Request(origin + path, { headers: sent }), platform, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}

async function askUntilLimited(path: (n: number) => string, client: string): Promise<Response> {
  // A new minute may begin meanwhile.
  for (let n = 0; n < 2 * perClient + 2; n++) {
    const answer = await ask(path(n), client);
    if (answer.status === 429) return answer;
  }
  throw new Error("every request was let through");
}

describe("requests without end from one network", () => {
  const client = "2001:db8:0:1::7";

  test("are refused after the limit with a page that leads on", async () => {
    const answer = await askUntilLimited((n) => `/tim-kiem?q=${n}`, client);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = await answer.text();
    expect(page).toContain("Xin đợi ít phút rồi thử lại");
    expect(page, "a search would be refused, too").not.toContain('action="/tim-kiem"');
  });

  test.each(["/chuyen-muc/muc-1?truoc=99", "/feed.json?truoc=99", "/api/changes?since=7"])(
    "%s is refused, too, also from another address of the network",
    async (path) => {
      expect((await ask(path, "2001:db8:0:1::8")).status).toBe(429);
    },
  );

  test.each(["/", "/chuyen-muc/muc-1", "/bai-viet/bai-1", "/feed.json", "/the"])(
    "%s is still answered: it has one address",
    async (path) => {
      expect((await ask(path, client)).status).toBe(200);
    },
  );

  test("do not stop another network, nor a token", async () => {
    const { token } = await hire("reporter");
    expect((await ask("/tim-kiem?q=số", "2001:db8:0:2::7")).status).toBe(200);
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask("/api/changes?since=0", client, headers)).status).toBe(200);
  });
});

describe("requests without end from everywhere", () => {
  test("are counted in D1, those with few rows less than searches", async () => {
    const readCount = () =>
      env.DB.prepare("SELECT rows_read FROM reading_hours").first<number>("rows_read");
    const before = (await readCount()) ?? 0;
    // An isolate counts its first request at once, and then 3,000 rows together.
    forgetHour();
    for (let n = 0; n < 11; n++) await ask(`/tim-kiem?q=x${n}`, `198.51.100.${n}`);
    const after = (await readCount()) ?? 0;
    expect(after - before).toBeGreaterThanOrEqual(3000);
    const { next } = await (await ask("/api/changes", "198.51.100.1")).json<{ next: string }>();
    for (let n = 0; n < 10; n++) await ask(`/api/changes?since=${next}`, `198.51.100.${n}`);
    expect(await readCount()).toBe(after);
    // A whole page may lie behind an unknown cursor.
    for (let n = 0; n < 10; n++) await ask(`/api/changes?since=${999_000 + n}`, `198.51.100.${n}`);
    expect(await readCount()).toBeGreaterThan(after);
  });

  test("are refused until the hour ends when the site has read its rows", async () => {
    await env.DB.prepare("UPDATE reading_hours SET rows_read = 10000").run();
    let answer = await ask("/tim-kiem?q=0", "198.51.100.100");
    for (let n = 1; n < 12 && answer.status === 200; n++) {
      answer = await ask(`/tim-kiem?q=${n}`, `198.51.100.${100 + n}`);
    }
    expect(answer.status).toBe(429);
    const seconds = Math.ceil((hourLength - (Date.now() % hourLength)) / 1000);
    expect(Math.abs(Number(answer.headers.get("retry-after")) - seconds)).toBeLessThan(60);
    expect((await ask("/bai-viet/bai-2", "198.51.100.1")).status).toBe(200);
    expect((await ask("/khong-co", "198.51.100.1")).status).toBe(404);
  });
});
