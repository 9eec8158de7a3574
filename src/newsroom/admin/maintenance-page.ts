import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { maintenanceWords } from "../../vietnamese/words/admin.ts";
import { rebuildPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import { renderAdminPage } from "./admin-page.ts";
import type { RebuildProgress } from "./rebuild-progress-store.ts";

export type MaintenancePage = {
  /** The progress of the running rebuild, or null. */
  progress: RebuildProgress | null;
  /** Whether a rebuild has just finished. */
  finished: boolean;
  failure: AppError | null;
};

export function renderMaintenancePage(
  c: AppContext,
  { progress, finished, failure }: MaintenancePage,
): Response {
  const main = html`<div class="sheet-wide stack">
    ${finished ? html`<p class="done" role="status">${maintenanceWords.finished}</p>` : null}
    ${failure === null ? null : html`<p class="faults" role="alert">${failure.message}</p>`}
    <h2>${maintenanceWords.rebuild}</h2>
    <p>${maintenanceWords.lead}</p>
    ${progress === null ? renderStartForm() : renderProgress(progress)}
  </div>`;
  return renderAdminPage(c, {
    title: maintenanceWords.title,
    main,
    status: failure?.status ?? 200,
  });
}

function renderStartForm(): Html {
  return html`<details class="confirm primary">
    <summary>${maintenanceWords.begin}</summary>
    <form method="post" action="${rebuildPath}">
      <p>${maintenanceWords.question}</p>
      <button class="primary" type="submit">${maintenanceWords.beginNow}</button>
    </form>
  </details>`;
}

function renderProgress({ done, total, begunAt }: RebuildProgress): Html {
  const progressText = maintenanceWords.progress(Math.min(done, total), total);
  return html`<p class="note">${maintenanceWords.underWay}</p>
    <p>
      <progress
        max="${Math.max(total, 1)}"
        value="${Math.min(done, total)}"
        aria-label="${progressText}"
      ></progress>
      ${progressText}. ${maintenanceWords.begun} ${renderShortTime(begunAt)}.
    </p>
    <div class="row">
      <form method="post" action="${rebuildPath}">
        <button class="primary" type="submit">${maintenanceWords.goOn}</button>
      </form>
      <form method="post" action="${rebuildPath}">
        <button type="submit" name="step" value="restart">${maintenanceWords.restart}</button>
      </form>
    </div>`;
}
