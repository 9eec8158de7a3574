import { beforeEach, describe, expect, test } from "vitest";
import type { Render } from "../../src/edge-cache/stand-in.ts";
import { CachedSite } from "./pages.ts";

let site: CachedSite;

beforeEach(() => {
  site = new CachedSite(100_000);
});

async function isKept(path: string): Promise<boolean> {
  const answer = await site.ask(async () => new Response("not kept"), path);
  return answer.headers.get("cf-cache-status") === "HIT";
}

describe("memory", () => {
  test("is bounded in bytes; what was not asked for longest goes first", async () => {
    for (let n = 0; n < 10; n++) await site.read(site.page({ size: 7000 }), `/${n}`);
    expect(await isKept("/0")).toBe(true);
    await site.read(site.page({ size: 7000 }), "/10");
    await site.read(site.page({ size: 7000 }), "/11");
    expect(site.cache.bytes).toBeLessThanOrEqual(100_000);
    expect(await Promise.all(["/0", "/1", "/2", "/11"].map(isKept))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test("never grows beyond its bound, however much is asked", async () => {
    for (let n = 0; n < 2000; n++) {
      await site.read(site.page({ size: (n * 37) % 11_000 }), `/${n}`);
      expect(site.cache.bytes).toBeLessThanOrEqual(100_000);
    }
  });

  test("counts what an entry costs besides its body", async () => {
    for (let n = 0; n < 200; n++) await site.read(site.page(), `/${n}`);
    expect(site.cache.bytes).toBeGreaterThan(90_000);
    expect(await isKept("/100")).toBe(false);
  });

  test("is not spent on one large answer", async () => {
    expect((await site.read(site.page({ size: 20_000 })))[1]).toBe("MISS");
    expect((await site.read(site.page({ size: 20_000 })))[1]).toBe("MISS");
    expect(site.cache.bytes).toBe(0);
  });

  test.each([
    ["that says so", { "content-length": "1000000" }],
    ["that does not say how large it is", {}],
  ])("is not filled by a slow reader of a large answer %s", async (_, headers) => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 1_000_000) return controller.close();
        sent += 1000;
        controller.enqueue(new Uint8Array(1000).fill(sent / 1000));
      },
    });
    const policy = "max-age=60";
    const answer = await site.ask(
      async () =>
        new Response(body, { headers: { ...headers, "cloudflare-cdn-cache-control": policy } }),
    );
    expect(answer.headers.get("cf-cache-status")).toBe("MISS");
    expect(sent).toBeLessThan(20_000);
    const bytes = await answer.bytes();
    expect(bytes.length).toBe(1_000_000);
    expect(bytes.every((byte, n) => byte === (Math.floor(n / 1000) + 1) % 256)).toBe(true);
    expect(site.cache.bytes).toBe(0);
  });

  test("a HEAD of a large answer stops its rendering", async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => void (isCancelled = true),
    });
    const headers = { "cloudflare-cdn-cache-control": "max-age=60" };
    const answer = await site.ask(async () => new Response(body, { headers }), "/", {
      method: "HEAD",
    });
    expect([await answer.text(), isCancelled]).toEqual(["", true]);
  });

  test("is free again after a purge, and counts right whatever happened", async () => {
    await site.read(site.page({ size: 3000 }), "/a");
    site.now += 120_000;
    await site.read(site.page({ size: 1000 }), "/a");
    const one = site.cache.bytes;
    await site.read(site.page({ size: 1000, tags: ["feeds"] }), "/b");
    site.cache.purge(["lists"]);
    expect(site.cache.bytes).toBe(one);
    site.cache.purge(["feeds", "lists"]);
    expect(site.cache.bytes).toBe(0);
  });
});

