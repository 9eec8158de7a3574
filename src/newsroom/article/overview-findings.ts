import { findFieldName } from "../../article/article-fields.ts";
import { readShortExcerpt } from "../../check/excerpt.ts";
import type { ExcerptedArticle } from "../../check/excerpt.ts";
import type { Finding } from "../../check/finding.ts";
import { html, type Html } from "../../html/template.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { fieldId } from "../fields.ts";
import { articleFormPath } from "../../addresses/newsroom.ts";

/** A text, and its findings. */
type CheckedText = { articleId: string; content: ExcerptedArticle; findings: SortedFindings };

/** In UTF-16 units. */
const maxSuggestionLength = 120;

/** The findings, blocking ones first, each with a link to its field in the form. Dismissed ones are folded. */
export function renderOverviewFindings(text: CheckedText): Html {
  const { open, dismissed } = text.findings;
  const blocks = open.filter(({ severity }) => severity === "block");
  const warns = open.filter(({ severity }) => severity === "warn");
  return html`<section aria-labelledby="soat-bai">
    <h2 id="soat-bai">${deskWords.findings}</h2>
    ${open.length === 0 ? html`<p class="done">${deskWords.noFindings}</p>` : null}
    ${list(text, blocks, deskWords.toMend, "faults")}
    ${list(text, warns, deskWords.toLookAt, "note")} ${renderDismissedFindings(dismissed)}
  </section>`;
}

function list(
  text: CheckedText,
  findings: readonly Finding[],
  title: string,
  kind: "faults" | "note",
): Html | null {
  if (findings.length === 0) return null;
  return html`<div class="${kind} found">
    <h3>${title}</h3>
    <ul>
      ${findings.map((finding) => renderLine(text, finding))}
    </ul>
  </div>`;
}

function renderLine(
  { articleId, content }: CheckedText,
  { where, message, suggestion }: Finding,
): Html {
  const excerpt = readShortExcerpt(content, where);
  const proposed = (suggestion ?? "").trim().slice(0, maxSuggestionLength);
  return html`<li>
    ${message} ${excerpt === "" ? null : html`<q>${excerpt}</q>`}
    ${proposed === "" ? null : deskWords.suggestion(proposed)}
    <a class="mend" href="${articleFormPath(articleId)}#${fieldId(findFieldName(where.field))}"
      >${deskWords.mendInForm}</a
    >
  </li>`;
}

function renderDismissedFindings(dismissed: SortedFindings["dismissed"]): Html | null {
  if (dismissed.length === 0) return null;
  return html`<details class="let-stand">
    <summary>${deskWords.letStand(dismissed.length)}</summary>
    <ul class="lines">
      ${dismissed.map(
        ({ finding, dismissal }) =>
          html`<li>
            ${finding.message}
            <p class="soft">${deskWords.letStandBy(dismissal.person)} <q>${dismissal.reason}</q></p>
          </li>`,
      )}
    </ul>
  </details>`;
}
