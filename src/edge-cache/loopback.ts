/** Asks this site for a page as a reader would: through the edge cache. */
export type Ask = (path: string) => Promise<Response>;

/**
 * A way to ask the Worker for its own pages through the cache that stands before it (on the platform as here). `baseUrl` is
 * the site's; redirections are not followed.
 */
export function askThroughCache(ctx: Pick<ExecutionContext, "exports">, baseUrl: string): Ask {
  return async function ask(path) {
    const worker = ctx.exports["default"] as Fetcher;
    return worker.fetch(new Request(baseUrl + path, { redirect: "manual" }));
  };
}
