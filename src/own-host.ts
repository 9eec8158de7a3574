import type { MiddlewareHandler } from "hono";
import { isApiPath } from "./addresses/api.ts";
import type { AppEnv } from "./context.ts";
import { AppError } from "./errors.ts";
import { requestWords } from "./vietnamese/words/request.ts";

/**
 * Answers only requests to the site's own host, because a client may write any name into `Host`, and a name that it chose
 * proves nothing. A page of another host is redirected to its own address; every other request is refused.
 */
export const ownHost: MiddlewareHandler<AppEnv> = async function ownHost(c, next) {
  const own = new URL(c.env.BASE_URL);
  const { host, pathname, search } = new URL(c.req.url);
  if (isSameHost(host, own.host)) return next();
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  if (isRead && !isApiPath(pathname)) return c.redirect(own.origin + pathname + search, 301);
  throw new AppError("misdirected", requestWords.otherHost(own.origin));
};

/** A site on this machine accepts every name that the machine has for itself, with any port. */
function isSameHost(host: string, own: string): boolean {
  return host === own || (loopback.test(own) && loopback.test(host));
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?=:|$)/;
