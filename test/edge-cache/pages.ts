import { EdgeCacheStandIn } from "../../src/edge-cache/stand-in.ts";
import type { Render } from "../../src/edge-cache/stand-in.ts";

/** What a page of the tests answers; each time with the next number in its body. */
export type PageOptions = {
  status?: number;
  policy?: string | null;
  tags?: string[];
  size?: number;
};

/** A stand-in with a clock of its own, in front of a site that counts how often it is asked. */
export class CachedSite {
  now = 1_800_000_000_000;
  rendered = 0;
  readonly cache: EdgeCacheStandIn;
  readonly #background: Promise<unknown>[] = [];

  constructor(capacity = 1_000_000) {
    this.cache = new EdgeCacheStandIn(capacity, () => this.now);
  }

  /** Asks through the cache; `render` is the site behind it. */
  ask(render: Render, path = "/", init: RequestInit = {}): Promise<Response> {
    const request = new Request(`https://bantin.example${path}`, init);
    return this.cache.answer(request, render, (work) => this.#background.push(work));
  }

  /** The body, and how the cache came by it. */
  async read(render: Render, path = "/", init: RequestInit = {}): Promise<[string, string | null]> {
    const answer = await this.ask(render, path, init);
    return [await answer.text(), answer.headers.get("cf-cache-status")];
  }

  /** Waits for what goes on after answers. */
  async settle(): Promise<void> {
    await Promise.all(this.#background.splice(0));
  }

  /** A page that says how often the site was asked. */
  page({ status = 200, policy = fresh, tags = ["lists"], size = 0 }: PageOptions = {}): Render {
    return async () => {
      const body = `số ${++this.rendered}${" ".repeat(size)}`;
      const headers = new Headers({
        "cache-control": "no-cache",
        "content-type": "text/plain",
        "cache-tag": tags.join(","),
        etag: `"${this.rendered}"`,
      });
      if (policy !== null) headers.set("cloudflare-cdn-cache-control", policy);
      return new Response(body, { status, headers });
    };
  }
}

const fresh = "max-age=60, stale-while-revalidate=60, stale-if-error=600";
