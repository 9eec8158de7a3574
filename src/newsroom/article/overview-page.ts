import type { AppContext } from "../../context.ts";
import { publicPath } from "../../addresses/public.ts";
import { html, type Html } from "../../html/template.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { documentWords } from "../../vietnamese/words/document.ts";
import { deskWords, sayOfKind } from "../../vietnamese/words/desk.ts";
import { reportWords } from "../../vietnamese/words/reports.ts";
import { frontWords } from "../../vietnamese/words/front.ts";
import { hasRole } from "../../people/person.ts";
import { renderFormFaults } from "../fields.ts";
import { staff } from "../guard.ts";
import { readText } from "../form-data.ts";
import { newsroomPage } from "../newsroom-page.ts";
import {
  arrangeFrontPath,
  arrangeSectionPath,
  articleFormPath,
  comparePath,
  previewPath,
  putFirstPath,
  reportsOfArticlePath,
  versionsPath,
} from "../../addresses/newsroom.ts";
import { makeActForms } from "./act-forms.ts";
import type { RefusedAct } from "./act-form.ts";
import { actFields } from "./act-input.ts";
import { renderDeliveryNote } from "./delivery.ts";
import { renderOverviewFiles } from "./overview-files.ts";
import { renderOverviewFindings } from "./overview-findings.ts";
import { renderHistoryLines, renderOverviewHistory } from "./overview-history.ts";
import { renderOverviewNotes } from "./overview-notes.ts";
import { renderOverviewStatus } from "./overview-status.ts";
import { renderShareMessage } from "./share-message.ts";
import { renderOverviewLinks } from "./overview-links.ts";
import type { Overview } from "./overview.ts";

/** The article page, with what is wrong with the refused act above it, if any. */
export function renderOverviewPage(
  c: AppContext,
  overview: Overview,
  refused: RefusedAct | null,
): Response {
  const { article, content } = overview;
  const title = content.title === "" ? newsroomWords.untitled : content.title;
  const forms = makeActForms(overview, refused);
  const main = html`<div class="sheet-wide article-overview">
    ${refused === null ? renderDoneNote(c, overview) : renderRefusal(overview, refused)}
    <h1>${title}</h1>
    ${renderOverviewStatus(overview)} ${article.isPublic ? renderDelivery(overview) : null}
    ${renderViews(overview)} ${renderOpenReports(overview)}
    ${article.discardedAt === null ? renderPlaces(overview, c.var.site.baseUrl) : null}
    ${hasRole(staff(c), "editor") ? renderPromotion(overview) : null}
    ${content.lede === "" ? null : html`<p class="overview-lede">${content.lede}</p>`}
    ${
      article.discardedAt === null
        ? renderOverviewFindings({ articleId: article.id, content, findings: overview.findings })
        : null
    }
    ${renderOtherActs(forms.others)} ${renderOverviewNotes(article.id, overview.notes)}
    ${renderOverviewFiles(article.id, overview.files, staff(c))}
    ${renderOverviewLinks(overview.links)} ${renderOverviewHistory(article, overview.history)}
    ${renderMainActs(overview, forms.main)}
  </div>`;
  const status = refused?.error?.status ?? 200;
  return newsroomPage(c, { title, current: "desk", main, status });
}

/** That the act of the signed-in user was done. */
function renderDoneNote(c: AppContext, { article, justDone }: Overview): Html | null {
  const message =
    c.req.query("done") === "file-erased"
      ? documentWords.erased
      : justDone === null
        ? undefined
        : deskWords.justDone[justDone];
  return message === undefined
    ? null
    : html`<p class="done" role="status">${sayOfKind(article.kind, message)}</p>`;
}

/** What is wrong with the form, or the events since it was opened. */
function renderRefusal(
  { article, history }: Overview,
  { error, seen, form }: RefusedAct,
): Html | null {
  if (error === null) return null;
  if (error.code === "invalid") {
    return error.errors.length === 0
      ? html`<p class="faults" role="alert">${sayOfKind(article.kind, error.message)}</p>`
      : (renderFormFaults(error.errors, Object.values(actFields)) ?? html``);
  }
  const since = history.filter(({ number }) => number > seen);
  if (error.code !== "conflict" || seen === 0 || since.length === 0) {
    return html`<p class="faults" role="alert">${sayOfKind(article.kind, error.message)}</p>`;
  }
  return html`<div class="faults" role="alert">
    <p><b>${sayOfKind(article.kind, deskWords.changedMeanwhile)}</b></p>
    <p>${deskWords.whatHappened}</p>
    ${renderHistoryLines(article.id, article.kind, since)} ${renderTypedText(form)}
    <p>${sayOfKind(article.kind, deskWords.presentState)}</p>
  </div>`;
}

