import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { identityStyle } from "./html/identity-style.ts";
import { styleHashes } from "./reading/page-styles.ts";
import type { Site } from "./site.ts";

const headers: [name: string, value: string][] = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["strict-transport-security", "max-age=31536000"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];

/** Puts the security headers on every answer, and `no-store` on each that does not state its own caching. */
export const secured: MiddlewareHandler<AppEnv> = async function secured(c, next) {
  await next();
  const policy = contentSecurityPolicy(c.var.site ?? null, isForReaders(c.req.path));
  for (const [name, value] of [["content-security-policy", policy] as const, ...headers]) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/**
 * Pages: nothing but our own photos and script files, our inlined styles by their hashes, and forms to ourselves. (The
 * script asks for nothing; a browser's own tools that read robots.txt for a page are held to its connect-src.) Where the
 * site measures its readers, public pages let that one origin in. The site, null while its settings cannot be read, has
 * colours of its own.
 */
function contentSecurityPolicy(site: Site | null, forReaders: boolean): string {
  const own = site === null ? [] : [identityStyle(site).hash];
  const measured = forReaders && site?.measurement ? ` ${site.measurement.origin}` : "";
  return [
    "default-src 'none'",
    `style-src ${[...styleHashes, ...own].join(" ")}`,
    `script-src 'self'${measured}`,
    `connect-src 'self'${measured}`,
    "img-src 'self' data:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function isForReaders(path: string): boolean {
  return !/^\/(?:toa-soan|api)(?:\/|$)/.test(path);
}
