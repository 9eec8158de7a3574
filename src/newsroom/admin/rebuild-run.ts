import { commit } from "../../article/commit.ts";
import { recordAct } from "../../people/log-store.ts";
import { rebuildProjection } from "../../publishing/rebuild.ts";
import { countApproved, endProgress, noteProgress } from "./rebuild-progress-store.ts";
import type { RebuildProgress } from "./rebuild-progress-store.ts";

/** Articles of one step, which is one transaction of some ten statements an article. */
const articlesOfStep = 25;

/** D1 takes a thousand statements of one request; four steps stay below. */
const stepsOfRun = 4;

/** Starts a rebuild. */
export async function beginRebuild(
  db: D1Database,
  actorId: string,
  now: number,
): Promise<RebuildProgress> {
  const progress = { after: null, done: 0, total: await countApproved(db), begunAt: now };
  await commit(db, [
    noteProgress(db, progress, { at: now, by: actorId }),
    recordAct(db, {
      at: now,
      actorId,
      act: "rebuild.begun",
      subject: "published",
      detail: { articles: progress.total },
    }),
  ]);
  return progress;
}

/**
 * Runs some steps of a rebuild and saves the progress after each. Null when it is finished. Running a step twice is
 * harmless.
 */
export async function runRebuild(
  db: D1Database,
  actorId: string,
  begun: RebuildProgress,
  now: number,
): Promise<RebuildProgress | null> {
  let progress = begun;
  for (let step = 0; step < stepsOfRun; step++) {
    const after = await rebuildProjection(
      db,
      { after: progress.after, limit: articlesOfStep },
      now,
    );
    if (after === null) {
      await endRebuild(db, actorId, progress, now);
      return null;
    }
    progress = { ...progress, after, done: progress.done + articlesOfStep };
    await commit(db, [noteProgress(db, progress, { at: now, by: actorId })]);
  }
  return progress;
}

async function endRebuild(
  db: D1Database,
  actorId: string,
  { total, begunAt }: RebuildProgress,
  now: number,
): Promise<void> {
  const seconds = Math.round((now - begunAt) / 1000);
  await commit(db, [
    endProgress(db),
    recordAct(db, {
      at: now,
      actorId,
      act: "rebuild.done",
      subject: "published",
      detail: {
        articles: total,
        seconds,
      },
    }),
  ]);
}
