import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv } from "./context.ts";
import { AppError } from "./errors.ts";
import { addRowsRead } from "./reading-limit-store.ts";
import { hashClientNetwork } from "./request/read-value.ts";
import { apiWords } from "./vietnamese/words/api.ts";
import { logFailure } from "./log.ts";

const hourLength = 60 * 60 * 1000;

/** An isolate adds its rows to the count in D1 after its first request of an hour, and then each time it has read this many. */
const countedAtOnce = 3000;

/** What this isolate knows of an hour: the rows that the whole site has read, and its own rows that are not in D1's count yet. */
type Hour = { hour: number; total: number; isKnown: boolean; uncounted: number };

let current: Hour = startHour(0);

/**
 * Limits requests that nobody can cache because their addresses have no end: those with a query, such as searches and later pages of
 * lists, and the lists of the API without a token. `rows` is the most that one of them reads from D1. Each client has a limit, and
 * the site has one for an hour: see docs/decisions/039-limits-of-reading.md. A local site is not billed for rows.
 */
export function limitReading(rows: number): MiddlewareHandler<AppEnv> {
  return async function limitReading(c, next) {
    const isOpen = c.req.url.includes("?") || c.req.path.startsWith("/api/");
    if (!isOpen || c.var.person || c.env.EDGE_CACHE === "stand-in") return next();
    const now = Date.now();
    await limitClient(c, now);
    limitSite(c, now);
    await next();
    countLater(c, c.var.rowsRead ?? rows);
  };
}

async function limitClient(c: AppContext, now: number): Promise<void> {
  const { headers } = c.req.raw;
  // Without it all readers would be one client.
  if (!headers.has("cf-connecting-ip")) return;
  const key = hashClientNetwork(headers, c.env.TOKEN_KEY, now);
  const { success } = await c.env.READ_LIMIT.limit({ key });
  if (!success) throw new AppError("too-many", apiWords.tooManyReads);
}

/** When the site has read all its rows of this hour, refuses requests until the hour ends. It uses the count that this isolate last got from D1. */
function limitSite(c: AppContext, now: number): void {
  const hour = Math.floor(now / hourLength);
  if (current.hour !== hour) current = startHour(hour);
  if (current.total < c.var.site.rowsPerHour) return;
  c.set("retryAfter", Math.ceil(((hour + 1) * hourLength - now) / 1000));
  throw new AppError("too-many", apiWords.tooManyReads);
}

/** Forgets what this isolate knows of the hour, so that it is like a new isolate. */
export function forgetHour(): void {
  current = startHour(0);
}

function startHour(hour: number): Hour {
  return { hour, total: 0, isKnown: false, uncounted: 0 };
}

/** Counts the rows of a request after its answer. */
function countLater({ env, executionCtx }: AppContext, rows: number): void {
  const counted = current;
  counted.uncounted += rows;
  if (counted.isKnown && counted.uncounted < countedAtOnce) return;
  const { hour, uncounted } = counted;
  Object.assign(counted, { isKnown: true, uncounted: 0 });
  const count = async () => {
    try {
      counted.total = await addRowsRead(env.DB, hour, uncounted);
    } catch (error) {
      logFailure("the rows read could not be counted", error);
    }
  };
  executionCtx.waitUntil(count());
}
