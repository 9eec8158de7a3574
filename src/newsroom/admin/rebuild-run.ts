import { commit } from "../../article/commit.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { recordAct } from "../../people/log-store.ts";
import { rebuildProjection } from "../../publishing/rebuild.ts";
import { countApproved, endProgress, noteProgress } from "./rebuild-progress-store.ts";
import type { RebuildProgress } from "./rebuild-progress-store.ts";

/** Articles of one step, which is one transaction of some ten statements an article. */
const articlesOfStep = 25;

/** D1 takes a thousand statements of one request; four steps stay below. */
const stepsOfRun = 4;

/** Starts a rebuild. */
export async function beginRebuild(act: ActContext): Promise<RebuildProgress> {
  const { db, actor, now } = act;
  const progress = { after: null, done: 0, total: await countApproved(db), begunAt: now };
  await commit(act, [
    noteProgress(db, progress, { at: now, by: actor.id }),
    recordAct(act, {
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
  act: ActContext,
  begun: RebuildProgress,
): Promise<RebuildProgress | null> {
  const { db, actor, now } = act;
  let progress = begun;
  for (let step = 0; step < stepsOfRun; step++) {
    const after = await rebuildProjection(
      db,
      { after: progress.after, limit: articlesOfStep },
      now,
    );
    if (after === null) {
      await endRebuild(act, progress);
      return null;
    }
    progress = { ...progress, after, done: progress.done + articlesOfStep };
    await commit(act, [noteProgress(db, progress, { at: now, by: actor.id })]);
  }
  return progress;
}

async function endRebuild(act: ActContext, { total, begunAt }: RebuildProgress): Promise<void> {
  const seconds = Math.round((act.now - begunAt) / 1000);
  await commit(act, [
    endProgress(act.db),
    recordAct(act, {
      act: "rebuild.done",
      subject: "published",
      detail: { articles: total, seconds },
    }),
  ]);
}
