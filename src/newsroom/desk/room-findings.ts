import type { Finding } from "../../check/finding.ts";
import { html, type Html } from "../../html/template.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { fieldId } from "../fields.ts";
import { articleFormPath } from "../paths.ts";

/** What soát bài says of the text, what blocks first; each leads to its field in the form. */
export function roomFindings(articleId: string, findings: readonly Finding[]): Html {
  const blocks = findings.filter(({ severity }) => severity === "block");
  const warns = findings.filter(({ severity }) => severity === "warn");
  return html`<section aria-labelledby="soat-bai">
    <h2 id="soat-bai">${deskWords.findings}</h2>
    ${findings.length === 0 ? html`<p class="done">${deskWords.noFindings}</p>` : null}
    ${list(articleId, blocks, deskWords.toMend, "faults")}
    ${list(articleId, warns, deskWords.toLookAt, "note")}
  </section>`;
}

function list(
  articleId: string,
  findings: readonly Finding[],
  title: string,
  kind: "faults" | "note",
): Html | null {
  if (findings.length === 0) return null;
  return html`<div class="${kind} found">
    <h3>${title}</h3>
    <ul>
      ${findings.map((finding) => line(articleId, finding))}
    </ul>
  </div>`;
}

function line(articleId: string, { where, message, suggestion }: Finding): Html {
  return html`<li>
    ${message} ${suggestion === null ? null : deskWords.suggestion(suggestion)}
    <a class="mend" href="${articleFormPath(articleId)}#${fieldId(where.field)}"
      >${deskWords.mendInForm}</a
    >
  </li>`;
}
