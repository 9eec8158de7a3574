import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { tags } from "../../edge-cache/tags.ts";
import { recordAct } from "../../people/log-store.ts";
import type { Act } from "../../people/log-store.ts";
import { purgeDue, purgeRounds } from "../../publishing/outbox.ts";
import { requestPurge } from "../../publishing/outbox-store.ts";
import { AppError } from "../../errors.ts";
import { seeOther } from "../answer.ts";
import { startAct } from "../guard.ts";

/** Commits a change that shows on every page, with its log entry and a purge of every page, and of `moreTags`. */
export async function changeSite(
  c: AppContext,
  statements: readonly D1PreparedStatement[],
  logEntry: Act,
  moreTags: readonly string[] = [],
): Promise<void> {
  const act = startAct(c);
  const { db, now } = act;
  await commit(act, [
    ...statements,
    recordAct(act, logEntry),
    requestPurge(db, { tags: [tags.site, ...moreTags], rounds: purgeRounds, at: now }),
  ]);
  await purgeDue(db, c.executionCtx, now);
}

/** Makes a change and redirects to its page, which says so. If the change is refused, shows the page with the reason. */
export async function changeOrShowRefusal(
  change: () => Promise<void>,
  page: string,
  showRefusal: (error: AppError) => Promise<Response>,
): Promise<Response> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return showRefusal(error);
  }
  return seeOther(`${page}?done=saved`);
}
