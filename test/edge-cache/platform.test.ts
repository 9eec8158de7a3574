import { createExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { purgeTags } from "../../src/edge-cache/edge-cache.ts";
import { PlatformCache } from "../publishing/platform-cache.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import { ask, withDatabase } from "./behind-the-cache.ts";

let slug: string;
let cache: PlatformCache;

beforeAll(async () => {
  await addSections("tin-tuc");
  const [reporter, editor] = [await hire("reporter"), await hire("editor")];
  ({ slug } = await publish(reporter, editor, article("Bài sau bộ nhớ đệm của nền tảng")));
});

beforeEach(() => {
  cache = new PlatformCache();
});

describe("behind the platform's cache", () => {
  test("the stand-in is off: every request that comes is rendered, and says how it may be kept", async () => {
    let statements = 0;
    const bindings = withDatabase((statement) => {
      statements++;
      return statement;
    });
    for (let n = 1; n <= 3; n++) {
      const answer = await ask(`/bai-viet/${slug}`, { bindings, extra: { cache } });
      expect(answer.headers.get("cloudflare-cdn-cache-control")).toMatch(/^max-age=86400, /);
      expect(answer.headers.get("cache-tag")).toMatch(/^article-/);
      expect(answer.headers.has("cf-cache-status")).toBe(false);
      await answer.arrayBuffer();
      expect(statements).toBe(n);
    }
  });

  test("a dirty address goes through the cache again, as a clean one, and is not kept itself", async () => {
    const asked: Request[] = [];
    const loopback = {
      default: {
        fetch: async (request: Request) => {
          asked.push(request);
          return ask(new URL(request.url).pathname, { extra: { cache } });
        },
      },
    };
    const headers = { "accept-language": "vi" };
    const answer = await ask(`/bai-viet/${slug}?fbclid=1`, {
      headers,
      extra: { cache, exports: loopback },
    });
    expect(asked.map(({ url, method, redirect }) => [url, method, redirect])).toEqual([
      [`http://localhost:8787/bai-viet/${slug}`, "GET", "manual"],
    ]);
    expect(asked[0]?.headers.get("accept-language")).toBe("vi");
    expect(answer.headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
    expect(answer.headers.has("cache-tag")).toBe(false);
    expect(await answer.text()).toContain("Bài sau bộ nhớ đệm của nền tảng");
  });

  test("a validator is answered by 304 with what the cache must know, too", async () => {
    const whole = await ask(`/bai-viet/${slug}`, { extra: { cache } });
    const etag = whole.headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    const answer = await ask(`/bai-viet/${slug}`, { headers, extra: { cache } });
    expect([answer.status, await answer.text()]).toEqual([304, ""]);
    for (const name of ["etag", "cache-control", "cloudflare-cdn-cache-control", "cache-tag"]) {
      expect(answer.headers.get(name), name).toBe(whole.headers.get(name));
    }
  });

  test("HEAD has the headers of GET", async () => {
    const [get, head] = [
      await ask(`/bai-viet/${slug}`, { extra: { cache } }),
      await ask(`/bai-viet/${slug}`, { method: "HEAD", extra: { cache } }),
    ];
    expect(await head.text()).toBe("");
    expect([...head.headers]).toEqual([...get.headers]);
  });

  test("errors and the API are not for it", async () => {
    for (const path of ["/bai-viet/khong-co", "/api/articles", "/healthz", "/api/khong-co"]) {
      const { headers } = await ask(path, { extra: { cache } });
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.has("cloudflare-cdn-cache-control"), path).toBe(false);
    }
  });
});

describe("purgeTags", () => {
  test("asks the platform once, for all tags", async () => {
    await purgeTags(cache.context(), ["lists", "feeds", "article-1"]);
    expect(cache.purges).toEqual([["lists", "feeds", "article-1"]]);
  });

  test("fails when the platform refuses or cannot be reached, so that it is tried again", async () => {
    cache.answers = "refused";
    await expect(purgeTags(cache.context(), ["lists"])).rejects.toThrow("rate limit exceeded");
    cache.answers = "failing";
    await expect(purgeTags(cache.context(), ["lists"])).rejects.toThrow("cannot be reached");
  });

  test("where there is no platform purges the stand-in, and that is all", async () => {
    const path = `/bai-viet/${slug}/ban-in`;
    await (await send(path)).text();
    expect((await send(path)).headers.get("cf-cache-status")).toBe("HIT");
    await purgeTags(createExecutionContext(), ["site"]);
    expect((await send(path)).headers.get("cf-cache-status")).toBe("MISS");
  });
});
