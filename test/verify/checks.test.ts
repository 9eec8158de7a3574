import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { checks, runChecks } from "../../scripts/verify/checks.ts";
import type { CheckName, Finding, VerifiedSite } from "../../scripts/verify/checks.ts";
import { fixture } from "../photo/fixture.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, origin, send } from "../support/newsroom.ts";

const workersDev = "ban-tin.tinh.workers.dev";

beforeAll(async () => {
  await addSections("tin-tuc");
  await publish(await hire("reporter"), await hire("editor"), article("Bài để kiểm tra"));
});

beforeEach(() => {
  // The local Images cannot read HEIC.
  vi.spyOn(console, "error").mockReturnValue();
});

type Change = (
  answer: Response,
  asked: { path: string; headers: Headers; method: string },
) => Response | Promise<Response>;

/** Something that is wrong between the site and us, in its database, or with how it was set up. */
type Breakage = {
  change?: Change;
  /** The site does not get requests that this holds back; they are answered by 204. */
  holds?: (path: string, method: string) => boolean;
  breaks?: [sql: string, repair: string];
  site?: Partial<VerifiedSite>;
};

/** The findings of `npm run verify` on the site of these tests. */
async function verify(
  { change, holds, breaks, site }: Breakage = {},
  chosen = checks,
): Promise<Finding[]> {
  // An admin of its own, because writes of one are limited.
  const { token } = await hire("admin");
  const ask: VerifiedSite["ask"] = async (path, init = {}) => {
    const method = init.method ?? "GET";
    if (holds?.(path, method)) return new Response(null, { status: 204 });
    const answer = await send(path, init);
    const copy = new Response(answer.body, answer);
    return change?.(copy, { path, headers: new Headers(init.headers), method }) ?? copy;
  };
  if (breaks !== undefined) await env.DB.prepare(breaks[0]).run();
  try {
    const whole = {
      address: origin,
      ask,
      askOther: () => Promise.reject(new Error("no such host")),
      token,
      workersDev,
      photos: {
        heic: new Uint8Array(fixture("phone.heic")),
        rotated: new Uint8Array(fixture("orientation-6.jpg")),
      },
      migration: "all",
      maxPurgeTime: 100,
    };
    return await runChecks({ ...whole, ...site }, chosen);
  } finally {
    if (breaks !== undefined) await env.DB.prepare(breaks[1]).run();
  }
}

function listFailed(findings: Finding[]): CheckName[] {
  return findings.filter(({ problem }) => problem !== null).map(({ check }) => check);
}

const withHeader =
  (name: string, value: string | null): Change =>
  (answer) => {
    if (value === null) answer.headers.delete(name);
    else answer.headers.set(name, value);
    return answer;
  };

const at =
  (prefix: string, change: Change): Change =>
  (answer, asked) =>
    asked.path.startsWith(prefix) ? change(answer, asked) : answer;

const answerWith =
  (status: number): Change =>
  () =>
    new Response(null, { status });

/** Changes the answer to /healthz?sau=1, or to a photo. */
const rewriteJson =
  (path: string, rewrite: (body: never) => object): Change =>
  async (answer, asked) =>
    asked.path === path && answer.headers.get("content-type")?.startsWith("application/json")
      ? Response.json(rewrite(await answer.json()), answer)
      : answer;

const health = "/healthz?sau=1";

const photo = "/healthz/anh";

