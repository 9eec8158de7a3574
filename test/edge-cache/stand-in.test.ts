import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Render } from "../../src/edge-cache/stand-in.ts";
import { CachedSite } from "./pages.ts";

const second = 1000;

let site: CachedSite;

beforeEach(() => {
  site = new CachedSite();
  vi.spyOn(console, "error").mockReturnValue();
});

const failing: Render = async () => {
  throw new Error("the database is away");
};

describe("freshness", () => {
  test("answers from memory for as long as it may, to the millisecond", async () => {
    expect(await site.read(site.page())).toEqual(["số 1", "MISS"]);
    expect(await site.read(site.page())).toEqual(["số 1", "HIT"]);
    site.now += 60 * second - 1;
    expect(await site.read(site.page())).toEqual(["số 1", "HIT"]);
    expect(site.rendered).toBe(1);
  });

  test("then answers at once with what it has, and renders once behind it", async () => {
    await site.read(site.page());
    site.now += 60 * second;
    const all = await Promise.all([1, 2, 3].map(() => site.read(site.page())));
    expect(all).toEqual(Array(3).fill(["số 1", "STALE"]));
    await site.settle();
    expect(site.rendered).toBe(2);
    expect(await site.read(site.page())).toEqual(["số 2", "HIT"]);
  });

  test("renders before it answers once that time is over, too", async () => {
    await site.read(site.page());
    site.now += 120 * second;
    expect(await site.read(site.page())).toEqual(["số 2", "MISS"]);
    expect(await site.read(site.page())).toEqual(["số 2", "HIT"]);
  });

  test("keeps the stale answer when rendering behind it fails", async () => {
    await site.read(site.page());
    site.now += 60 * second;
    expect(await site.read(failing)).toEqual(["số 1", "STALE"]);
    await site.settle();
    expect(await site.read(site.page({ status: 500, policy: null }))).toEqual(["số 1", "STALE"]);
    await site.settle();
    expect(await site.read(site.page())).toEqual(["số 1", "STALE"]);
  });

  test("gives the stale answer up when what came in its place may not be kept", async () => {
    await site.read(site.page());
    site.now += 60 * second;
    await site.read(site.page({ status: 404, policy: null }));
    await site.settle();
    expect(await site.read(site.page({ status: 404, policy: null }))).toEqual(["số 3", "BYPASS"]);
    expect(await site.read(failing).catch(() => "failed")).toBe("failed");
  });
});

describe("errors", () => {
  test.each<[string, (site: CachedSite) => Render]>([
    ["a site that throws", () => failing],
    ["500", (asked) => asked.page({ status: 500, policy: null })],
    ["503 that claims to be cacheable", (asked) => asked.page({ status: 503 })],
  ])("are covered by the stale answer, for a time: %s", async (_name, broken) => {
    await site.read(site.page());
    site.now += 60 * second + 600 * second - 1;
    expect(await site.read(broken(site))).toEqual(["số 1", "STALE"]);
    site.now += 1;
    const answer = await site.ask(broken(site)).catch(() => null);
    expect(answer === null || answer.status >= 500).toBe(true);
  });

  test("are not covered by what was purged while they happened", async () => {
    await site.read(site.page());
    site.now += 130 * second;
    const asked = site.read(async () => {
      site.cache.purge(["lists"]);
      throw new Error("the database is away");
    });
    await expect(asked).rejects.toThrow("the database is away");
  });

  test("are never kept", async () => {
    for (const status of [400, 401, 403, 429, 500, 503, 302, 307]) {
      const path = `/${status}`;
      await site.read(site.page({ status }), path);
      expect((await site.read(site.page({ status }), path))[1], path).toBe("BYPASS");
    }
    expect(site.cache.bytes).toBe(0);
  });

  test.each([301, 308, 404, 410])("%i is kept where its headers say so", async (status) => {
    await site.read(site.page({ status }));
    const again = await site.ask(site.page({ status }));
    expect([again.status, again.headers.get("cf-cache-status")]).toEqual([status, "HIT"]);
  });
});

describe("what is not for the cache", () => {
  test.each([
    "no-store",
    "max-age=0",
    "no-store, max-age=60",
    "private, max-age=60",
    "stale-while-revalidate=60",
    "",
  ])("%s, or no policy", async (policy) => {
    for (const sent of [policy, null]) {
      expect((await site.read(site.page({ policy: sent })))[1]).toBe("BYPASS");
      expect((await site.read(site.page({ policy: sent })))[1]).toBe("BYPASS");
    }
    expect(site.cache.bytes).toBe(0);
  });

  test("goes by the policy for the edge, not by that for browsers", async () => {
    const forBrowsers: Render = async () =>
      new Response("x", { headers: { "cache-control": "public, max-age=600" } });
    await site.read(forBrowsers);
    expect((await site.read(forBrowsers))[1]).toBe("BYPASS");
  });

  test("an answer that sets a cookie", async () => {
    const withCookie: Render = async (request) => {
      const answer = await site.page()(request);
      answer.headers.set("set-cookie", "phien=1");
      return answer;
    };
    await site.read(withCookie);
    expect((await site.read(withCookie))[1]).toBe("BYPASS");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])(
    "%s: neither answered from it nor kept",
    async (method) => {
      await site.read(site.page());
      expect(await site.read(site.page(), "/", { method })).toEqual(["số 2", "BYPASS"]);
      expect(await site.read(site.page())).toEqual(["số 1", "HIT"]);
    },
  );

  test("a request that hands on its method, body and headers when it passes by", async () => {
    const echo: Render = async (request) =>
      new Response(`${request.method} ${request.headers.get("x-gi-do")} ${await request.text()}`);
    const init = { method: "POST", body: "thân", headers: { "x-gi-do": "co" } };
    expect(await site.read(echo, "/", init)).toEqual(["POST co thân", "BYPASS"]);
  });
});

describe("keys", () => {
  test("are path and query as sent, not the host, not what the browser is", async () => {
    await site.read(site.page());
    const other = new Request("http://localhost:8787/", {
      headers: { cookie: "a=1", "user-agent": "x", "accept-language": "en" },
    });
    const answer = await site.cache.answer(other, site.page(), () => {});
    expect(await answer.text()).toBe("số 1");
    for (const path of ["/?", "/?a=1", "/?a=2", "/x", "/x/"]) {
      expect((await site.read(site.page(), path))[1], path).toBe("MISS");
    }
  });
});

describe("what the client sees", () => {
  test.each(["MISS", "HIT", "STALE", "BYPASS"])(
    "never tells the edge's headers: %s",
    async (status) => {
      const policy = status === "BYPASS" ? "no-store" : undefined;
      const page = () => site.page(policy === undefined ? {} : { policy });
      if (status === "HIT" || status === "STALE") await site.read(page());
      if (status === "STALE") site.now += 60 * second;
      const answer = await site.ask(page());
      expect(answer.headers.get("cf-cache-status")).toBe(status);
      expect(answer.headers.has("cache-tag")).toBe(false);
      expect(answer.headers.has("cloudflare-cdn-cache-control")).toBe(false);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.headers.get("content-type")).toBe("text/plain");
    },
  );

  test("cannot change what the next one sees", async () => {
    await site.read(site.page());
    const first = await site.ask(site.page());
    first.headers.set("content-type", "text/html");
    new Uint8Array(await first.arrayBuffer()).fill(0);
    const second = await site.ask(site.page());
    expect([await second.text(), second.headers.get("content-type")]).toEqual([
      "số 1",
      "text/plain",
    ]);
  });
});