const hour = 60 * 60 * 1000;

/** The typed text, because its form may no longer be on the page. */
function renderTypedText(form: FormData): Html | null {
  const fields = [
    actFields.returnReason,
    actFields.withdrawReason,
    actFields.correction,
    actFields.dateReason,
  ];
  const typed = fields.map((name) => readText(form, name)).find((text) => text !== "");
  if (typed === undefined) return null;
  return html`<p>${deskWords.youTyped} <span class="reason">${typed}</span></p>`;
}

/** Articles published before delivery checks existed have none; nothing is shown for them. */
function renderDelivery({ article, delivery: seen, history }: Overview): Html | null {
  const publication = history.find(({ type }) => type === "published");
  if (seen === null && Date.now() - (publication?.at ?? 0) > hour) return null;
  return renderDeliveryNote(article, seen);
}

function renderViews({ views }: Overview): Html | null {
  return views === null ? null : html`<p class="soft">${deskWords.views(views)}</p>`;
}

/** Leads to the errors that readers reported. */
function renderOpenReports({ article, openReports }: Overview): Html | null {
  if (openReports === 0) return null;
  return html`<p class="note">
    <a href="${reportsOfArticlePath(article.id)}">${reportWords.openReports(openReports)}</a>
  </p>`;
}

/** Links to the form, preview, versions and public page, and the message for a chat group. */
function renderPlaces({ article, version, publicTitle }: Overview, baseUrl: string): Html {
  const { id, isPublic, approvedVersion } = article;
  const before = isPublic && approvedVersion !== null ? approvedVersion : version - 1;
  return html`<div class="row">
    <a class="button" href="${articleFormPath(id)}">${sayOfKind(article.kind, deskWords.edit)}</a>
    <a class="button" href="${previewPath(id)}">${deskWords.preview}</a>
    ${
      isPublic
        ? html`<a class="button" href="${publicPath(article)}">${deskWords.openPublic}</a>`
        : null
    }
    ${
      version === 1
        ? null
        : html`<a class="button" href="${versionsPath(id)}">${deskWords.allVersions}</a>`
    }
    ${
      before < 1 || before === version
        ? null
        : html`<a class="button" href="${comparePath(id, before, version)}"
            >${isPublic ? deskWords.compareWithPublished : deskWords.compareWithBefore}</a
          >`
    }
    ${renderShareMessage(article, publicTitle, baseUrl)}
  </div>`;
}

/** Leads to the forms of the front page and of the section's page with this article on top. */
function renderPromotion({ article, section }: Overview): Html | null {
  const { id, kind, isPublic, section: slug } = article;
  if (!isPublic || kind !== "article" || slug === null) return null;
  return html`<p>
    ${frontWords.promote}
    <a href="${putFirstPath(arrangeFrontPath, id)}">${frontWords.promoteToFront}</a> ·
    <a href="${putFirstPath(arrangeSectionPath(slug), id)}"
      >${frontWords.promoteToSection(section ?? slug)}</a
    >
  </p>`;
}

function renderOtherActs(forms: readonly Html[]): Html | null {
  if (forms.length === 0) return null;
  return html`<section aria-labelledby="viec">
    <h2 id="viec">${deskWords.acts}</h2>
    <div class="stack">${forms}</div>
  </section>`;
}

/** The main acts, in a bar at the foot of the window. */
function renderMainActs({ findings, acts }: Overview, forms: readonly Html[]): Html | null {
  const blocks = findings.open.filter(({ severity }) => severity === "block").length;
  const stopped = blocks > 0 && (acts.submit || acts.approve !== null);
  if (forms.length === 0 && !stopped) return null;
  return html`<div class="act-bar" role="group" aria-label="${deskWords.acts}">
    ${stopped ? html`<p><a href="#soat-bai">${deskWords.blocks(blocks)}</a></p>` : null} ${forms}
  </div>`;
}
