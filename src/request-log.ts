import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppContext, AppEnv } from "./context.ts";
import { isKeptAtEdge } from "./edge-cache/stored-answer.ts";
import { describeError, log, recordDatabaseUse } from "./log.ts";

/**
 * Logs one line for each request that the edge cache did not answer. The line has the pattern of the route, not the address. Of what
 * the client sent it has only the method. Answers that no cache keeps also get `Server-Timing`; a kept answer would show every
 * later reader the times of the first one. On the platform the clock stands still while the Worker computes, so these times are
 * only the time of waiting.
 */
export const logged: MiddlewareHandler<AppEnv> = async function logged(c, next) {
  const begun = Date.now();
  const use = { roundTrips: 0, rowsRead: 0, rowsWritten: 0, databaseMs: 0 };
  await recordDatabaseUse(use, next);
  const ms = Date.now() - begun;
  const isKept = isKeptAtEdge(c.res);
  // A loopback has found its answer in the cache, or not.
  const cacheStatus = c.res.headers.get("cf-cache-status");
  if (!isKept && cacheStatus === null && c.req.method === "GET") {
    c.res.headers.set("server-timing", `db;dur=${use.databaseMs}, total;dur=${ms}`);
  }
  if (c.var.isLogged === true) return;
  if (c.env.REQUEST_LOG === "off" && c.var.errorId === undefined) return;
  const { status } = c.res;
  log(status < 500 ? "log" : "error", "request", {
    route: findRoute(c),
    method: c.req.method,
    status,
    cache: cacheStatus?.toLowerCase() ?? (isKept ? "miss" : "bypass"),
    ...use,
    ms,
    version: c.env.VERSION.id,
    errorId: c.var.errorId,
    error: c.var.errorId === undefined ? undefined : describeError(c.error),
  });
};

/** The pattern of the route that answered; null if only middleware did. */
function findRoute(c: AppContext): string | null {
  const pattern = routePath(c);
  return pattern === "/*" || pattern === "*" ? null : pattern;
}
