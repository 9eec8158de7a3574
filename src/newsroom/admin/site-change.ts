import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { tags } from "../../edge-cache/tags.ts";
import { recordAct } from "../../people/log-store.ts";
import type { Act } from "../../people/log-store.ts";
import { purgeDue, purgeRounds } from "../../publishing/outbox.ts";
import { requestPurge } from "../../publishing/outbox-store.ts";
import { staff } from "../guard.ts";

/** Commits a change that shows on every page, with its log entry and a purge of everything. */
export async function changeSite(
  c: AppContext,
  statements: readonly D1PreparedStatement[],
  logEntry: Pick<Act, "act" | "subject" | "detail">,
): Promise<void> {
  const now = Date.now();
  const db = c.env.DB;
  await commit(db, [
    ...statements,
    recordAct(db, { ...logEntry, at: now, actorId: staff(c).id }),
    requestPurge(db, { tags: [tags.site], rounds: purgeRounds, at: now }),
  ]);
  await purgeDue(db, c.executionCtx, now);
}
