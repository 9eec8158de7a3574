import { deskWords } from "../vietnamese/words/desk.ts";
import { healthWords } from "../vietnamese/words/health.ts";
import { readOperations } from "./health-store.ts";
import type { DayUsage, Operations } from "./health-store.ts";

/** Something that an operator must do. `text` says what is wrong and what to do. */
export type Problem = { name: ProblemName; text: string };

type ProblemName = "edge-cache" | "heartbeat" | "clock" | "outbox" | "usage" | "storage" | "backup";

/** How the site is, and the limits of its plan. Sizes in bytes, times in ms. */
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
    database: 500 * megabyte,
    bucket: 10_000 * megabyte,
  },
  paid: { day: null, database: 10_000 * megabyte, bucket: null },
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

function listProblems(
  { heartbeat, clockErrors, outbox, backup, ...health }: Omit<Health, "problems">,
  isCached: boolean,
  now: number,
): Problem[] {
  const words = healthWords.problems;
  const problems: Problem[] = [];
  const add = (name: ProblemName, text: string) => problems.push({ name, text });
  if (!isCached) add("edge-cache", deskWords.noEdgeCache);
  const silence = now - heartbeat.ranAt;
  if (silence > maxSilence) add("heartbeat", words.heartbeat(Math.floor(silence / minute)));
  for (const { work, failedAt, error } of clockErrors) {
    if (now - failedAt < recentTime) add("clock", words.clock(nameWork(work), error));
  }
  if (outbox.failed > 0) add("outbox", deskWords.outboxFailing(outbox.failed));
  for (const text of listUsedUp(health)) add("usage", text);
  for (const text of listFull(health)) add("storage", text);
  // A site that never had a backup may have another way to keep copies.
  if (backup !== null && backup.error !== null) add("backup", words.failedBackup(backup.error));
  else if (backup !== null && now - backup.endedAt > maxBackupAge) {
    add("backup", words.backup(Math.floor((now - backup.endedAt) / day)));
  }
  return problems;
}

/** A former version of the site may have had other works. */
export function nameWork(work: string): string {
  return (healthWords.works as Record<string, string>)[work] ?? work;
}

function listUsedUp({ usage, limits }: Pick<Health, "usage" | "limits">): string[] {
  if (limits.day === null) return [];
  const { day: limit } = limits;
  return (["requests", "rowsRead", "rowsWritten"] as const)
    .filter((what) => usage[what] > warningShare * limit[what])
    .map((what) => healthWords.problems.usage(healthWords[what], usage[what], limit[what]));
}

function listFull({ database, stored, limits }: Pick<Health, "database" | "stored" | "limits">) {
  const { storage } = healthWords.problems;
  return [
    { what: healthWords.database, bytes: database.bytes, limit: limits.database },
    { what: healthWords.bucket, bytes: stored.photos + stored.files, limit: limits.bucket },
  ].flatMap(({ what, bytes, limit }) =>
    limit === null || bytes < warningShare * limit
      ? []
      : [storage(what, toMegabytes(bytes), toMegabytes(limit))],
  );
}

export function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / megabyte);
}
