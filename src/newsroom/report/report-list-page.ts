import { reportListPath, reportPath, reportsPath } from "../../addresses/newsroom.ts";
import type { ReportWithArticle } from "../../article/error-report.ts";
import { readReports } from "../../article/error-report-store.ts";
import type { Section } from "../../article/article.ts";
import { readSections } from "../../article/section-store.ts";
import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { filterByViewer } from "../../publishing/permission.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { cutText } from "../../vietnamese/cut-text.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { reportWords } from "../../vietnamese/words/reports.ts";
import { renderChoiceField, renderFilterFold } from "../fields.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";

const reportsPerPage = 30;

/** The longest part of a report that the list shows. */
const maxExcerpt = 160;

/** The filters as the address has them; empty for all. */
type ReportQuestion = { state: "open" | "closed"; section: string; article: string };

/** GET /toa-soan/bao-loi: reports of readers by state, section and article; `?before=` is the cursor. */
export async function getReports(c: AppContext): Promise<Response> {
  const asked: ReportQuestion = {
    state: c.req.query("state") === "closed" ? "closed" : "open",
    section: c.req.query("section") ?? "",
    article: c.req.query("article") ?? "",
  };
  const [found, sections] = await Promise.all([
    readReports(c.env.DB, {
      isOpen: asked.state === "open",
      ownerId: filterByViewer(staff(c)),
      section: asked.section || null,
      articleId: asked.article || null,
      before: parseWholeNumber(c.req.query("before")),
      limit: reportsPerPage + 1,
    }),
    readSections(c.env.DB),
  ]);
  const shown = found.slice(0, reportsPerPage);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  const main = html`<h1>${reportWords.reports}</h1>
    ${renderFilterFold(
      renderFilters(asked, sections),
      Object.values(asked).some((value) => value !== "" && value !== "open"),
    )}
    ${shown.length === 0 ? html`<p>${asked.state === "open" ? reportWords.noneOpen : reportWords.noneClosed}</p>` : renderLines(shown, sections)}
    ${
      last === undefined
        ? null
        : html`<p>
            <a
              class="button"
              rel="next"
              href="${reportListPath({ ...asked, before: String(last.number) })}"
              >${reportWords.older}</a
            >
          </p>`
    }`;
  return newsroomPage(c, { title: reportWords.reports, current: "desk", main });
}

function renderFilters(asked: ReportQuestion, sections: readonly Section[]): Html {
  return html`<form class="filters" method="get" action="${reportsPath}" role="search">
    ${renderChoiceField({
      name: "state",
      label: reportWords.state,
      value: asked.state,
      choices: [
        { value: "open", label: reportWords.open },
        { value: "closed", label: reportWords.closed },
      ],
    })}
    ${renderChoiceField({
      name: "section",
      label: reportWords.section,
      value: asked.section,
      choices: [
        { value: "", label: reportWords.anySection },
        ...sections.map(({ slug, name }) => ({ value: slug, label: name })),
      ],
    })}
    <button type="submit">${reportWords.filter}</button>
  </form>`;
}

function renderLines(reports: readonly ReportWithArticle[], sections: readonly Section[]): Html {
  return html`<ul class="lines">
    ${reports.map(
      ({ number, title, message, at, section, closing, erasedAt }) =>
        html`<li>
          <a href="${reportPath(number)}">${title === "" ? newsroomWords.untitled : title}</a>
          <p>${erasedAt === null ? excerpt(message) : html`<i>${reportWords.erased}</i>`}</p>
          <p class="row soft">
            ${closing === null ? null : html`<b>${reportWords.outcomes[closing.outcome]}</b>`}
            <span
              >${sections.find(({ slug }) => slug === section)?.name ?? reportWords.noSection}</span
            >
            <span>${reportWords.sentAt} ${renderShortTime(at)}</span>
          </p>
        </li>`,
    )}
  </ul>`;
}

function excerpt(message: string): string {
  return message.length <= maxExcerpt ? message : `${cutText(message, maxExcerpt - 1)}…`;
}
