import {
  articleFormPath,
  comparePath,
  deskPath,
  newsroomArticlePath,
} from "../addresses/newsroom.ts";
import type { Article } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import type { Finding } from "../check/finding.ts";
import { contentPolicy } from "../html/content-policy.ts";
import { makeIdentityStyle } from "../html/identity-style.ts";
import { renderDocument, htmlType, renderIconLinks } from "../html/page.ts";
import { firstPaintScript, findBuiltFile } from "../html/built-files.ts";
import { linkStylesheet } from "../html/stylesheet.ts";
import { html, type Html } from "../html/template.ts";
import { renderShortTime } from "../html/time.ts";
import type { RefusedAct } from "../newsroom/article/act-form.ts";
import { renderHistoryLines } from "../newsroom/article/overview-history.ts";
import { renderEditsNote } from "../newsroom/article/overview-status.ts";
import { renderShareMessage } from "../newsroom/article/share-message.ts";
import { renderDocumentChanges } from "../newsroom/review/document-changes.ts";
import { listContentFields } from "../newsroom/review/content-fields.ts";
import { articleStyle } from "../reading/page-styles.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { deskWords } from "../vietnamese/words/desk.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import { placeBesideField, renderNoteTemplate } from "./note-form.ts";
import type { NoteDraft } from "./note-form.ts";
import { renderApprovalSection, renderDecisionBar } from "./decision-forms.ts";
import { renderChangedLine, renderReplacedLine } from "./photo-change.ts";
import { describeFinding, noteRemark } from "./remarks.ts";
import type { Remark } from "./remarks.ts";
import { reviewedArticle } from "./review-article.ts";
import type { ReviewedArticle } from "./review-article.ts";
import type { Review } from "./read-review.ts";

const reviewScript = findBuiltFile("js", "review");

const reviewStyle = linkStylesheet("review");

/** How the page is shown: with why an act was refused, and with the form of a note, or nulls. */
type ReviewView = { refused: RefusedAct | null; composer: NoteDraft | null; now: number };

/** The page on which an editor reads an article and decides; with why an act was refused, if it was. */
export function reviewPage(
  c: AppContext,
  review: Review,
  { refused, composer, now }: ReviewView,
): Response {
  const { site } = c.var;
  const { shown, article } = review;
  const remarks = listRemarks(review);
  const beside = placeBesideField(review, composer);
  const read = reviewedArticle({ review, remarks, beside, head: renderReviewHead(review), now });
  const title = shown.content.title === "" ? newsroomWords.untitled : shown.content.title;
  const document = renderDocument({
    title: `${reviewPageWords.title(title)} | ${newsroomWords.newsroom}`,
    head: html`<meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <base target="_blank" />
      ${renderIconLinks()} ${articleStyle.element} ${makeIdentityStyle(site).element}
      ${reviewStyle.element}
      <script src="${firstPaintScript}"></script>
      <script type="module" src="${reviewScript}"></script>`,
    body: html`<main class="review" id="noi-dung">
      ${refused === null ? null : renderRefusal(review, refused)} ${read.element}
      <p class="end-of-text" id="het-bai">${reviewPageWords.endOfText}</p>
      ${renderNoteTemplate(review, composer)} ${renderMargin(review, read)}
      ${renderApprovalSection(c, review, refused)} ${renderPlaces(article, site.baseUrl)}
      ${renderDecisionBar(c, review, refused)}
    </main>`,
  });
  return new Response(document, {
    status: refused?.error?.status ?? composer?.error?.status ?? 200,
    headers: {
      "content-type": htmlType,
      "content-security-policy": contentPolicy([
        articleStyle,
        makeIdentityStyle(site),
        reviewStyle,
      ]),
    },
  });
}

function listRemarks({ article, shown, findings, notes }: Review): Remark[] {
  const text = { articleId: article.id, content: shown.content };
  return [
    ...findings.open.map((finding, n) => describeFinding(finding, n + 1, text)),
    ...notes.map((note, n) => noteRemark(note, findings.open.length + n + 1, text)),
  ];
}

/** Under the title: the version, who submitted it, what it is compared with, and the switch for the marks. */
function renderReviewHead({ article, shown, former, history, writers }: Review): Html {
  const submitted = history.find(({ type }) => type === "submitted");
  const isPublished =
    former !== null && article.isPublic && former.number === article.approvedVersion;
  return html`<div class="review-head">
    <p>
      <span>${reviewPageWords.version(shown.number)}</span>
      ${
        submitted === undefined
          ? null
          : html`<span
              >${reviewPageWords.submittedBy(submitted.actor ?? "")}
              ${renderShortTime(submitted.at)}</span
            >`
      }
      ${
        former === null
          ? null
          : html`<a target="_self" href="${comparePath(article.id, former.number, shown.number)}"
              >${isPublished ? reviewPageWords.sincePublished(former.number) : reviewPageWords.since(former.number)}</a
            >`
      }
    </p>
    ${
      former === null
        ? null
        : html`<label class="show-changes"
            ><input type="checkbox" id="hien-cho-doi" checked />
            ${reviewPageWords.showChanges}</label
          >`
    }
    ${
      shown.number === article.version
        ? null
        : html`<p>${reviewPageWords.notNewest(shown.number, article.version)}</p>`
    }
    ${writers.length === 0 ? null : html`<p>${reviewPageWords.beingWritten(writers.join(", "))}</p>`}
    ${renderEditsNote(article, shown.number, history)}
  </div>`;
}

