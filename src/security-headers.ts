import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { styleHashes } from "./reading/page-styles.ts";

/** Pages: nothing but our own photos, our inlined styles by their hashes, and forms to ourselves. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${styleHashes.join(" ")}`,
  "img-src 'self' data:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers: [name: string, value: string][] = [
  ["content-security-policy", contentSecurityPolicy],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["strict-transport-security", "max-age=31536000; includeSubDomains"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];

/** Puts the security headers on every answer, and `no-store` on each that does not state its own caching. */
export const secured: MiddlewareHandler<AppEnv> = async function secured(c, next) {
  await next();
  for (const [name, value] of headers) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};
