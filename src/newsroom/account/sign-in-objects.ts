import { createHmac } from "node:crypto";
import type { AppContext } from "../../context.ts";
import type { Attempt } from "../../durable/attempt-counter.ts";
import { AppError } from "../../errors.ts";
import { readClientNetwork } from "../../request/read-value.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { logFailure } from "../../log.ts";

/*
 * Calls of the Durable Objects of sign-in. If an object cannot be reached, the answer is 503: nothing is hashed in the Worker, and
 * no attempt goes uncounted.
 */

/** An attempt, and the counters that were raised for it. */
type CountedAttempt = { attempt: Attempt; counted: readonly string[] };

/** Counts a try to sign in to `account` as failed until `recordSuccess` is called. AppErrors: too-many, unavailable. */
export async function beginAttempt(c: AppContext, account: string): Promise<CountedAttempt> {
  const attempt = makeAttempt(c, account);
  const begun = await askObject(async () => findCounter(c).begin(attempt));
  if ("counted" in begun) return { attempt, counted: begun.counted };
  c.set("retryAfter", Math.ceil(begun.wait / 1000));
  throw new AppError("too-many", newsroomWords.tooManySignIns(Math.ceil(begun.wait / 60_000)));
}

/**
 * Takes the attempt back, and makes the network known for its account, or for another one that it has proved. Runs after the response.
 * If it fails, the attempt stays counted.
 */
export function recordSuccess(
  c: AppContext,
  { attempt, counted }: CountedAttempt,
  account: string | null = null,
): void {
  const proved = account === null ? attempt : makeAttempt(c, account);
  const recorded = askObject(async () => findCounter(c).succeed(proved, counted));
  c.executionCtx.waitUntil(recorded.catch(() => undefined));
}

/** Hashes a new password of `account`. AppErrors: too-many, unavailable. */
export async function hashInObject(
  c: AppContext,
  account: string,
  password: string,
): Promise<string> {
  return refuseIfBusy(await askObject(async () => findHasher(c, account).hash(password)));
}

/** Whether the password of `account` matches a stored hash. AppErrors: too-many, unavailable. */
export async function matchesInObject(
  c: AppContext,
  account: string,
  { password, stored }: { password: string; stored: string },
): Promise<boolean> {
  return refuseIfBusy(
    await askObject(async () => findHasher(c, account).matches(password, stored)),
  );
}

function makeAttempt(c: AppContext, account: string): Attempt {
  const address = readClientNetwork(c.req.raw.headers);
  const hash = (text: string) =>
    createHmac("sha256", c.env.TOKEN_KEY).update(`sign-in ${text}`).digest("base64url");
  return {
    account: hash(`account ${account}`),
    network: hash(`network ${address}`),
    pair: hash(`pair ${address} ${account}`),
  };
}

function findCounter({ env }: AppContext) {
  return env.ATTEMPT_COUNTER.getByName("site");
}

/** Hashes of different accounts run in different objects, so that nobody can keep all of them busy. */
const hashers = 16;

/** Nobody outside can tell which accounts share an object. */
function findHasher({ env }: AppContext, account: string) {
  const digest = createHmac("sha256", env.TOKEN_KEY).update(`hasher ${account}`).digest();
  return env.PASSWORD_HASHER.getByName(String(digest.readUInt32BE() % hashers));
}

async function askObject<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    logFailure("a Durable Object of sign-in failed", error);
    throw new AppError("unavailable", accountWords.signInUnavailable);
  }
}

function refuseIfBusy<Result>(result: Result | null): Result {
  if (result === null) throw new AppError("too-many", peopleWords.tooManyHashes);
  return result;
}
