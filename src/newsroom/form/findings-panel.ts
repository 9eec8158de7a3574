import type { Dismissal } from "../../article/dismissal-store.ts";
import { mayDismiss, needsEditor } from "../../check/dismissal.ts";
import { readExcerpt, readShortExcerpt } from "../../check/excerpt.ts";
import type { Finding } from "../../check/finding.ts";
import { html, type Html } from "../../html/template.ts";
import { hasRole } from "../../people/person.ts";
import type { Person } from "../../people/person.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { confirmWords, dismissWords, findingWords } from "../../vietnamese/words/findings.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { fieldId } from "../fields.ts";
import { findFieldName } from "../../article/article-fields.ts";
import type { Proofread } from "./proofread-values.ts";

/**
 * The findings of the form, each with a link to its field. Dismissing sends the whole form, so that typed text is not
 * lost. `person` is the signed-in user; null for a new article, which has no id yet, so that nobody can dismiss its
 * findings.
 */
export function renderFindingsPanel(proof: Proofread | null, person: Person | null): Html {
  const isEditor = person !== null && hasRole(person, "editor");
  const open = proof?.findings.open ?? [];
  const numbered = open.map((finding, n) => {
    const fields =
      person !== null && mayDismiss(finding, isEditor)
        ? renderDismissalFields(proof, finding, n)
        : null;
    return { finding, line: html`<li>${renderFindingText(proof, finding)} ${fields}</li>` };
  });
  const blocks = numbered.filter(({ finding }) => finding.severity === "block");
  const warnings = numbered.filter(({ finding }) => finding.severity === "warn");
  return html`<details
    class="form-part findings"
    open
    id="soat-bai"
    data-dismissals="${JSON.stringify(listKnownDismissals(proof))}"
    ${proof === null ? null : html`data-findings="${JSON.stringify(listAllFindings(proof))}"`}
    ${isEditor ? html`data-editor` : null}
    ${proof === null ? html`hidden` : null}
  >
    <summary><h2>${findingWords.findings}</h2></summary>
    <div>
      ${open.length === 0 ? html`<p class="soft">${findingWords.noFindings}</p>` : null}
      ${
        blocks.length === 0
          ? null
          : html`<h3>${findingWords.blocking(blocks.length)}</h3>
              <ul class="finding-list blocks">
                ${blocks.map(({ line }) => line)}
              </ul>`
      }
      ${
        warnings.length === 0
          ? null
          : html`<h3>${findingWords.toLookAt(warnings.length)}</h3>
              <ul class="finding-list">
                ${warnings.map(({ line }) => line)}
              </ul>`
      }
      ${renderDismissed(proof?.findings.dismissed ?? [])}
    </div>
  </details>`;
}

/** All findings, for the script: it cannot find all of them itself. */
function listAllFindings({ findings }: Proofread): Finding[] {
  return [...findings.open, ...findings.dismissed.map(({ finding }) => finding)];
}

/** All dismissals of the article, for the script: undoing may bring back a text whose finding was dismissed. */
function listKnownDismissals(proof: Proofread | null): Omit<Dismissal, "at">[] {
  return (proof?.findings.dismissals ?? []).map(({ rule, field, excerpt, reason, person }) => ({
    rule,
    field,
    excerpt,
    reason,
    person,
  }));
}

function renderFindingText(proof: Proofread | null, { where, message, suggestion }: Finding): Html {
  const place = `#${fieldId(findFieldName(where.field))}`;
  const excerpt = proof === null ? "" : readShortExcerpt(proof.content, where);
  return html`<a href="${place}">${message}</a>
    ${excerpt === "" ? null : html`<q class="excerpt">${excerpt}</q>`}
    ${
      suggestion === null
        ? null
        : html`<p class="soft">${formWords.suggestion(suggestion.slice(0, 200))}</p>`
    }`;
}

/** The fields that dismiss a finding. They are sent with the rest of the form. */
function renderDismissalFields(proof: Proofread | null, finding: Finding, n: number): Html | null {
  if (proof === null) return null;
  const { rule, where } = finding;
  const which = JSON.stringify({
    rule,
    field: where.field,
    excerpt: readExcerpt(proof.content, where),
  });
  const words = needsEditor(rule) ? confirmWords : dismissWords;
  return html`<details class="dismissal">
    <summary>${words.open}</summary>
    <div class="field">
      <input type="hidden" name="finding.${n}" value="${which}" />
      <label for="reason-${n}">${words.reason}</label>
      <input type="text" id="reason-${n}" name="reason.${n}" maxlength="500" autocomplete="off" />
      <p>
        <button type="submit" name="act" value="dismiss.${n}">${words.now}</button>
      </p>
    </div>
  </details>`;
}

/** Folded: what was dismissed, by whom and why. */
function renderDismissed(dismissed: SortedFindings["dismissed"]): Html | null {
  if (dismissed.length === 0) return null;
  return html`<details class="form-fold">
    <summary>${findingWords.dismissed(dismissed.length)}</summary>
    <ul class="finding-list">
      ${dismissed.map(
        ({ finding, dismissal }) =>
          html`<li>
            ${finding.message}
            <p class="soft">
              ${formWords.dismissedBy(dismissal.person, formatShortDateTime(new Date(dismissal.at)))}
              <q>${dismissal.reason}</q>
            </p>
          </li>`,
      )}
    </ul>
  </details>`;
}
