import { beforeAll, expect, test } from "vitest";
import { runPublicChecks } from "../../scripts/verify/public-checks.ts";
import type { Ask } from "../../scripts/verify/public-checks.ts";
import { addSections, origin, send } from "../support/newsroom.ts";

beforeAll(() => addSections("tin-tuc"));

/** The names of the checks that fail when the answers come to the reader changed. */
async function failing(change: Change = (answer) => answer, address = origin): Promise<string[]> {
  const ask: Ask = async (path, init = {}) => {
    const answer = await send(path, init);
    return change(new Response(answer.body, answer), path, new Headers(init.headers), init);
  };
  const findings = await runPublicChecks({ address, ask });
  for (const { problem } of findings) expect(problem).not.toBe("");
  return findings.filter(({ problem }) => problem !== null).map(({ check }) => check);
}

type Change = (
  answer: Response,
  path: string,
  headers: Headers,
  init: RequestInit,
) => Response | Promise<Response>;

const withHeader =
  (name: string, value: string | null): Change =>
  (answer) => {
    if (value === null) answer.headers.delete(name);
    else answer.headers.set(name, value);
    return answer;
  };

const rewrite: Change = async (answer, path, _headers, { method }) => {
  if (path !== "/" || method === "HEAD" || answer.status !== 200) return answer;
  const text = (await answer.text()).replace("</body>", '<a data-cfemail="00"></a></body>');
  return new Response(text, answer);
};

test("npm run verify finds nothing wrong with the site itself", async () => {
  expect(await failing()).toEqual([]);
});

test("npm run verify names the check that an unsafe address breaks", async () => {
  expect(await failing(undefined, "http://bantin.tinh.gov.vn")).toEqual(["https"]);
});

test.each<[check: string, change: Change]>([
  [
    "health",
    (answer, path) => (path === "/healthz" ? new Response("no", { status: 503 }) : answer),
  ],
  ["headers", withHeader("strict-transport-security", null)],
  ["cache", withHeader("cf-cache-status", "DYNAMIC")],
  ["cache-headers", withHeader("cache-tag", "site")],
  ["unchanged", rewrite],
  [
    "head",
    (answer, _path, _headers, { method }) =>
      method === "HEAD" ? new Response(null, { status: 405 }) : answer,
  ],
  ["conditional", (answer) => (answer.status === 304 ? new Response("") : answer)],
  [
    "range",
    (answer, _path, headers) =>
      headers.has("range") ? new Response("0123456789", { status: 206 }) : answer,
  ],
  [
    "junk-query",
    (answer, path) => (path.includes("?fbclid") ? new Response(null, { status: 403 }) : answer),
  ],
  [
    "newsroom",
    (answer, path) =>
      path === "/toa-soan"
        ? (withHeader("cache-control", "max-age=60") as (a: Response) => Response)(answer)
        : answer,
  ],
])("npm run verify names the check %s alone when that is broken", async (check, change) => {
  expect(await failing(change)).toEqual([check]);
});