/** For each check something that breaks it alone. */
const breakages: Record<CheckName, Breakage> = {
  https: { site: { address: "http://bantin.tinh.gov.vn" } },
  health: {
    change: (answer, { path }) =>
      path === "/healthz" ? new Response("no", { status: 503 }) : answer,
  },
  headers: { change: withHeader("strict-transport-security", null) },
  cache: {
    change: (answer, { path }) =>
      path === "/" ? withHeader("cf-cache-status", "DYNAMIC")(answer, undefined as never) : answer,
  },
  "cache-headers": { change: withHeader("cache-tag", "site") },
  unchanged: {
    change: at("/bai-viet/", async (answer) => {
      const text = await answer.text();
      return new Response(text.replace("</body>", '<a data-cfemail="00"></a></body>'), answer);
    }),
  },
  head: {
    change: (answer, { method }) =>
      method === "HEAD" ? new Response(null, { status: 405 }) : answer,
  },
  conditional: { change: (answer) => (answer.status === 304 ? new Response("") : answer) },
  range: {
    change: (answer, { headers }) =>
      headers.has("range") ? new Response("0123456789", { status: 206 }) : answer,
  },
  "junk-query": { change: at("/?fbclid", answerWith(403)) },
  newsroom: {
    change: (answer, asked) =>
      asked.path === "/toa-soan"
        ? withHeader("cache-control", "max-age=60")(answer, asked)
        : answer,
  },
  password: { change: at("/toa-soan/dang-nhap", answerWith(503)) },
  "rate-limit": {
    change: at("/api/changes", answerWith(401)),
  },
  token: { site: { token: "x".repeat(32) } },
  heartbeat: {
    breaks: [
      `UPDATE heartbeat SET ran_at = unixepoch() * 1000 - 200000`,
      `UPDATE heartbeat SET ran_at = unixepoch() * 1000`,
    ],
  },
  problems: {
    breaks: [
      `INSERT INTO clock_errors VALUES ('alerts', 1, unixepoch() * 1000, 'no')`,
      `DELETE FROM clock_errors`,
    ],
  },
  migrations: {
    breaks: [
      `INSERT INTO d1_migrations (name) VALUES ('before')`,
      `DELETE FROM d1_migrations WHERE name = 'before'`,
    ],
    site: { migration: "later" },
  },
  database: {
    change: rewriteJson(health, (body: { database: object }) => ({
      ...body,
      database: { ...body.database, region: "WEUR" },
    })),
  },
  "miss-then-hit": { change: at("/healthz/dem/", withHeader("cf-cache-status", "DYNAMIC")) },
  purge: { holds: (path, method) => path.startsWith("/healthz/dem/") && method === "DELETE" },
  bucket: { change: rewriteJson(photo, (body: object) => ({ ...body, isKept: false })) },
  "rotated-photo": { change: rewriteJson(photo, (body: object) => ({ ...body, width: 64 })) },
  "heic-photo": { change: at(photo, answerWith(503)) },
  "large-photo": { change: rewriteJson(photo, (body: object) => ({ ...body, variants: [] })) },
  access: {
    change: rewriteJson(health, (body: { settings: object }) => ({
      ...body,
      settings: { ...body.settings, accessSignIn: true },
    })),
  },
  "workers-dev": { site: { askOther: async () => new Response("ok") } },
};

test("npm run verify finds nothing wrong with the site itself, and leaves nothing in it", async () => {
  const findings = await verify();
  expect(findings.map(({ check, problem }) => [check, problem])).toEqual(
    checks.map(({ name }) => [name, null]),
  );
  expect(findings.find(({ check }) => check === "purge")?.measured).toMatch(/^\d+ ms$/);
  expect((await env.PHOTOS.list()).objects).toEqual([]);
  expect(await env.DB.prepare(`SELECT COUNT(*) AS n FROM photos`).first("n")).toBe(0);
});

test("every check has something that breaks it", () => {
  expect(Object.keys(breakages).sort()).toEqual(checks.map(({ name }) => name).sort());
});

/** These run only when they are broken. */
const expensive = ["password", "bucket", "rotated-photo", "heic-photo", "large-photo"];

test.each(Object.entries(breakages))(
  "npm run verify names the check %s alone when that is broken",
  async (check, breakage) => {
    const chosen = checks.filter(({ name }) => name === check || !expensive.includes(name));
    const findings = await verify(breakage, chosen);
    expect(listFailed(findings)).toEqual([check]);
    for (const { problem } of findings) expect(problem).not.toBe("");
  },
);

test("a site that also answers by plain http is named, one that leads to https is not", async () => {
  const chosen = checks.filter(({ name }) => name === "https");
  const address = "https://bantin.tinh.gov.vn";
  const tryWith = async (answer: Response) =>
    listFailed(await verify({ site: { address, askOther: async () => answer } }, chosen));
  expect(await tryWith(new Response("ok"))).toEqual(["https"]);
  const headers = { location: `${address}/` };
  expect(await tryWith(new Response(null, { status: 301, headers }))).toEqual([]);
});

test("without a token npm run verify says what it left out", async () => {
  const chosen = checks.filter(({ needs }) => needs !== undefined);
  const findings = await verify({ site: { token: null, workersDev: null } }, chosen);
  const leftOut = findings.filter(({ isLeftOut }) => isLeftOut).map(({ check }) => check);
  const needing = chosen.map(({ name }) => name);
  expect([leftOut, listFailed(findings)]).toEqual([needing, []]);
});

test("the address of a version is found open, too", async () => {
  const asked: string[] = [];
  const askOther = async (url: string) => {
    asked.push(url);
    return new Response("error code: 1042", { status: 404 });
  };
  const chosen = checks.filter(({ name }) => name === "workers-dev");
  const findings = await verify({ site: { askOther } }, chosen);
  expect(listFailed(findings)).toEqual([]);
  const version = env.VERSION.id.slice(0, 8);
  expect(asked).toEqual([
    `https://${workersDev}/healthz`,
    `https://${version}-${workersDev}/healthz`,
  ]);
});
