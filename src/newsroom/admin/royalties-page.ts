import { makeMonthKey } from "../../published/month.ts";
import type { Month } from "../../published/month.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { hasRole } from "../../people/person.ts";
import { royaltyWords } from "../../vietnamese/words/royalties.ts";
import { renderChoiceField } from "../fields.ts";
import { staff } from "../guard.ts";
import { withQuery } from "../../addresses/address.ts";
import { royaltiesCsvPath, royaltiesPath, royaltyRatesPath } from "../../addresses/newsroom.ts";
import { renderAdminPage } from "./admin-page.ts";
import type { RoyaltyReport } from "./royalties.ts";
import type { RoyaltyRates } from "./royalty-rates.ts";
import { renderLineTable, renderSumTable } from "./royalty-tables.ts";

export type RoyaltiesPage = {
  month: Month;
  /** This month, until which months are offered. */
  latest: Month;
  report: RoyaltyReport;
  rates: RoyaltyRates;
  /** Whether an admin has set the rates. */
  own: boolean;
};

export function renderRoyaltiesPage(c: AppContext, page: RoyaltiesPage): Response {
  const { month, report, rates, own } = page;
  const main = html`${renderMonthChoice(page)}
    ${own ? null : html`<p class="note">${royaltyWords.example}</p>`}
    <p>
      ${royaltyWords.ratesNow(rates.unit)}
      ${
        hasRole(staff(c), "admin")
          ? html`<a href="${royaltyRatesPath}">${royaltyWords.changeRates}</a>`
          : null
      }
    </p>
    <details>
      <summary>${royaltyWords.rules}</summary>
      <ul>
        ${royaltyWords.ruleList.map((rule) => html`<li>${rule}</li>`)}
      </ul>
    </details>
    ${report.nameless === 0 ? null : html`<p class="note">${royaltyWords.nameless(report.nameless)}</p>`}
    ${report.lines.length === 0 ? html`<p>${royaltyWords.none}</p>` : renderTables(month, report)}`;
  return renderAdminPage(c, { title: royaltyWords.title(formatMonth(month)), main });
}

function renderTables(month: Month, report: RoyaltyReport): Html {
  return html`<h2>${royaltyWords.sums}</h2>
    ${renderDownloads(month, "sums", royaltyWords.csvSums)} ${renderSumTable(report)}
    <h2>${royaltyWords.lines}</h2>
    ${renderDownloads(month, "", royaltyWords.csvLines)} ${renderLineTable(report)}`;
}

function renderDownloads(month: Month, kind: "sums" | "", name: string): Html {
  const address = withQuery(royaltiesCsvPath, { month: makeMonthKey(month), kind });
  return html`<p class="row">
    <a class="button" href="${address}">${name}</a>
    <a href="${address}&separator=comma">${name} (${royaltyWords.american})</a>
  </p>`;
}

/** Months offered before the latest. */
const offered = 24;

function renderMonthChoice({ month, latest }: RoyaltiesPage): Html {
  const months = Array.from({ length: offered }, (_, back) => listMonths(latest, -back));
  const known = months.some((one) => makeMonthKey(one) === makeMonthKey(month));
  const choices = (known ? months : [month, ...months]).map((one) => ({
    value: makeMonthKey(one),
    label: formatMonth(one),
  }));
  const link = (by: -1 | 1, name: string) =>
    html`<a class="button" href="${royaltiesPath}?month=${makeMonthKey(listMonths(month, by))}"
      >${name}</a
    >`;
  return html`<form class="row months" method="get" action="${royaltiesPath}">
    ${renderChoiceField({ name: "month", label: royaltyWords.month, value: makeMonthKey(month), choices })}
    <button type="submit">${royaltyWords.show}</button>
    ${link(-1, royaltyWords.earlier)} ${link(1, royaltyWords.later)}
  </form>`;
}

function listMonths({ year, month }: Month, by: number): Month {
  const count = year * 12 + month - 1 + by;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

function formatMonth({ year, month }: Month): string {
  return royaltyWords.monthName(year, month);
}
