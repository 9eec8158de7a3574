import { newsroomArticlePath, reportPath, reportsPath } from "../../addresses/newsroom.ts";
import { articlePath } from "../../addresses/public.ts";
import type { ReportWithArticle } from "../../article/error-report.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { hasRole } from "../../people/person.ts";
import type { Site } from "../../site.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { reportWords } from "../../vietnamese/words/reports.ts";
import { findError, renderTextField, renderDangerForm } from "../fields.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";

/** An act that was refused: what was typed, and why. */
export type RefusedAct = { act: string; note: string; error: AppError };

/** One report with its article, and the forms that close it. */
export function reportPage(
  c: AppContext,
  report: ReportWithArticle,
  refused: RefusedAct | null,
): Response {
  const title = reportWords.oneReport(report.number);
  const isEditor = hasRole(staff(c), "editor");
  const main = html`<div class="sheet-wide stack">
    <p><a href="${reportsPath}">← ${reportWords.reports}</a></p>
    <h1>${title}</h1>
    ${refused === null ? null : html`<p class="faults" role="alert">${refused.error.message}</p>`}
    ${refused === null && c.req.query("done") === "saved" ? html`<p class="done" role="status">${reportWords.done}</p>` : null}
    <p>
      <b>${report.title === "" ? newsroomWords.untitled : report.title}</b>
      <span class="soft">${reportWords.sentAt} ${renderShortTime(report.at)}</span>
    </p>
    <p class="row">
      <a class="button" href="${newsroomArticlePath(report.articleId)}"
        >${reportWords.openArticle}</a
      >
      ${report.isPublic ? html`<a class="button" href="${articlePath(report.slug)}">${reportWords.openPublic}</a>` : null}
    </p>
    ${renderReportText(report)} ${renderClosing(report)}
    ${isEditor ? renderActs(c.var.site, report, refused) : html`<p class="soft">${reportWords.editorsDecide}</p>`}
  </div>`;
  return newsroomPage(c, { title, current: "desk", main, status: refused?.error.status ?? 200 });
}

function renderReportText({ message, quote, contact, erasedAt }: ReportWithArticle): Html {
  if (erasedAt !== null) return html`<p><i>${reportWords.erased}</i></p>`;
  return html`<p class="reason">${message}</p>
    ${quote === "" ? null : html`<p>${reportWords.quoted} <q class="reason">${quote}</q></p>`}
    <p>${contact === "" ? reportWords.noContact : html`${reportWords.contactOf} ${contact}`}</p>`;
}

function renderClosing({ closing }: ReportWithArticle): Html | null {
  if (closing === null) return null;
  return html`<div class="note">
    <p>
      <b>${reportWords.outcomes[closing.outcome]}</b>
      <span class="soft">${closing.by} · ${renderShortTime(closing.at)}</span>
    </p>
    <p class="reason">${closing.note}</p>
  </div>`;
}

function renderActs(site: Site, report: ReportWithArticle, refused: RefusedAct | null): Html {
  const closes = report.closing === null;
  return html`${closes ? renderAnswer(site, report, refused) : null}
  ${closes && report.isPublic ? renderCorrection(report, refused) : null}
  ${report.erasedAt === null ? renderErasure(report) : null}`;
}

function renderAnswer(site: Site, report: ReportWithArticle, refused: RefusedAct | null): Html {
  const typed = refused?.act === "corrected" ? null : refused;
  return html`<section aria-labelledby="tra-loi">
    <h2 id="tra-loi">${reportWords.answer}</h2>
    ${
      mailAddress.test(report.contact)
        ? html`<p>
              <a class="button" href="${mailTo(site, report)}">${reportWords.writeMail}</a>
            </p>
            <p class="hint">${reportWords.mailHint}</p>`
        : null
    }
    <form class="stack" method="post" action="${reportPath(report.number)}">
      ${renderTextField({
        name: "note",
        label: reportWords.note,
        hint: reportWords.noteHint,
        value: typed?.note ?? "",
        error: typed === null ? null : findError(typed.error.errors, "note"),
        required: true,
        rows: 3,
      })}
      <p class="row">
        <button class="primary" type="submit" name="act" value="answered">
          ${reportWords.answered}
        </button>
        <button type="submit" name="act" value="closed">${reportWords.close}</button>
      </p>
    </form>
  </section>`;
}

function renderCorrection(report: ReportWithArticle, refused: RefusedAct | null): Html {
  const typed = refused?.act === "corrected" ? refused : null;
  return html`<details class="confirm plain" ${typed === null ? null : html`open`}>
    <summary>${reportWords.correct}</summary>
    <form class="stack" method="post" action="${reportPath(report.number)}">
      ${renderTextField({
        name: "note",
        id: "loi-dinh-chinh",
        label: reportWords.correction,
        hint: reportWords.correctHint,
        value: typed?.note ?? "",
        error: typed === null ? null : findError(typed.error.errors, "note"),
        required: true,
        rows: 3,
      })}
      <button class="primary" type="submit" name="act" value="corrected">
        ${reportWords.correctNow}
      </button>
    </form>
  </details>`;
}

function renderErasure({ number }: ReportWithArticle): Html {
  return renderDangerForm({
    action: reportPath(number),
    open: reportWords.erase,
    question: reportWords.eraseQuestion,
    go: reportWords.eraseNow,
    sent: { name: "act", value: "erase" },
  });
}

/** One address without what could add headers or another recipient to the message. */
const mailAddress = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

function mailTo(site: Site, { contact, title, slug, message }: ReportWithArticle): string {
  const subject = reportWords.mailSubject(title);
  const address = site.baseUrl + articlePath(slug);
  const body = reportWords.mailBody({ title, address, message, site: site.name });
  const encode = (text: string) => encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return `mailto:${contact}?subject=${encode(subject)}&body=${encode(body)}`;
}
