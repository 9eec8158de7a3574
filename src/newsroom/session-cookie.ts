import { generateCookie, getCookie } from "hono/cookie";
import type { AppContext } from "../context.ts";
import { sessionLimits } from "../people/session.ts";

/** Its prefix `__Host-` means: set by this host alone, over a secure connection or on localhost, for every path. */
const sessionCookie = "phien";

/** For every path of this host, and never sent with a request that another site makes. */
const attributes = { prefix: "host", path: "/", secure: true, sameSite: "Lax" } as const;

/** WebKit stores no `Secure` cookie from http://localhost, so a site on this machine sets each cookie a second time, plain. */
const plainAttributes = { path: "/", sameSite: "Lax" } as const;

/** The session token of a request, or null. */
export function readSessionToken(c: AppContext): string | null {
  const token = readCookie(c, sessionCookie) ?? "";
  return /^[\w-]{43}$/.test(token) ? token : null;
}

export function setSessionCookie(c: AppContext, response: Response, token: string): Response {
  const maxAge = sessionLimits.absolute / 1000;
  return setCookie(c, response, sessionCookie, token, { httpOnly: true, maxAge });
}

export function deleteSessionCookie(c: AppContext, response: Response): Response {
  return setCookie(c, response, sessionCookie, "", { httpOnly: true, maxAge: 0 });
}

/** The script of the next page then offers to add a passkey, and deletes this cookie: src/client/newsroom/passkeys.ts. */
export function offerPasskey(c: AppContext, response: Response): Response {
  return setCookie(c, response, "moi-khoa", "1", { maxAge: 900 });
}

/** The script of the next page then ends the copy of this article that the browser stores: src/client/newsroom/saved-copies.ts. */
export function noteSavedForm(c: AppContext, response: Response, articleId: string): Response {
  return setCookie(c, response, "da-luu", articleId, { maxAge: 600 });
}

/** Set by the pages that sign in. A browser that does not send it back keeps no cookies. */
const testCookie = "thu";

export function setTestCookie(c: AppContext, response: Response): Response {
  return setCookie(c, response, testCookie, "1", { httpOnly: true });
}

export function hasTestCookie(c: AppContext): boolean {
  return readCookie(c, testCookie) !== undefined;
}

function readCookie(c: AppContext, name: string): string | undefined {
  const secure = getCookie(c, name, "host");
  return secure === undefined && isOnThisMachine(c) ? getCookie(c, name) : secure;
}

type CookieOptions = { httpOnly?: true; maxAge?: number };

function setCookie(
  c: AppContext,
  response: Response,
  name: string,
  value: string,
  options: CookieOptions,
): Response {
  response.headers.append("set-cookie", generateCookie(name, value, { ...attributes, ...options }));
  if (isOnThisMachine(c)) {
    const plain = generateCookie(name, value, { ...plainAttributes, ...options });
    response.headers.append("set-cookie", plain);
  }
  return response;
}

/** Whether the site runs on this machine without a secure connection. Its settings say so, not the request. */
function isOnThisMachine(c: AppContext): boolean {
  return /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?=:|\/|$)/.test(c.var.site.baseUrl);
}
