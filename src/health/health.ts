import { deskWords } from "../vietnamese/words/desk.ts";
import { healthWords } from "../vietnamese/words/health.ts";
import { readOperations } from "./health-store.ts";
import type { DayUsage, Operations } from "./health-store.ts";

/** Something that an operator must do. `text` says what is wrong and what to do. */
export type Problem = { name: ProblemName; text: string };

type ProblemName = "edge-cache" | "heartbeat" | "clock" | "outbox" | "usage" | "storage" | "backup";

/** How the site is, and the limits of its plan. Sizes in bytes, limits of sizes in MB, times in ms. */
export type Health = Operations & {
  database: { bytes: number; region: string | null; roundTrip: number };
  usage: DayUsage;
  limits: Limits;
  problems: Problem[];
};

type Limits = { day: DayUsage | null; database: number; bucket: number | null };

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const megabyte = 1_000_000;

/** What a plan of the platform allows. A paid one has no limits a day. */
const plans: Record<"free" | "paid", Limits> = {
  free: {
    day: { requests: 100_000, rowsRead: 5_000_000, rowsWritten: 100_000 },
    database: 500,
    bucket: 10_000,
  },
  paid: { day: null, database: 10_000, bucket: null },
};

/** `isCached` is false if the platform provides no edge cache. */
export async function readHealth(
  { DB: db, PLAN: plan }: Pick<Env, "DB" | "PLAN">,
  { isCached, now }: { isCached: boolean; now: number },
): Promise<Health> {
  const begun = Date.now();
  const { meta, ...operations } = await readOperations(db, findUsageDay(now));
  const roundTrip = Date.now() - begun;
  const health = {
    ...operations,
    database: { bytes: meta.size_after, region: meta.served_by_region ?? null, roundTrip },
    usage: operations.usage ?? { requests: 0, rowsRead: 0, rowsWritten: 0 },
    limits: plans[plan === "paid" ? "paid" : "free"],
  };
  return { ...health, problems: listProblems(health, isCached, now) };
}

/** The day of a time (ms) as the platform counts usage: days since 1970 in UTC. A new one begins at 7:00 in Vietnam. */
export function findUsageDay(at: number): number {
  return Math.floor(at / day);
}

/** The clock may miss a minute or two. */
const maxSilence = 3 * minute;

/** The desk shows an error of the clock so long after it happened last. */
const recentTime = 60 * minute;

const maxBackupAge = 8 * day;

/** The part of a limit from which on it is a problem. */
const warningShare = 0.8;

function listProblems(health: Omit<Health, "problems">, isCached: boolean, now: number): Problem[] {
  const { heartbeat, clockErrors, outbox, backup } = health;
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
  for (const amount of listUsage(health).filter(isNearlyUsedUp)) {
    add("usage", words.usage(describeAmount(amount)));
  }
  for (const amount of listStored(health).filter(isNearlyUsedUp)) {
    add("storage", words.storage(describeAmount(amount)));
  }
  // A site that never had a backup may have another way to keep copies.
  if (backup !== null && backup.error !== null) add("backup", words.failedBackup(backup.error));
  else if (backup !== null && now - backup.endedAt > maxBackupAge) {
    add("backup", words.backup(Math.floor((now - backup.endedAt) / day)));
  }
  return problems;
}

/** What is used and how much the plan allows, in the words of `healthWords.units`. Sizes in MB. */
type Amount = { unit: keyof typeof healthWords.units; used: number; limit: number | null };

/** What was used today. */
export function listUsage({ usage, limits }: Pick<Health, "usage" | "limits">): Amount[] {
  const units = ["requests", "rowsRead", "rowsWritten"] as const;
  return units.map((unit) => ({ unit, used: usage[unit], limit: limits.day?.[unit] ?? null }));
}

/** What is stored. */
export function listStored({
  database,
  heartbeat,
  limits,
}: Pick<Health, "database" | "heartbeat" | "limits">): Amount[] {
  const toMegabytes = (bytes: number) => Math.ceil(bytes / megabyte);
  return [
    { unit: "database", used: toMegabytes(database.bytes), limit: limits.database },
    { unit: "bucket", used: toMegabytes(heartbeat.photos + heartbeat.files), limit: limits.bucket },
  ];
}

export function describeAmount({ unit, used, limit }: Amount): string {
  return healthWords.amount(used, limit, healthWords.units[unit]);
}

function isNearlyUsedUp({ used, limit }: Amount): boolean {
  return limit !== null && used > warningShare * limit;
}
