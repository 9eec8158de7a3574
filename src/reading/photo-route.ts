import type { AppContext } from "../context.ts";
import { cachePublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { servePhoto } from "../photo/photo-bytes.ts";

/** GET /anh/:photo/:variant: the bytes, for as long as a published article uses them. */
export async function getPhoto(c: AppContext): Promise<Response> {
  const id = c.req.param("photo") ?? "";
  const response = await servePhoto(c.env, c.req.raw, id, c.req.param("variant") ?? "");
  return cachePublicly(response, "immutable", [tags.photo(id)]);
}
