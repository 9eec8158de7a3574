import type { AppContext } from "../context.ts";
import { hasEdgeCache } from "../edge-cache/edge-cache.ts";
import { readLastMigration } from "../health/health-store.ts";
import { readHealth } from "../health/health.ts";

/** GET /healthz: for monitoring services. Cheap and open to everybody. */
export function getHealth(c: AppContext): Response {
  return hasEdgeCache(c.executionCtx) ? c.text("ok") : c.text("no edge cache", 503);
}

/** GET /healthz?sau=1: everything that the site knows of itself, for admins. 503 if an operator must do something. */
export async function getDetailedHealth(c: AppContext): Promise<Response> {
  const { DB: db, VERSION: version, ACCESS_SIGN_IN: access, DATABASE_LOCATION: location } = c.env;
  const isCached = hasEdgeCache(c.executionCtx);
  const health = await readHealth(c.env, { isCached, now: Date.now() });
  const settings = { accessSignIn: access === "on", databaseLocation: location ?? null };
  const ok = health.problems.length === 0;
  const body = { ok, ...health, version, migration: await readLastMigration(db), settings };
  return c.json(body, ok ? 200 : 503);
}
