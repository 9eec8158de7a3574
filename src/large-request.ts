import type { MiddlewareHandler } from "hono";
import { isApiPath } from "./addresses/api.ts";
import { isNewsroomPath } from "./addresses/newsroom.ts";
import { isHealthPath } from "./addresses/public.ts";
import type { AppContext, AppEnv } from "./context.ts";
import { AppError } from "./errors.ts";
import { logFailure } from "./log.ts";
import { purgeDue } from "./publishing/outbox.ts";
import { requestWords } from "./vietnamese/words/request.ts";

/** A body of so many bytes takes about 3 ms of CPU time to read, check and clean. The free plan has 10 ms for a request to the Worker. */
const maxBytes = 256_000;

/** So many objects share the large requests, so that uploads at the same time find CPU time and memory. They store nothing. */
const objects = 8;

/**
 * Lets a Durable Object answer requests to the newsroom, the API and the health check with a large body: it has 30 s of CPU time on every plan. The
 * same app runs there. Only the Worker can purge the edge cache, so it does that after the object's answer.
 */
export const largeInObject: MiddlewareHandler<AppEnv> = async function largeInObject(c, next) {
  if (!isLarge(c) || isInObject(c)) return next();
  const answer = await askObject(c);
  c.res = new Response(answer.body, answer);
  c.set("isLogged", true);
  await purgeDue(c.env.DB, c.executionCtx, Date.now());
};

function isLarge({ req }: AppContext): boolean {
  const isForStaff = isNewsroomPath(req.path) || isApiPath(req.path) || isHealthPath(req.path);
  return isForStaff && Number(req.header("content-length")) > maxBytes;
}

function isInObject({ executionCtx }: AppContext): boolean {
  return "purgesLater" in executionCtx;
}

async function askObject(c: AppContext): Promise<Response> {
  const name = String(Math.floor(Math.random() * objects));
  try {
    return await c.env.LARGE_REQUESTS.getByName(name).fetch(c.req.raw);
  } catch (error) {
    logFailure("the Durable Object of large requests failed", error);
    throw new AppError("unavailable", requestWords.busy);
  }
}
