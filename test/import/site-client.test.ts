import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { SiteClient, SiteUnreachable } from "../../import/site/site-client.ts";

let server: Server | null = null;

afterEach(() => void server?.close());

/** A server that answers these statuses in turn and repeats the last. A 429 has Retry-After: 1. */
async function startServer(...statuses: number[]): Promise<{ site: string; times: number[] }> {
  const times: number[] = [];
  const listening = createServer((request, response) => {
    request.resume();
    const status = statuses[Math.min(times.length, statuses.length - 1)] ?? 200;
    times.push(performance.now());
    const headers = {
      "content-type": "application/json",
      ...(status === 429 ? { "retry-after": "1" } : {}),
    };
    response.writeHead(status, headers).end(JSON.stringify({ number: times.length }));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return { site: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, times };
}

describe("SiteClient", () => {
  test("after 429, holds back all requests of that token as long as Retry-After says", async () => {
    const { site, times } = await startServer(429, 200);
    const waits: number[] = [];
    const client = new SiteClient(site, (seconds) => waits.push(seconds));
    const first = client.send("token", "/a", { method: "POST", body: "{}" });
    await expect.poll(() => waits).toEqual([1]);
    const answers = await Promise.all([first, client.send("token", "/b", {})]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(times.map((time) => time - (times[0] ?? 0) > 950)).toEqual([false, true, true]);
  });

  test("after 429, does not delay another token", async () => {
    const { site, times } = await startServer(429, 200);
    const client = new SiteClient(site, () => undefined);
    const slow = client.send("one", "/a", {});
    await expect.poll(() => times.length).toBe(1);
    const other = client.send("two", "/a", {});
    expect(await Promise.race([slow.then(() => "one"), other.then(() => "two")])).toBe("two");
    await slow;
  });

  test("retries network errors, and returns refusals", async () => {
    const { site, times } = await startServer(503, 422);
    const client = new SiteClient(site, () => undefined);
    expect(await client.send("token", "/a", {})).toEqual({ status: 422, body: { number: 2 } });
    expect(times).toHaveLength(2);
  });

  test("gives up on a site that keeps failing", async () => {
    const { site, times } = await startServer(500);
    const pauses: number[] = [];
    const pause = async (ms: number) => void pauses.push(ms);
    const client = new SiteClient(site, () => undefined, pause);
    await expect(client.send("token", "/a", {})).rejects.toThrow(SiteUnreachable);
    expect(times).toHaveLength(6);
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000]);
  });
});
