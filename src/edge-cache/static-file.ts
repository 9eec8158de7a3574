import { cachePublicly } from "./caching-policy.ts";
import type { CachingPolicy } from "./caching-policy.ts";
import { etagOf } from "./etag.ts";
import { tags } from "./tags.ts";

/** The bytes of a file of dist/assets, by its path from there, such as "/js/reading-0F1E2D3C.js"; null if there is none. */
export async function staticBytes(assets: Fetcher, path: string): Promise<Uint8Array | null> {
  // The binding looks at the path alone.
  const answer = await assets.fetch(new URL(path, "http://assets"));
  if (answer.status === 200) return answer.bytes();
  await answer.body?.cancel();
  return null;
}

/** A file of dist/assets as a public document with a strong entity tag; null if there is none. `type` is a whole media type. */
export async function staticFile(
  assets: Fetcher,
  path: string,
  type: string,
  policy: CachingPolicy = "page",
): Promise<Response | null> {
  const bytes = await staticBytes(assets, path);
  if (bytes === null) return null;
  const headers = { "content-type": type, etag: await etagOf(bytes) };
  return cachePublicly(new Response(bytes, { headers }), policy, [tags.site]);
}
