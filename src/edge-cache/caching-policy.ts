import { computeEtag } from "./etag.ts";
import { isValidTag, tags } from "./tags.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long the edge and the browser may keep a public answer, in seconds. The edge learns of changes by purge, so its
 * time to live is only what stands behind a purge that failed; the browser always asks again, and gets 304.
 */
const policies = {
  page: { browser: "no-cache", edge: writeEdgeControl(day, day, 7 * day) },
  /** Depends on the clock as well as on publications. */
  hourly: { browser: "no-cache", edge: writeEdgeControl(hour, hour, day) },
  /** Bytes that never change under their address. */
  immutable: {
    browser: `public, max-age=${365 * day}, immutable`,
    edge: writeEdgeControl(30 * day, day, 30 * day),
  },
} as const;

export type CachingPolicy = keyof typeof policies;

function writeEdgeControl(fresh: number, revalidating: number, onError: number): string {
  return `max-age=${fresh}, stale-while-revalidate=${revalidating}, stale-if-error=${onError}`;
}

/**
 * Lets the edge cache keep a response. Only this function does; every other response is `no-store`. Throws an Error for an
 * invalid tag, because no purge could remove a response that has one.
 */
export function cachePublicly(response: Response, policy: CachingPolicy, tags: string[]): Response {
  const invalid = tags.find((tag) => !isValidTag(tag));
  if (invalid !== undefined) throw new Error(`invalid cache tag: ${invalid.slice(0, 100)}`);
  response.headers.set("cache-control", policies[policy].browser);
  response.headers.set("cloudflare-cdn-cache-control", policies[policy].edge);
  response.headers.set("cache-tag", tags.join(","));
  return response;
}

/** A finished public document with a strong entity tag, for the edge cache. `type` is a whole media type. */
export async function answerPublicly(
  text: string,
  type: string,
  tags: string[],
  policy: CachingPolicy = "page",
): Promise<Response> {
  const bytes = new TextEncoder().encode(text);
  const headers = { "content-type": type, etag: await computeEtag(bytes) };
  return cachePublicly(new Response(bytes, { headers }), policy, tags);
}

/** A response that the edge must not keep, because it keeps the same one under the clean address. Browsers may keep it. */
export function keepFromEdge(response: Response): Response {
  const answer = new Response(response.body, response);
  answer.headers.set("cloudflare-cdn-cache-control", "no-store");
  answer.headers.delete("cache-tag");
  return answer;
}

/** The bytes of a file of dist/assets, by its path from there, such as "/js/reading-0F1E2D3C.js"; null if there is none. */
export async function readStaticBytes(assets: Fetcher, path: string): Promise<Uint8Array | null> {
  // The binding looks at the path alone.
  const answer = await assets.fetch(new URL(path, "http://assets"));
  if (answer.status === 200) return answer.bytes();
  await answer.body?.cancel();
  return null;
}

/** A file of dist/assets as a public document with a strong entity tag; null if there is none. `type` is a whole media type. */
export async function answerStaticFile(
  assets: Fetcher,
  path: string,
  type: string,
  policy: CachingPolicy = "page",
): Promise<Response | null> {
  const bytes = await readStaticBytes(assets, path);
  if (bytes === null) return null;
  const headers = { "content-type": type, etag: await computeEtag(bytes) };
  return cachePublicly(new Response(bytes, { headers }), policy, [tags.site]);
}
