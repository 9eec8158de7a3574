import { deskWords } from "../vietnamese/words/desk.ts";
import { healthWords } from "../vietnamese/words/health.ts";
import { readOperations } from "./health-store.ts";
import type { Operations } from "./health-store.ts";

/** Something that an operator must do. `text` says what is wrong and what to do. */
export type Problem = { name: ProblemName; text: string };

type ProblemName = "edge-cache" | "heartbeat" | "clock" | "outbox" | "limit" | "backup";

/** What was used today (requests and rows) and what is stored (in MB). A missing limit is none. */
type Amounts = Record<keyof typeof healthWords.units, number>;

/** How the site is. Times in ms. */
export type Health = Operations & {
  database: { region: string | null; roundTrip: number };
  used: Amounts;
  limits: Partial<Amounts>;
  problems: Problem[];
};

const minute = 60 * 1000;
const day = 24 * 60 * minute;

type Plan = "free" | "paid" | "none";

/** What a plan of the platform allows; "none" is a site on a machine of its own. */
const plans: Record<Plan, Partial<Amounts>> = {
  free: {
    requests: 100_000,
    rowsRead: 5_000_000,
    rowsWritten: 100_000,
    database: 500,
    bucket: 10_000,
  },
  paid: { database: 10_000 },
  none: {},
};

/** `isCached` is false if the platform provides no edge cache. */
export async function readHealth(
  { DB: db, PLAN }: Pick<Env, "DB" | "PLAN">,
  { isCached, now }: { isCached: boolean; now: number },
): Promise<Health> {
  const plan = PLAN === "paid" || PLAN === "none" ? PLAN : "free";
  const begun = Date.now();
  const { meta, ...operations } = await readOperations(db, findUsageDay(now));
  const roundTrip = Date.now() - begun;
  const { photos, files } = operations.heartbeat;
  const health = {
    ...operations,
    database: { region: meta.served_by_region ?? null, roundTrip },
    used: {
      ...(operations.usage ?? { requests: 0, rowsRead: 0, rowsWritten: 0 }),
      database: toMegabytes(meta.size_after),
      bucket: toMegabytes(photos + files),
    },
    limits: plans[plan],
  };
  return { ...health, problems: listProblems(health, plan, isCached, now) };
}

/** The day of a time (ms) as the platform counts usage: days since 1970 in UTC. A new one begins at 7:00 in Vietnam. */
export function findUsageDay(at: number): number {
  return Math.floor(at / day);
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

/** The clock may miss a minute or two. */
const maxSilence = 3 * minute;

/** For how long the desk shows an error of the clock, from its last occurrence. */
const recentTime = 60 * minute;

const maxBackupAge = 8 * day;

/** The part of a limit from which on it is a problem. */
const warningShare = 0.8;

function listProblems(
  health: Omit<Health, "problems">,
  plan: Plan,
  isCached: boolean,
  now: number,
): Problem[] {
  const { heartbeat, clockErrors, outbox, backup, used, limits } = health;
  const words = healthWords.problems;
  const problems: Problem[] = [];
  const add = (name: ProblemName, text: string) => problems.push({ name, text });
  if (!isCached) add("edge-cache", deskWords.noEdgeCache);
  const silence = now - heartbeat.ranAt;
  if (silence > maxSilence) add("heartbeat", words.heartbeat(Math.floor(silence / minute)));
  for (const { work, failedAt, error } of clockErrors) {
    if (now - failedAt < recentTime) add("clock", words.clock(work, error));
  }
  if (outbox.failed > 0) add("outbox", deskWords.outboxFailing(outbox.failed));
  for (const unit of listUnits()) {
    const limit = limits[unit] ?? Number.POSITIVE_INFINITY;
    if (used[unit] <= warningShare * limit) continue;
    const { bucket, ...advice } = healthWords.limitAdvice;
    const text = unit === "bucket" ? bucket : advice[plan === "paid" ? "paid" : "free"];
    add("limit", words.limit(describeAmount(health, unit), text));
  }
  // A site that never had a backup may have another way to keep copies.
  if (backup !== null && backup.error !== null) add("backup", words.failedBackup(backup.error));
  else if (backup !== null && now - backup.endedAt > maxBackupAge) {
    add("backup", words.backup(Math.floor((now - backup.endedAt) / day)));
  }
  return problems;
}

export function listUnits(): (keyof Amounts)[] {
  return Object.keys(healthWords.units) as (keyof Amounts)[];
}

/** "12 / 100.000 lượt gọi". */
export function describeAmount(
  { used, limits }: Pick<Health, "used" | "limits">,
  unit: keyof Amounts,
): string {
  return healthWords.amount(used[unit], limits[unit] ?? null, healthWords.units[unit]);
}
