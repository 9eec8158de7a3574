import { deleteOldAnswers } from "./api/idempotency.ts";
import { askThroughCache, provideStandIn } from "./edge-cache/edge-cache.ts";
import { everything } from "./edge-cache/tags.ts";
import { requestPurge } from "./publishing/outbox-store.ts";
import { purgeDue, tidyOutbox } from "./publishing/outbox.ts";
import { resumePagesDue } from "./publishing/photo-acts.ts";
import { resumeErasures } from "./publishing/photo-erasure.ts";
import { resumeFileErasures } from "./publishing/file-erasure.ts";
import { rebuildPhotoUses } from "./article/article-photos.ts";
import { tidyCommits } from "./article/commit.ts";
import { deleteOrphanUploads } from "./file/orphan-files.ts";
import { deleteOrphanFiles } from "./photo/orphan-files.ts";
import { clearSetting, readSetting, writeSetting } from "./settings-store.ts";
import { rebuildStaleArticles } from "./publishing/rebuild.ts";
import { removeDiscardedDrafts } from "./publishing/discarding.ts";
import { deleteContactsDue } from "./publishing/error-reports.ts";
import { endDueChoices } from "./publishing/front-edits.ts";
import { refreshMostRead } from "./publishing/most-read.ts";
import { publishDue } from "./publishing/publication.ts";
import { checkDueDeliveries } from "./publishing/delivery-check.ts";
import { notifyOfAlerts } from "./publishing/alerts.ts";
import { sendDueNotifications } from "./publishing/notifications.ts";
import { readSite } from "./site.ts";

/**
 * The clock runs this each minute. Work of a missed minute is done in the next one, and one failure does not stop the
 * others.
 */
export async function runClock(env: Env, ctx: ExecutionContext, now: number): Promise<void> {
  provideStandIn(ctx, env);
  await attempt("scheduled publication", () => publishDue(env.DB, now));
  await attempt("ending choices of the front page", () => endDueChoices(env.DB, now));
  await attempt("finding the most read", () => refreshMostRead(env.DB, now));
  await attempt("erasing photos", () => resumeErasures(env, now));
  await attempt("erasing files", () => resumeFileErasures(env, now));
  await attempt("rendering pages of changed photos", () => resumePagesDue(env.DB, now));
  await attempt("purging entries of former versions", () => purgeFormerEntries(env, now));
  await attempt("announcing", () => purgeDue(env.DB, ctx, now));
  const ask = askThroughCache(ctx, env.BASE_URL);
  await attempt("delivery checks", () => checkDueDeliveries(env.DB, ask, now));
  await attempt("alerts", () => notifyOfAlerts(env.DB, now));
  await attempt("notifying", () => sendDueNotifications(env, readSite(env), now));
  await attempt("indexing uses of photos", () => rebuildPhotoUses(env.DB));
  await attempt("rendering again", () => rebuildStaleArticles(env.DB));
  await attempt("tidying commits", () => tidyCommits(env.DB, now));
  await attempt("tidying the outbox", () => tidyOutbox(env.DB, now));
  await attempt("removing discarded drafts", () => removeDiscardedDrafts(env.DB, now));
  await attempt("deleting contacts of readers", () => deleteContactsDue(env.DB, now));
  await attempt("sweeping orphan files", () => sweepOrphans(env, now));
  await attempt("tidying kept answers", () => deleteOldAnswers(env.DB, now));
}

const versionSetting = "worker-version";

/**
 * Purges everything once after a deployment and after a rollback. The version is part of the key of a cache entry, so after a
 * rollback the version finds its own old entries again, which later purges may not have reached.
 */
async function purgeFormerEntries({ DB: db, VERSION }: Env, now: number): Promise<void> {
  const former = await readSetting(db, versionSetting);
  if (former === VERSION.id) return;
  const purge = requestPurge(db, { tags: [everything], rounds: 1, at: now });
  const version = writeSetting(db, { name: versionSetting, value: VERSION.id, at: now, by: null });
  // Before the first version nothing was cached.
  await db.batch(former === null ? [version] : [version, purge]);
}

/** Looks at one page of the photos and one of the other files a minute. */
async function sweepOrphans(env: Env, now: number): Promise<void> {
  await sweepFrom(env.DB, "orphan-files-after", now, (after) => deleteOrphanFiles(env, after, now));
  await sweepFrom(env.DB, "orphan-uploads-after", now, (after) =>
    deleteOrphanUploads(env, after, now),
  );
}

/** The setting says after which file the next minute goes on. */
async function sweepFrom(
  db: D1Database,
  setting: string,
  now: number,
  sweep: (after: string | null) => Promise<string | null>,
): Promise<void> {
  const kept = await readSetting(db, setting);
  const after = typeof kept === "string" ? kept : null;
  const next = await sweep(after);
  if (next === after) return;
  const statement =
    next === null
      ? clearSetting(db, setting)
      : writeSetting(db, { name: setting, value: next, at: now, by: null });
  await statement.run();
}

async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`${what} failed`, error);
  }
}
