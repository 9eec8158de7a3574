import { scriptPath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { staticBytes, staticFile } from "../edge-cache/static-file.ts";
import { AppError } from "../errors.ts";
import { scripts } from "../html/scripts.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

const type = "text/javascript; charset=utf-8";

/**
 * GET /js/:file, such as "reading-0F1E2D3C.js", or a part that one of them loads. A page from before a deployment names a
 * former hash; it is given the file as it is now, which nobody may keep under that address.
 */
export async function getScript(c: AppContext): Promise<Response> {
  const file = c.req.param("file") ?? "";
  const name = /^([a-z0-9-]+)-[0-9A-Za-z]{8,10}\.js$/.exec(file)?.[1];
  if (name === undefined) throw noSuchScript();
  return (
    (await staticFile(c.env.ASSETS, scriptPath(file), type, "immutable")) ?? scriptOfToday(c, name)
  );
}

async function scriptOfToday({ env }: AppContext, name: string): Promise<Response> {
  const path = scripts.find((one) => one.name === name)?.path;
  const bytes = path === undefined ? null : await staticBytes(env.ASSETS, path);
  if (bytes === null) throw noSuchScript();
  return new Response(bytes, { headers: { "content-type": type } });
}

function noSuchScript(): AppError {
  return new AppError("not-found", readingWords.errors[404].title);
}