/** Why an act was not done, and what happened since the page was opened. */
function renderRefusal({ article, history }: Review, { error, seen }: RefusedAct): Html | null {
  if (error === null) return null;
  const since = error.code === "conflict" ? history.filter(({ number }) => number > seen) : [];
  const isNewer = seen > 0 && since.length > 0;
  return html`<div class="faults" role="alert">
    <p><b>${isNewer ? deskWords.changedMeanwhile : error.message}</b></p>
    ${
      error.errors.length === 0
        ? null
        : html`<ul>
            ${error.errors.map(({ message }) => html`<li>${message}</li>`)}
          </ul>`
    }
    ${
      isNewer
        ? html`${renderHistoryLines(article.id, article.kind, since)}
            <p>${reviewPageWords.changedSince}</p>`
        : null
    }
  </div>`;
}

/** After the text: what else changed, findings without a place in it, and what readers do not see in it. */
function renderMargin(review: Review, { rest, hasUnmarked }: ReviewedArticle): Html {
  const { article, shown, former } = review;
  return html`<section class="besides">
    ${renderFindingSummary(review.findings.open, rest)} ${renderDismissedFindings(review)}
    <h2>${reviewPageWords.about}</h2>
    <ul class="facts">
      ${renderFacts(review)}
    </ul>
    ${
      hasUnmarked && former !== null
        ? html`<p class="remark">
            ${reviewPageWords.unmarked}
            <a target="_self" href="${comparePath(article.id, former.number, shown.number)}"
              >${reviewPageWords.compare}</a
            >
          </p>`
        : null
    }
  </section>`;
}

function renderFindingSummary(open: readonly Finding[], rest: readonly Remark[]): Html {
  const blocks = open.filter(({ severity }) => severity === "block").length;
  const summary =
    open.length === 0
      ? reviewPageWords.noFindings
      : `${deskWords.findings}: ${reviewPageWords.findingCount(blocks, open.length - blocks)}.`;
  return html`<p>${summary}</p>
    ${rest.length === 0 ? null : html`<div class="remarks">${rest.map(({ element }) => element)}</div>`}`;
}

function renderDismissedFindings({ findings: { dismissed } }: Review): Html | null {
  if (dismissed.length === 0) return null;
  return html`<details>
    <summary>${reviewPageWords.letStand(dismissed.length)}</summary>
    <ul>
      ${dismissed.map(
        ({ finding, dismissal }) =>
          html`<li>
            ${finding.message} ${reviewPageWords.letStandBy(dismissal.person)}
            <q>${dismissal.reason}</q>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Fields that the page shows in other places. */
const shownElsewhere = 2;

/** What an article says besides its text, and how it changed. The words of the lead photo are shown under it. */
function renderFacts({ article: { kind }, shown, former, sections }: Review): (Html | null)[] {
  const before = former === null ? null : listContentFields(former.content, { sections, kind });
  return listContentFields(shown.content, { sections, kind }).map(
    ({ label, text, isChoice, isOfPhoto, documents }, n) => {
      if (n < shownElsewhere || isOfPhoto) return null;
      const old = before?.[n]?.text ?? text;
      if (documents !== undefined) {
        const changes = renderDocumentChanges(before?.[n]?.documents ?? documents, documents);
        // The article itself shows the list as it is now.
        return changes.length === 0
          ? null
          : html`<li>
              ${label}:
              <ul>
                ${changes}
              </ul>
            </li>`;
      }
      if (old === text) {
        return text === "" ? null : html`<li>${label}: ${text}</li>`;
      }
      return isChoice ? renderReplacedLine(label, old, text) : renderChangedLine(label, old, text);
    },
  );
}

function renderPlaces(article: Article, baseUrl: string): Html {
  const { id } = article;
  return html`<div class="places">
    <a target="_self" href="${newsroomArticlePath(id)}">${reviewPageWords.toArticle}</a>
    <a target="_self" href="${deskPath}">${reviewPageWords.toDesk}</a>
    <a target="_self" href="${articleFormPath(id)}">${reviewPageWords.edit}</a>
    ${renderShareMessage(article, null, baseUrl)}
  </div>`;
}