describe("HEAD and validators", () => {
  test("HEAD is answered from what GET left, without a body", async () => {
    await site.read(site.page());
    const head = await site.ask(site.page(), "/", { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", '"1"']);
    expect(head.headers.get("cf-cache-status")).toBe("HIT");
  });

  test("HEAD that comes first renders the whole answer, for GET", async () => {
    const methods: string[] = [];
    const page: Render = (request) => {
      methods.push(request.method);
      return site.page()(request);
    };
    expect(await site.read(page, "/", { method: "HEAD" })).toEqual(["", "MISS"]);
    expect(await site.read(page)).toEqual(["số 1", "HIT"]);
    expect(methods).toEqual(["GET"]);
  });

  test("HEAD of what is not kept has no body", async () => {
    const page = site.page({ policy: null });
    expect(await site.read(page, "/", { method: "HEAD" })).toEqual(["", "BYPASS"]);
  });

  test.each(['"1"', 'W/"1"', '"0", "1"', '"0",W/"1" ', "*"])(
    "If-None-Match: %s is 304 with the headers and without a body",
    async (tag) => {
      await site.read(site.page());
      const answer = await site.ask(site.page(), "/", { headers: { "if-none-match": tag } });
      expect([answer.status, await answer.text()]).toEqual([304, ""]);
      expect(answer.headers.get("etag")).toBe('"1"');
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.headers.has("content-type")).toBe(false);
      expect(answer.headers.has("cache-tag")).toBe(false);
    },
  );

  test.each(['"2"', "1", '"11"', "", 'w/"1"'])("If-None-Match: %s is 200", async (tag) => {
    await site.read(site.page());
    const answer = await site.ask(site.page(), "/", { headers: { "if-none-match": tag } });
    expect([answer.status, await answer.text()]).toEqual([200, "số 1"]);
  });

  test("If-None-Match and Range of the first client do not shape what is kept", async () => {
    const asked: Headers[] = [];
    const page: Render = (request) => {
      asked.push(request.headers);
      return site.page()(request);
    };
    const headers = { "if-none-match": '"1"', range: "bytes=0-1", "if-modified-since": "x" };
    expect((await site.ask(page, "/", { headers })).status).toBe(304);
    expect(await site.read(page)).toEqual(["số 1", "HIT"]);
    expect([...(asked[0]?.keys() ?? [])]).toEqual([]);
  });

  test("a missing or gone page is never 304", async () => {
    await site.read(site.page({ status: 404 }));
    const answer = await site.ask(site.page(), "/", { headers: { "if-none-match": "*" } });
    expect(answer.status).toBe(404);
  });
});

describe("purging", () => {
  test("takes every entry with one of the tags, and no other", async () => {
    await site.read(site.page({ tags: ["article-1", "site"] }), "/1");
    await site.read(site.page({ tags: ["article-10"] }), "/10");
    await site.read(site.page({ tags: ["lists", "article-1"] }), "/lists");
    site.cache.purge(["article-1", "khong-co"]);
    expect(await Promise.all(["/1", "/10", "/lists"].map(isKept))).toEqual([false, true, false]);
  });

  test.each<[string, string[], boolean]>([
    ["its tag", ["lists"], false],
    ["one of many tags", ["x", "lists"], false],
    ["another tag", ["feeds"], true],
  ])("of %s while a page is rendered decides whether it is kept", async (_name, purged, kept) => {
    const finish = Promise.withResolvers<void>();
    const slow: Render = async (request) => {
      await finish.promise;
      return site.page({ tags: ["lists", "site"] })(request);
    };
    const asked = site.read(slow);
    site.cache.purge(purged);
    finish.resolve();
    expect(await asked).toEqual(["số 1", "MISS"]);
    expect(await isKept("/")).toBe(kept);
  });

  test("while a stale page is rendered anew keeps neither the old nor the overtaken one", async () => {
    await site.read(site.page());
    site.now += 60_000;
    const finish = Promise.withResolvers<void>();
    const slow: Render = async (request) => {
      await finish.promise;
      return site.page()(request);
    };
    expect(await site.read(slow)).toEqual(["số 1", "STALE"]);
    site.cache.purge(["lists"]);
    finish.resolve();
    await site.settle();
    expect(await isKept("/")).toBe(false);
  });

  test("after a rendering has ended does not follow it", async () => {
    site.cache.purge(["lists"]);
    await site.read(site.page());
    expect(await isKept("/")).toBe(true);
  });
});
