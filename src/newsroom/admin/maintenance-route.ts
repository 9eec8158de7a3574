import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { seeOther } from "../answer.ts";
import { readRaw } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { startAct } from "../guard.ts";
import { maintenancePath, rebuildPath } from "../../addresses/newsroom.ts";
import { renderMaintenancePage } from "./maintenance-page.ts";
import { readProgress } from "./rebuild-progress-store.ts";
import { beginRebuild, runRebuild } from "./rebuild-run.ts";

/** Browsers follow some twenty redirections; then the page asks to go on. */
const runsInARow = 15;

/** GET /toa-soan/quan-tri/bao-tri. */
export async function getMaintenance(c: AppContext): Promise<Response> {
  const progress = await readProgress(c.env.DB);
  const finished = c.req.query("done") === "rebuilt";
  return renderMaintenancePage(c, { progress, finished, failure: null });
}

/**
 * POST /toa-soan/quan-tri/bao-tri/dung-lai: begins a rebuild, or takes the one under way some steps further. While there is
 * more to do it leads to itself (307 keeps the method), so that a browser without script goes on by itself.
 */
export async function postRebuild(c: AppContext): Promise<Response> {
  const run = Math.min(Number(/^\d{1,2}$/.exec(c.req.query("run") ?? "")?.[0] ?? 1), runsInARow);
  const form = await readForm(c);
  const anew = run === 1 && readRaw(form, "step") === "restart";
  const act = startAct(c);
  const { db, now } = act;
  const known = anew ? null : await readProgress(db);
  try {
    const begun = known ?? (await beginRebuild(act));
    const progress = await runRebuild(act, begun);
    if (progress !== null)
      return run < runsInARow ? redirectToPage(run + 1) : seeOther(maintenancePath);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const progress = await readProgress(db);
    return renderMaintenancePage(c, { progress, finished: false, failure: error });
  }
  await purgeDue(db, c.executionCtx, now);
  return seeOther(`${maintenancePath}?done=rebuilt`);
}

function redirectToPage(run: number): Response {
  return new Response(null, { status: 307, headers: { location: `${rebuildPath}?run=${run}` } });
}
