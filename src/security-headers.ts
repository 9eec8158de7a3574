import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { contentPolicy, frameSources } from "./html/content-policy.ts";
import { makeIdentityStyle } from "./html/identity-style.ts";
import { publicStyles } from "./reading/page-styles.ts";

const hsts = "max-age=31536000";

const headers: [name: string, value: string][] = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];

/**
 * Adds the security headers to every response, `no-store` to each that does not state its own caching, and Retry-After to
 * each 429 and 503.
 */
export const secured: MiddlewareHandler<AppEnv> = async function secured(c, next) {
  await next();
  const site = c.var.site ?? null;
  const bySettings: typeof headers = [
    ["content-security-policy", choosePolicy(c)],
    ["strict-transport-security", site?.hstsCoversSubdomains ? `${hsts}; includeSubDomains` : hsts],
  ];
  for (const [name, value] of bySettings.concat(headers)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  // The period of most limits is a minute.
  if (c.res.status === 429) c.res.headers.set("retry-after", String(c.var.retryAfter ?? 60));
  if (c.res.status === 503) c.res.headers.set("retry-after", "10");
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/**
 * Public pages may frame the document that counts readers, and a page with cards of videos the players of those. There is
 * no site while its settings cannot be read.
 */
function choosePolicy(c: Context<AppEnv>): string {
  const site = c.var.site ?? null;
  const own = site === null ? [] : [makeIdentityStyle(site)];
  const isMeasured = isForReaders(c.req.path) && site !== null && site.measurement !== null;
  const frames = [...(isMeasured ? ["'self'"] : []), ...(c.var.frameOrigins ?? [])];
  return contentPolicy([...publicStyles, ...own], frameSources(frames));
}

function isForReaders(path: string): boolean {
  return !/^\/(?:toa-soan|api)(?:\/|$)/.test(path);
}
