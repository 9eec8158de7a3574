import { createExecutionContext } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "cloudflare:workers";
import { cachePublicly } from "../../src/edge-cache/caching-policy.ts";
import { provideStandIn, purgeTags } from "../../src/edge-cache/edge-cache.ts";
import { everything, tags } from "../../src/edge-cache/tags.ts";
import { deskWords } from "../../src/vietnamese/words/desk.ts";
import { PlatformCache } from "../publishing/platform-cache.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
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

describe("on a platform that provides no cache", () => {
  const bindings = { ...env, EDGE_CACHE: "" };

  test("the edge keeps nothing, also under a dirty address", async () => {
    for (const path of ["/", `/bai-viet/${slug}`, `/bai-viet/${slug}?fbclid=1`, "/favicon.svg"]) {
      const { status, headers } = await ask(path, { bindings });
      expect(status, path).toBe(200);
      expect(headers.get("cloudflare-cdn-cache-control"), path).toBe("no-store");
      expect(headers.has("cache-tag"), path).toBe(false);
      expect(headers.has("cf-cache-status"), path).toBe(false);
    }
  });

  test("the health check and the desk of editors report it", async () => {
    expect((await ask("/healthz", { bindings })).status).toBe(503);
    expect((await ask("/healthz", { bindings, extra: { cache } })).status).toBe(200);
    const authorization = `Bearer ${(await hireInBrowser("admin")).token}`;
    const details = await ask("/healthz?sau=1", { bindings, headers: { authorization } });
    expect(await details.json()).toMatchObject({ ok: false, problems: [{ name: "edge-cache" }] });
    const headers = { cookie: (await hireInBrowser("editor")).cookie };
    const desk = await ask("/toa-soan", { bindings, headers });
    expect(await desk.text()).toContain(deskWords.noEdgeCache);
    const cached = await ask("/toa-soan", { headers });
    expect(await cached.text()).not.toContain(deskWords.noEdgeCache);
  });

  test("a purge fails, so that it is tried again", async () => {
    await expect(purgeTags(createExecutionContext(), ["lists"])).rejects.toThrow("no cache");
  });
});

describe("cachePublicly", () => {
  test.each(["", "hai từ", "mục-đổi", "a,b", "a".repeat(1025)])("refuses the tag %j", (tag) => {
    expect(() => cachePublicly(new Response(), "page", [tag])).toThrow("invalid cache tag");
  });

  test("takes a tag of 1,024 characters", () => {
    const tag = tags.tag("a".repeat(1020));
    expect(cachePublicly(new Response(), "page", [tag]).headers.get("cache-tag")).toBe(tag);
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

  test("purges every entry of the platform for the tag of everything", async () => {
    await purgeTags(cache.context(), ["lists", everything]);
    expect(cache.purges).toEqual([everything]);
  });

  test.each(["site", everything])("purges the stand-in by the tag %s", async (tag) => {
    const path = `/bai-viet/${slug}/ban-in`;
    await (await send(path)).text();
    expect((await send(path)).headers.get("cf-cache-status")).toBe("HIT");
    const ctx = createExecutionContext();
    provideStandIn(ctx, env);
    await purgeTags(ctx, [tag]);
    expect((await send(path)).headers.get("cf-cache-status")).toBe("MISS");
  });
});
