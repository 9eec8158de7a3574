import { answerConditionally } from "./etag.ts";
import { EdgeCacheStandIn } from "./stand-in.ts";
import type { Render } from "./stand-in.ts";

const megabyte = 1024 * 1024;
const standIn = new EdgeCacheStandIn(32 * megabyte);

/** Where the platform's cache stands in front of this Worker, `ctx.cache` is there; elsewhere the stand-in serves. */
type CacheContext = Pick<ExecutionContext, "waitUntil"> & { cache?: ExecutionContext["cache"] };

/** Answers a request through the edge cache, the platform's or the stand-in; `render` is the site itself. */
export async function answerThroughEdgeCache(
  request: Request,
  ctx: CacheContext,
  render: Render,
): Promise<Response> {
  if (ctx.cache !== undefined) return answerConditionally(request, await render(request));
  return standIn.answer(request, render, (work) => ctx.waitUntil(work));
}

/** Purges tags everywhere. Throws when the platform refuses, so that the caller tries again. */
export async function purgeTags(ctx: CacheContext, tags: string[]): Promise<void> {
  standIn.purge(tags);
  if (ctx.cache === undefined) return;
  const result = await ctx.cache.purge({ tags });
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
