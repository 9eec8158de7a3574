import type { AppContext } from "../../context.ts";
import { hasEdgeCache } from "../../edge-cache/edge-cache.ts";
import { describeAmount, listUnits, readHealth } from "../../health/health.ts";
import type { Health } from "../../health/health.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { healthWords } from "../../vietnamese/words/health.ts";
import { renderAdminPage } from "./admin-page.ts";

/** GET /toa-soan/quan-tri/tinh-trang: what /healthz?sau=1 answers, as a page. */
export async function getHealthPage(c: AppContext): Promise<Response> {
  const isCached = hasEdgeCache(c.executionCtx);
  const health = await readHealth(c.env, { isCached, now: Date.now() });
  const { problems, heartbeat, outbox, backup, clockErrors } = health;
  const amounts = listUnits().map((unit) => describeAmount(health, unit));
  const main = html`<div class="sheet-wide stack">
    ${problems.map(({ text }) => html`<p class="faults">${text}</p>`)}
    <dl>
      <dt>${healthWords.clockRanAt}</dt>
      <dd>${renderShortTime(heartbeat.ranAt)}</dd>
      <dt>${healthWords.outboxTitle}</dt>
      <dd>${healthWords.outbox(outbox.waiting, outbox.failed)}</dd>
      <dt>${healthWords.used}</dt>
      ${amounts.map((amount) => html`<dd>${amount}</dd>`)}
      <dt>${healthWords.backupAt}</dt>
      <dd>${backup === null ? healthWords.noBackup : renderShortTime(backup.endedAt)}</dd>
      <dt>${healthWords.version}</dt>
      <dd>${c.env.VERSION.id}</dd>
    </dl>
    ${clockErrors.length === 0 ? null : renderClockErrors(health)}
  </div>`;
  return renderAdminPage(c, { title: healthWords.title, main });
}

function renderClockErrors({ clockErrors }: Health): Html {
  return html`<h2>${healthWords.clockErrors}</h2>
    <ul>
      ${clockErrors.map(
        ({ work, failures, failedAt, error }) =>
          html`<li>
            ${healthWords.failures(work, failures)} ${renderShortTime(failedAt)}.
            <code>${error}</code>
          </li>`,
      )}
    </ul>`;
}
