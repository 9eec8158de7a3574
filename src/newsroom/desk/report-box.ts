import { reportListPath, reportsPath } from "../../addresses/newsroom.ts";
import { countOpenReports } from "../../article/error-report-store.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { reportWords } from "../../vietnamese/words/reports.ts";

/** The open reports of readers by section, above the desk; null if there are none. `ownerId` is null for an editor. */
export async function readReportBox(db: D1Database, ownerId: string | null): Promise<Html | null> {
  const counted = await countOpenReports(db, ownerId);
  if (counted.length === 0) return null;
  return html`<section class="note" aria-labelledby="bao-loi">
    <h2 id="bao-loi">${reportWords.reports}</h2>
    <p class="row">
      ${counted.map(
        ({ section, name, count }) =>
          html`<a
            class="button"
            href="${section === null ? reportsPath : reportListPath({ section })}"
            >${name ?? reportWords.noSection}: ${reportWords.openReports(count)}</a
          >`,
      )}
    </p>
  </section>`;
}
