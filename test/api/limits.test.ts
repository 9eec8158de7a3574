import { beforeAll, describe, expect, test } from "vitest";
import { article } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { problemIn, countStored } from "./refusal.ts";

beforeAll(() => addSections("tin-tuc"));

/** The writes of a user and the invalid tokens of an address that wrangler.toml allows in a minute. */
const writes = 120;
const failures = 20;

/** Sends requests until one is refused by the limit. At most `most`, because a new minute may begin meanwhile. */
async function sendUntilLimited(ask: () => Promise<Response>, most: number): Promise<Response> {
  for (let n = 0; n < most; n++) {
    const answer = await ask();
    if (answer.status === 429) return answer;
    await answer.arrayBuffer();
  }
  throw new Error(`${most} requests were let through`);
}

async function expectLimit(answer: Response): Promise<void> {
  expect(answer.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
  await problemIn(answer);
}

function from(address: string, token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}`, "cf-connecting-ip": address } };
}

describe("the write limit", () => {
  test("stops one user's writes, but not their reads and no other user", async () => {
    const [hasty, other] = [await hire("reporter"), await hire("reporter")];
    const write = ({ send: sends }: Colleague) =>
      sends("/api/articles/0123456789abcdef/submission", { method: "PUT" });
    await expectLimit(await sendUntilLimited(() => write(hasty), 2 * writes + 2));
    expect((await write(other)).status).toBe(404);
    expect((await hasty.send("/api/articles")).status).toBe(200);
  });

  test("counts every kind of write, and refuses it before the body is read or stored", async () => {
    const hasty = await hire("reporter");
    const asks = [
      () => hasty.send("/api/photos", { method: "POST", body: "x" }),
      () => hasty.send("/api/articles/0123456789abcdef", { method: "PUT", body: "x" }),
      () => hasty.send("/api/articles", { method: "POST", body: "x" }),
    ];
    let n = 0;
    await sendUntilLimited(async () => (asks[n++ % asks.length] ?? send)(""), 2 * writes + 2);
    const before = await countStored();
    const answer = await hasty.send("/api/articles", json("POST", article("Bài quá nhanh")));
    expect(answer.status).toBe(429);
    await expectLimit(answer);
    expect(await countStored()).toEqual(before);
  });
});

describe("the limit for invalid tokens", () => {
  test("stops an address that guesses; valid tokens from there still work", async () => {
    const reporter = await hire("reporter");
    const home = "198.51.100.7";
    let tried = 0;
    const guess = () => send("/api/changes", from(home, `guess-${++tried}-${"x".repeat(30)}`));
    await expectLimit(await sendUntilLimited(guess, 2 * failures + 2));
    expect(tried).toBeGreaterThan(failures / 2);
    expect((await guess()).status).toBe(429);
    expect((await send("/api/changes", from(home, reporter.token))).status).toBe(200);
    expect((await send("/api/changes", { headers: { "cf-connecting-ip": home } })).status).toBe(
      200,
    );
  });

  test("does not stop other addresses", async () => {
    const wrong = `guess-${"x".repeat(30)}`;
    expect((await send("/api/changes", from("198.51.100.8", wrong))).status).toBe(401);
  });
});
