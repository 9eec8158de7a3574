import type { AppContext } from "../context.ts";
import { cachePublicly } from "../edge-cache/caching-policy.ts";
import { AppError } from "../errors.ts";
import { firstPaintScript, readingScript } from "../html/scripts.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/**
 * GET /js/:file, such as "reading-0f1e2d3c4b.js". A page from before a deployment names a former hash; it is given the
 * file as it is now, which nobody may keep under that address.
 */
export function getScript(c: AppContext): Response {
  const name = /^([a-z-]+)-[0-9a-f]{10}\.js$/.exec(c.req.param("file") ?? "")?.[1];
  const script = [firstPaintScript, readingScript].find((one) => one.name === name);
  if (script === undefined) throw new AppError("not-found", readingWords.errors[404].title);
  const headers = { "content-type": "text/javascript; charset=utf-8" };
  const answer = new Response(script.text, { headers });
  return c.req.path === script.path ? cachePublicly(answer, "immutable", []) : answer;
}
