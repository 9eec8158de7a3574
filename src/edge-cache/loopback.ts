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
