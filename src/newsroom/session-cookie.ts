import { generateCookie, getCookie } from "hono/cookie";
import type { AppContext } from "../context.ts";
import { sessionLimits } from "../people/session.ts";

/** Its prefix `__Host-` means: set by this host alone, over a secure connection or on localhost, for every path. */
const sessionCookie = "phien";

/** For every path of this host, and never sent with a request that another site makes. */
const attributes = { prefix: "host", path: "/", secure: true, sameSite: "Lax" } as const;

/** The session token of a request, or null. */
export function readSessionToken(c: AppContext): string | null {
  const token = getCookie(c, sessionCookie, "host") ?? "";
  return /^[\w-]{43}$/.test(token) ? token : null;
}

export function setSessionCookie(response: Response, token: string): Response {
  const maxAge = sessionLimits.absolute / 1000;
  const options = { ...attributes, httpOnly: true, maxAge };
  return withCookie(response, generateCookie(sessionCookie, token, options));
}

export function deleteSessionCookie(response: Response): Response {
  const options = { ...attributes, httpOnly: true, maxAge: 0 };
  return withCookie(response, generateCookie(sessionCookie, "", options));
}

/** The script of the next page then offers to add a passkey, and deletes this cookie: src/client/newsroom/passkeys.ts. */
export function offerPasskey(response: Response): Response {
  return withCookie(response, generateCookie("moi-khoa", "1", { ...attributes, maxAge: 900 }));
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append("set-cookie", cookie);
  return response;
}
