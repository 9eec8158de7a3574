import type { MiddlewareHandler } from "hono";
import { keepFromEdge } from "./caching-policy.ts";

/**
 * Lets a route see only the query parameters it names. Any other address of the same page (`?fbclid=…`, `utm_*`, escaped
 * letters, another order) is answered from the clean address's entry, by a loopback through the cache: no redirect, no
 * second rendering, and nothing new for the edge to keep.
 */
export function allowQuery(...names: string[]): MiddlewareHandler<{ Bindings: Env }> {
  return async function onlyQuery(c, next) {
    const clean = cleanAddress(c.req.url, names);
    if (clean === c.req.url) return next();
    const loopback = c.executionCtx.exports["default"] as Fetcher;
    // A former address leads the reader on, who must not be shown the new page under the old address.
    const { method, headers } = c.req.raw;
    const asked = new Request(clean, { method, headers, redirect: "manual" });
    return keepFromEdge(await loopback.fetch(asked));
  };
}

/** The address with only the named parameters, each at most once and in the order named, and no needless escapes. */
export function cleanAddress(address: string, names: string[]): string {
  if (!/[?%#]/.test(address)) return address;
  const url = new URL(address);
  const query = new URLSearchParams();
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value !== null && value !== "") query.set(name, value);
  }
  const search = query.size === 0 ? "" : `?${query}`;
  return url.origin + unescapeUnreserved(url.pathname) + search;
}

/**
 * Unescapes what never needs escaping (RFC 3986 §2.3); anything else stays as it is. So does a path with a percent sign
 * that escapes nothing: beside it an unescaped digit could make a new escape, and every request a longer chain of them.
 */
function unescapeUnreserved(path: string): string {
  if (/%(?![0-9a-f]{2})/i.test(path)) return path;
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape;
  });
}
