import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { firstPaintScript, readingScript } from "../html/scripts.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

const type = "text/javascript; charset=utf-8";

/**
 * GET /js/:file, such as "reading-0f1e2d3c4b.js". A page from before a deployment names a former hash; it is given the
 * file as it is now, which nobody may keep under that address.
 */
export async function getScript(c: AppContext): Promise<Response> {
  const name = /^([a-z-]+)-[0-9a-f]{10}\.js$/.exec(c.req.param("file") ?? "")?.[1];
  const script = [firstPaintScript, readingScript].find((one) => one.name === name);
  if (script === undefined) throw new AppError("not-found", readingWords.errors[404].title);
  if (c.req.path !== script.path)
    return new Response(script.text, { headers: { "content-type": type } });
  return publicDocument(script.text, type, [tags.site], "immutable");
}
