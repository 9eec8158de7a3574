import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv } from "../context.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import type { Person, Role } from "../people/person.ts";
import { hashToken, isWorthNoting } from "../people/token.ts";
import { findBearer, touchToken } from "../people/token-store.ts";
import type { Bearer } from "../people/token.ts";
import type { ActContext } from "../publishing/permission.ts";
import { readClientNetwork } from "../request/read-value.ts";
import { apiWords } from "../vietnamese/words/api.ts";

/** Allows every client. A token is optional, but a sent token must be valid. */
export const anyone: MiddlewareHandler<AppEnv> = async function anyone(c, next) {
  c.set("person", (await findSender(c))?.person ?? null);
  await next();
};

/** Requires a token of this role or a higher one, and limits how often it writes, unless it is for an import. */
export function atLeast(role: Role): MiddlewareHandler<AppEnv> {
  return async function atLeast(c, next) {
    const sender = await findSender(c);
    if (sender === null) throw new AppError("unauthenticated", apiWords.tokenRequired);
    const { person, scope } = sender;
    if (!hasRole(person, role)) throw new AppError("forbidden", apiWords.roleRequired);
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      if (scope === "read") throw new AppError("forbidden", apiWords.readOnlyToken);
      if (scope !== "import") await limitWrites(c, person);
    }
    c.set("person", person);
    c.set("tokenId", sender.tokenId);
    await next();
  };
}

/** The token's owner, on a route that lets only staff in. */
export function staff(c: AppContext): Person {
  const { person } = c.var;
  if (person === null) throw new AppError("unauthenticated", apiWords.tokenRequired);
  return person;
}

/** An act that the token's owner begins now, on a route that lets only staff in. */
export function startAct(c: AppContext): ActContext {
  const { tokenId } = c.var;
  if (tokenId === undefined) throw new AppError("unauthenticated", apiWords.tokenRequired);
  const actor = { ...staff(c), access: { by: "token", id: tokenId } } as const;
  return { db: c.env.DB, actor, now: Date.now() };
}

async function findSender(c: AppContext): Promise<Bearer | null> {
  const header = c.req.header("authorization");
  if (header === undefined) return null;
  const token = header.match(/^Bearer +([\w-]{20,200})$/i)?.[1];
  const sender =
    token === undefined ? null : await findBearer(c.env.DB, hashToken(token, c.env.TOKEN_KEY));
  if (sender !== null) {
    if (sender.endsAt <= Date.now()) throw new AppError("unauthenticated", apiWords.tokenEnded);
    recordTokenUse(c, sender);
    return sender;
  }
  await limitFailures(c);
  throw new AppError("unauthenticated", apiWords.tokenRefused);
}

/** Runs after the answer. Admins see from it whether a token is still used. */
function recordTokenUse(c: AppContext, sender: Bearer): void {
  const now = Date.now();
  if (isWorthNoting(sender, now)) {
    c.executionCtx.waitUntil(touchToken(c.env.DB, sender.tokenId, now));
  }
}

/** Limits wrong tokens per client network. Valid tokens from the same network still work. */
async function limitFailures(c: AppContext): Promise<void> {
  const key = readClientNetwork(c.req.raw.headers);
  const { success } = await c.env.TOKEN_FAILURE_LIMIT.limit({ key });
  if (!success) throw new AppError("too-many", apiWords.tooManyBadTokens);
}

async function limitWrites(c: AppContext, person: Person): Promise<void> {
  const { success } = await c.env.WRITE_LIMIT.limit({ key: person.id });
  if (!success) throw new AppError("too-many", apiWords.tooManyWrites);
}
