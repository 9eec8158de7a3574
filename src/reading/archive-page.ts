import type { MonthListPart } from "../published/list-store.ts";
import type { Month } from "../published/month.ts";
import type { CountedMonth } from "../published/archive-store.ts";
import type { Section } from "../article/article.ts";
import { archivePath, monthPath } from "../addresses/public.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { listStyle } from "./page-styles.ts";

export type ArchivePageContent = {
  sections: readonly Section[];
  /** Newest first. */
  months: readonly CountedMonth[];
};

/** Every month in which something was published, by year. */
export function renderArchivePage(site: Site, { sections, months }: ArchivePageContent): string {
  const title = listWords.archive;
  const description = listWords.archiveDescription(site.name);
  const path = archivePath;
  return renderPage(site, sections, {
    title,
    style: listStyle,
    head: html`${describePage(site, { title, description, path, type: "website", photo: null })}
    ${renderFeedLinks(site, null)}`,
    current: path,
    main: html`<div class="wrap list">
      <div class="list-head"><h1>${title}</h1></div>
      ${months.length === 0 ? html`<p class="empty">${readingWords.emptySite}</p>` : null}
      ${[...Map.groupBy(months, (month) => month.year)].map(renderYearOfMonths)}
    </div>`,
  });
}

function renderYearOfMonths([year, months]: [number, CountedMonth[]]): Html {
  return html`<section class="year" aria-labelledby="nam-${year}">
    <h2 class="block-title" id="nam-${year}">${listWords.year(year)}</h2>
    <ul class="months">
      ${months.map(
        (month) =>
          html`<li>
            <a href="${monthPath(month)}">${listWords.monthOfYear(month.month)}</a>
            <span>${listWords.articles(month.articles)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** From one month to those beside it, and to all. */
export function renderMonthLinks({
  earlier,
  later,
}: Pick<MonthListPart, "earlier" | "later">): Html {
  return html`<nav class="pager months-beside" aria-label="${listWords.otherMonths}">
    ${earlier === null ? null : html`<a rel="prev" href="${monthPath(earlier)}">← ${monthName(earlier)}</a>`}
    <a href="${archivePath}">${listWords.allMonths}</a>
    ${later === null ? null : html`<a rel="next" href="${monthPath(later)}">${monthName(later)} →</a>`}
  </nav>`;
}

function monthName({ year, month }: Month): string {
  return listWords.month(month, year);
}
