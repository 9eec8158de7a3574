import { keepFromEdge } from "./caching-policy.ts";
import { answerConditionally } from "./etag.ts";
import { EdgeCacheStandIn } from "./stand-in.ts";
import type { Render } from "./stand-in.ts";
import { everything } from "./tags.ts";

const megabyte = 1024 * 1024;
const standIn = new EdgeCacheStandIn(32 * megabyte);

/** `ctx.cache` is there where the platform's cache stands in front of this Worker. The platform may fail to provide it. */
type CacheContext = Pick<ExecutionContext, "waitUntil"> & {
  cache?: ExecutionContext["cache"];
  /** In a Durable Object, which has no cache: the Worker purges after the object's answer. */
  purgesLater?: boolean;
};

/** The stand-in as `ctx.cache` offers it. */
const standInCache: PlatformCache = {
  purge: async ({ tags = [], purgeEverything = false }) => {
    standIn.purge(purgeEverything ? [everything] : tags);
    return { success: true, errors: [] };
  },
  invalidate: (options) => standInCache.purge(options),
};

type PlatformCache = NonNullable<CacheContext["cache"]>;

/** Provides the stand-in as `ctx.cache` if the deployment asks for it and the platform has no cache. */
export function provideStandIn(ctx: CacheContext, env: Pick<Env, "EDGE_CACHE">): void {
  if (env.EDGE_CACHE !== "stand-in" || ctx.cache !== undefined) return;
  Object.defineProperty(ctx, "cache", { value: standInCache });
}

/** Whether answers can be purged from the edge cache. If they cannot, the edge keeps none. */
export function hasEdgeCache(ctx: object): boolean {
  return (ctx as CacheContext).cache !== undefined;
}

/** Answers a request through the edge cache, the platform's or the stand-in; `render` is the site itself. */
export async function answerThroughEdgeCache(
  request: Request,
  ctx: CacheContext,
  render: Render,
): Promise<Response> {
  if (ctx.cache === standInCache) {
    return standIn.answer(request, render, (work) => ctx.waitUntil(work));
  }
  const answer = answerConditionally(request, await render(request));
  return hasEdgeCache(ctx) ? answer : keepFromEdge(answer);
}

/** Purges tags everywhere; all entries for the tag `everything`. Throws on failure, so that the caller tries again. */
export async function purgeTags(ctx: CacheContext, tags: string[]): Promise<void> {
  if (ctx.cache === undefined) throw new Error("the platform provides no cache to purge");
  const what = tags.includes(everything) ? { purgeEverything: true } : { tags };
  const result = await ctx.cache.purge(what);
  if (!result.success) throw new Error(`purge refused: ${JSON.stringify(result.errors)}`);
}

/** Asks this site for a page as a reader would: through the edge cache. */
export type Ask = (path: string) => Promise<Response>;

/** What a handler and the clock are run with; Hono's type does not know that this is always there. */
type LoopbackContext = { exports?: ExecutionContext["exports"] };

/**
 * A way to ask the Worker for its own pages through the cache that stands before it (on the platform as here). `baseUrl` is
 * the site's; redirections are not followed.
 */
export function askThroughCache(ctx: LoopbackContext, baseUrl: string): Ask {
  return async function ask(path) {
    const worker = ctx.exports?.["default"] as Fetcher | undefined;
    if (worker === undefined) throw new Error("this runtime gives no way to ask ourselves");
    return worker.fetch(new Request(baseUrl + path, { redirect: "manual" }));
  };
}
