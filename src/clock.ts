import { deleteOldAnswers } from "./api/idempotency.ts";
import { askThroughCache, provideStandIn } from "./edge-cache/edge-cache.ts";
import { everything } from "./edge-cache/tags.ts";
import { requestPurge } from "./publishing/outbox-store.ts";
import { tidyOutbox, workOffOutbox } from "./publishing/outbox.ts";
import { resumePagesDue } from "./publishing/photo-acts.ts";
import { resumeErasures } from "./publishing/photo-erasure.ts";
import { resumeFileErasures } from "./publishing/file-erasure.ts";
import { rebuildPhotoUses } from "./article/article-photos.ts";
import { tidyCommits } from "./article/commit.ts";
import { deleteOrphanUploads } from "./file/orphan-files.ts";
import { deleteOrphanFiles } from "./photo/orphan-files.ts";
import { measureStored, recordRun } from "./health/health-store.ts";
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
import { logFailure } from "./log.ts";

/**
 * The clock runs this each minute. Work of a missed minute is done in the next one, and one failure does not stop the
 * others. Failures are recorded for the health check, then thrown, because the platform sees only what is thrown.
 */
export async function runClock(env: Env, ctx: ExecutionContext, now: number): Promise<void> {
  provideStandIn(ctx, env);
  const begun = Date.now();
  const failures: { work: string; error: string }[] = [];
  for (const [work, run] of Object.entries(listWorks(env, ctx, now))) {
    try {
      await run();
    } catch (error) {
      logFailure("the clock failed", error, { work });
      failures.push({ work, error: String(error).slice(0, 300) });
    }
  }
  await recordRun(env.DB, { at: now, ms: Date.now() - begun, failures });
  if (failures.length === 0) return;
  throw new Error(failures.map(({ work, error }) => `${work}: ${error}`).join("; "));
}

/** What the clock does, in this order. */
function listWorks(env: Env, ctx: ExecutionContext, now: number) {
  const { DB: db } = env;
  return {
    publishing: () => publishDue(db, now),
    frontChoices: () => endDueChoices(db, now),
    mostRead: () => refreshMostRead(db, now),
    erasingPhotos: () => resumeErasures(env, now),
    erasingFiles: () => resumeFileErasures(env, now),
    changedPhotos: () => resumePagesDue(db, now),
    formerEntries: () => purgeFormerEntries(env, now),
    purging: () => workOffOutbox(db, ctx, now),
    deliveryChecks: () => checkDueDeliveries(db, askThroughCache(ctx, env.BASE_URL), now),
    alerts: () => notifyOfAlerts(db, now),
    notifying: () => sendDueNotifications(env, readSite(env), now),
    photoUses: () => rebuildPhotoUses(db),
    rebuilding: () => rebuildStaleArticles(db),
    commits: () => tidyCommits(db, now),
    outbox: () => tidyOutbox(db, now),
    discarded: () => removeDiscardedDrafts(db, now),
    contacts: () => deleteContactsDue(db, now),
    orphanFiles: () => sweepOrphans(env, now),
    keptAnswers: () => deleteOldAnswers(db, now),
    storage: () => measureStored(db, now),
  };
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
