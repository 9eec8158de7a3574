import type { AppContext } from "../../context.ts";
import { hasEdgeCache } from "../../edge-cache/edge-cache.ts";
import { nameWork, readHealth, toMegabytes } from "../../health/health.ts";
import type { Health } from "../../health/health.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { formatInteger } from "../../vietnamese/numbers.ts";
import { healthWords } from "../../vietnamese/words/health.ts";
import { renderAdminPage } from "./admin-page.ts";

/** GET /toa-soan/quan-tri/tinh-trang: what /healthz?sau=1 answers, as a page. */
export async function getHealthPage(c: AppContext): Promise<Response> {
  const isCached = hasEdgeCache(c.executionCtx);
  const health = await readHealth(c.env, { isCached, now: Date.now() });
  const { problems, clockErrors } = health;
  const main = html`<div class="sheet-wide stack">
    ${
      problems.length === 0
        ? html`<p class="done">${healthWords.allWell}</p>`
        : html`<ul class="faults">
            ${problems.map(({ text }) => html`<li>${text}</li>`)}
          </ul>`
    }
    <dl>
      ${listFacts(health, c.env.VERSION.id).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p class="soft">${healthWords.usageScope}</p>
    ${clockErrors.length === 0 ? null : renderClockErrors(health)}
  </div>`;
  return renderAdminPage(c, { title: healthWords.title, main });
}

function listFacts(health: Health, version: string): [name: string, value: Html | string][] {
  const { heartbeat, outbox, usage, limits, database, stored, backup } = health;
  const { lines, megabytes } = healthWords;
  const count = (what: "requests" | "rowsRead" | "rowsWritten") => {
    const limit = limits.day === null ? "" : ` / ${formatInteger(limits.day[what])}`;
    return `${formatInteger(usage[what])}${limit} ${healthWords[what]}`;
  };
  return [
    [lines.heartbeat, renderShortTime(heartbeat.ranAt)],
    [
      lines.outbox,
      html`${healthWords.outbox(outbox.waiting, outbox.failed)}
      ${outbox.oldestAt === null ? null : html`(${healthWords.oldest} ${renderShortTime(outbox.oldestAt)})`}`,
    ],
    [lines.usage, [count("requests"), count("rowsRead"), count("rowsWritten")].join("; ")],
    [
      lines.storage,
      [
        megabytes(healthWords.database, toMegabytes(database.bytes)),
        megabytes(healthWords.bucket, toMegabytes(stored.photos + stored.files)),
      ].join("; "),
    ],
    [lines.backup, backup === null ? healthWords.noBackup : renderShortTime(backup.endedAt)],
    [lines.version, version],
  ];
}

function renderClockErrors({ clockErrors }: Health): Html {
  return html`<h2>${healthWords.clockErrors}</h2>
    <ul>
      ${clockErrors.map(
        ({ work, failures, failedAt, error }) =>
          html`<li>
            <b>${nameWork(work)}</b>: ${healthWords.failures(failures)}
            ${renderShortTime(failedAt)}.
            <code>${error}</code>
          </li>`,
      )}
    </ul>`;
}
