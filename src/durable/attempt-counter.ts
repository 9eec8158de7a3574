import { DurableObject } from "cloudflare:workers";
import {
  addAttempt,
  createAttempts,
  deleteEnded,
  findEnd,
  hasFailures,
  hasKnownPairs,
  isKnownPair,
  removeAttempt,
  storeKnownPair,
} from "./attempt-store.ts";

/**
 * A try to sign in. `account`: the username, passkey or link. `network`: where it comes from. `pair`: both together. All three are
 * hashes, so the object knows no address and no name.
 */
export type Attempt = { account: string; network: string; pair: string };

const minute = 60 * 1000;
const day = 24 * 60 * minute;

const accountLimit = { limit: 8, period: minute };
const networkLimit = { limit: 30, period: 10 * minute };

/** How long a network stays known for an account after a sign-in, and how many networks an account has. */
const knownFor = 90 * day;
const maxPairs = 20;

/** Between two tidyings so many counters may begin; a try that needs another one is refused. It bounds the storage to some MB. */
const maxNewCounters = 20_000;

/** The answer to `begin`: the counters that were raised, or how long to wait, in ms. */
export type Begun = { counted: string[] } | { wait: number };

/**
 * Counts failed sign-ins exactly, because there is one object for the site and it does one thing at a time. A network from which an
 * account has signed in before has a counter of its own for that account. So strangers who guess cannot shut the owner out there.
 */
export class AttemptCounter extends DurableObject<Env> {
  #newCounters = 0;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    createAttempts(state.storage.sql);
  }

  /** Counts an attempt as failed, until `succeed` is called. Counts nothing if too many have failed. */
  async begin(attempt: Attempt): Promise<Begun> {
    const { sql } = this.ctx.storage;
    const now = Date.now();
    const counters = this.#chooseCounters(attempt, now);
    const ends = counters.map(({ counted, limit }) => findEnd(sql, counted, { limit, now }) ?? 0);
    const end = Math.max(...ends);
    if (end > 0) return { wait: end - now };
    if (this.#newCounters >= maxNewCounters && counters.length > 1) return { wait: minute };
    for (const { counted, period } of counters) {
      this.#newCounters += addAttempt(sql, counted, { period, now });
    }
    await this.#planTidying(10 * minute);
    return { counted: counters.map(({ counted }) => counted) };
  }

  /** Takes the attempt from its counters. From now on the network is known for the account. */
  async succeed(attempt: Attempt, counted: readonly string[]): Promise<void> {
    const { sql } = this.ctx.storage;
    for (const one of counted) removeAttempt(sql, one);
    storeKnownPair(sql, attempt, { now: Date.now(), maxPairs });
    await this.#planTidying(day);
  }

  override async alarm(): Promise<void> {
    const { sql } = this.ctx.storage;
    const now = Date.now();
    deleteEnded(sql, { now, knownSince: now - knownFor });
    this.#newCounters = 0;
    if (hasFailures(sql)) await this.#planTidying(10 * minute);
    else if (hasKnownPairs(sql)) await this.#planTidying(day);
  }

  #chooseCounters({ account, network, pair }: Attempt, now: number) {
    const { sql } = this.ctx.storage;
    return isKnownPair(sql, { account, pair }, now - knownFor)
      ? [{ counted: pair, ...accountLimit }]
      : [
          { counted: network, ...networkLimit },
          { counted: account, ...accountLimit },
        ];
  }

  async #planTidying(within: number): Promise<void> {
    const { storage } = this.ctx;
    const latest = Date.now() + within;
    const planned = await storage.getAlarm();
    if (planned === null || planned > latest) await storage.setAlarm(latest);
  }
}
