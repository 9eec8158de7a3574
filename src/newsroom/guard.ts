import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv } from "../context.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import type { Person, Role } from "../people/person.ts";
import { findSession, touchSession } from "../people/session-store.ts";
import { lacksRequiredPasskey } from "../people/session.ts";
import type { Session } from "../people/session.ts";
import { hashToken } from "../people/token.ts";
import type { ActContext } from "../publishing/permission.ts";
import type { BodyBound } from "../request/body-bound.ts";
import { isFromOwnPage } from "../request/own-origin.ts";
import { accountWords } from "../vietnamese/words/account.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { seeOther } from "./answer.ts";
import {
  invitationPath,
  noCookiesPath,
  passkeyRequiredPath,
  signInPath,
  signInThen,
} from "../addresses/newsroom.ts";
import { replaceOldNames } from "../addresses/old-query.ts";
import { hasTestCookie, readSessionToken } from "./session-cookie.ts";

const minute = 60 * 1000;

/** How often the last use of a session is saved, at most. Otherwise every page would cost a write. */
const touchInterval = 5 * minute;

/**
 * Runs around every route of the newsroom: no answer is cached or indexed, and no other site can make a browser act here.
 * An address with old names of query parameters leads to the same one with present names.
 */
export const newsroom: MiddlewareHandler<AppEnv> = async function newsroom(c, next) {
  refuseForeign(c);
  const renamed = c.req.method === "GET" ? replaceOldNames(new URL(c.req.url)) : null;
  if (renamed === null) await next();
  else c.res = c.redirect(renamed, 301);
  c.res.headers.set("cache-control", "no-store");
  c.res.headers.set("x-robots-tag", "noindex");
};

/** What a signed-in user may send to a route that states no other bound. */
const staffBody: BodyBound = { bytes: 1_000_000, parts: 1000 };

/**
 * Lets a signed-in user with this role, or a higher one, pass. A page redirects others to the sign-in page. Where the role of
 * the user needs a passkey, a session that began otherwise passes only `"before passkey"`.
 */
export function signedIn(
  role: Role = "reporter",
  when: "before passkey" | "any time" = "any time",
): MiddlewareHandler<AppEnv> {
  return async function signedIn(c, next) {
    const session = await readSession(c);
    if (session === null) {
      const next = pathAndQuery(c);
      if (c.req.method === "GET" && !wantsJson(c)) {
        return seeOther(lostItsCookie(c) ? noCookiesPath(next) : signInThen(next));
      }
      throw new AppError("unauthenticated", newsroomWords.signInAgain);
    }
    if (when === "any time" && lacksPasskey(c, session)) {
      if (c.req.method === "GET" && !wantsJson(c)) return seeOther(passkeyRequiredPath());
      throw new AppError("forbidden", accountWords.passkeyRequired);
    }
    if (!hasRole(session.person, role)) throw new AppError("forbidden", newsroomWords.notYourRole);
    if (isUnsafe(c)) await limitWrites(c, session.person);
    c.set("person", session.person);
    c.set("session", session);
    c.set("bodyBound", staffBody);
    await next();
  };
}

/**
 * Whether somebody has just signed in with a browser that keeps no cookies: the request comes from a page that signs in, and
 * lacks even the cookie that this page set.
 */
function lostItsCookie(c: AppContext): boolean {
  const from = c.req.header("referer");
  if (from === undefined || !URL.canParse(from) || hasTestCookie(c)) return false;
  const { pathname } = new URL(from);
  return pathname === signInPath || pathname.startsWith(invitationPath(""));
}

/** Whether the person of a session must use a passkey and did not. */
export function lacksPasskey(
  c: AppContext,
  { method, person }: Pick<Session, "method" | "person">,
): boolean {
  return lacksRequiredPasskey({ method, role: person.role }, c.var.site.passkeyRole);
}

/** The signed-in user. Staff routes only. */
export function staff(c: AppContext): Person {
  return requireSession(c).person;
}

/** The signed-in user and the present time. Staff routes only. */
export function startAct(c: AppContext): ActContext {
  const { id, person } = requireSession(c);
  return { db: c.env.DB, actor: { ...person, access: { by: "session", id } }, now: Date.now() };
}

/** The `:id` of the route. */
export function idParam(c: AppContext): string {
  return c.req.param("id") ?? "";
}

/** The session of the signed-in user. Staff routes only. */
export function requireSession(c: AppContext): Session {
  const { session } = c.var;
  if (session === undefined) throw new AppError("unauthenticated", newsroomWords.signInAgain);
  return session;
}

/** The live session of a request, or null. */
export async function readSession(c: AppContext): Promise<Session | null> {
  const token = readSessionToken(c);
  if (token === null) return null;
  const now = Date.now();
  const session = await findSession(c.env.DB, hashToken(token, c.env.TOKEN_KEY), now);
  if (session !== null && now - session.seenAt > touchInterval) {
    await touchSession(c.env.DB, session, now);
  }
  return session;
}

/** Whether the request comes from a script that expects JSON. */
export function wantsJson(c: AppContext): boolean {
  return (c.req.header("accept") ?? "").startsWith("application/json");
}

/** Refuses requests that a page of another origin sent. */
function refuseForeign(c: AppContext): void {
  if (!isUnsafe(c) || isFromOwnPage(c.req.raw, c.var.site.baseUrl)) return;
  throw new AppError("forbidden", newsroomWords.fromElsewhere);
}

function isUnsafe(c: AppContext): boolean {
  return c.req.method !== "GET" && c.req.method !== "HEAD";
}

async function limitWrites(c: AppContext, person: Person): Promise<void> {
  const { success } = await c.env.WRITE_LIMIT.limit({ key: person.id });
  if (!success) throw new AppError("too-many", newsroomWords.tooManyWrites);
}

function pathAndQuery(c: AppContext): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
