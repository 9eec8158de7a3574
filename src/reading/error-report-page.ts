import { articlePath, correctionsPath, errorReportPath } from "../addresses/public.ts";
import { maxReportLength } from "../article/error-report.ts";
import type { TypedReport } from "../article/error-report.ts";
import type { Section } from "../article/article.ts";
import type { AppError } from "../errors.ts";
import { renderPage } from "../html/page.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import type { PublishedArticle } from "../published/published.ts";
import type { Site } from "../site.ts";
import { reportWords } from "../vietnamese/words/reports.ts";
import { reportStyle } from "./page-styles.ts";

/** The article that a report is about, and the frame of its page. */
export type ReportedArticle = { sections: readonly Section[]; article: PublishedArticle };

/** A form that was refused: what was typed, and why. */
export type RefusedReport = { typed: TypedReport; error: AppError };

/** Only people fill in the other fields alone: a program that fills in all of them is caught by this one. */
export const trapField = "website";

/** The link under an article that leads to the form. */
export function renderReportLink({ slug }: Pick<PublishedArticle, "slug">): Html {
  return html`<p class="report-link">
    <a rel="nofollow" href="${errorReportPath(slug)}">${reportWords.link}</a>
  </p>`;
}

/** The form by which a reader reports an error. It is the same for every reader until it is refused. */
export function renderReportPage(
  site: Site,
  here: ReportedArticle,
  refused: RefusedReport | null = null,
): string {
  const { slug } = here.article;
  return renderReportFrame(
    site,
    here,
    reportWords.title,
    html`<p>${reportWords.lead}</p>
      ${refused === null ? null : html`<p class="report-refused" role="alert">${refused.error.message}</p>`}
      <form class="report-form" method="post" action="${errorReportPath(slug)}">
        ${renderField("message", reportWords.message, null, refused)}
        ${renderField("quote", reportWords.quote, reportWords.quoteHint, refused)}
        ${renderField("contact", reportWords.contact, reportWords.contactHint, refused)}
        <div class="report-trap">
          <label for="bao-loi-trap">${reportWords.trap}</label>
          <input
            type="text"
            id="bao-loi-trap"
            name="${trapField}"
            tabindex="-1"
            autocomplete="off"
          />
        </div>
        <p class="report-end">
          <button type="submit">${reportWords.send}</button>
          <a href="${articlePath(slug)}">${reportWords.back}</a>
        </p>
      </form>`,
  );
}

/** What a reader sees after sending the form: what happens next. */
export function renderReportThanks(site: Site, here: ReportedArticle): string {
  return renderReportFrame(
    site,
    here,
    reportWords.thanksTitle,
    html`<p>${reportWords.thanks}</p>
      <p class="report-end">
        <a href="${articlePath(here.article.slug)}">${reportWords.back}</a>
        <a href="${correctionsPath}">${reportWords.seeCorrections}</a>
      </p>`,
  );
}

function renderReportFrame(
  site: Site,
  { sections, article }: ReportedArticle,
  title: string,
  main: Html,
): string {
  return renderPage(site, sections, {
    title: `${title}: ${article.title}`,
    style: reportStyle,
    head: html`<meta name="robots" content="noindex" />`,
    current: article.section.slug,
    main: html`<div class="wrap report">
      <h1>${title}</h1>
      <p>${reportWords.about} <a href="${articlePath(article.slug)}">${article.title}</a></p>
      ${main}
    </div>`,
  });
}

/** A field with its label, hint and error, which screen readers read together. */
function renderField(
  name: keyof TypedReport,
  label: string,
  hint: string | null,
  refused: RefusedReport | null,
): Html {
  const id = `bao-loi-${name}`;
  const error = refused?.error.errors.find(({ path }) => path === name)?.message ?? null;
  const described = [
    ...(hint === null ? [] : [`${id}-goi-y`]),
    ...(error === null ? [] : [`${id}-loi`]),
  ];
  const attributes = html`id="${id}" name="${name}" maxlength="${maxReportLength[name]}"
  ${described.length === 0 ? null : html`aria-describedby="${described.join(" ")}"`}
  ${error === null ? null : html`aria-invalid="true"`}`;
  const value = refused?.typed[name] ?? "";
  return html`<div class="report-field">
    <label for="${id}">${label}</label>
    ${hint === null ? null : html`<p class="report-hint" id="${id}-goi-y">${hint}</p>`}
    ${
      name === "contact"
        ? html`<input type="text" ${attributes} value="${value}" />`
        : html`<textarea
            ${attributes}
            rows="${name === "message" ? 5 : 2}"
            ${name === "message" ? html`required` : null}
          >
${value}</textarea>`
    }
    ${error === null ? null : html`<p class="report-wrong" id="${id}-loi">${error}</p>`}
  </div>`;
}
