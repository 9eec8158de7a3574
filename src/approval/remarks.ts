import { articleFormPath } from "../addresses/newsroom.ts";
import { findFieldName } from "../article/article-fields.ts";
import type { ArticleContent } from "../article/article.ts";
import { readShortExcerpt } from "../check/excerpt.ts";
import type { Finding } from "../check/finding.ts";
import { html, type Html } from "../html/template.ts";
import { fieldId } from "../newsroom/fields.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import type { MarkedPlace } from "./word-marker.ts";

/** A finding or a note beside the words that it is about. `start` and `end` are null if it is about its whole field. */
export type Remark = {
  number: number;
  kind: MarkedPlace["kind"];
  field: string;
  start: number | null;
  end: number | null;
  element: Html;
};

/** In UTF-16 units. */
const maxSuggestionLength = 120;

export function findingRemark(
  finding: Finding,
  number: number,
  { articleId, content }: { articleId: string; content: ArticleContent },
): Remark {
  const { where, severity, message } = finding;
  const excerpt = readShortExcerpt(content, where);
  const suggestion = (finding.suggestion ?? "").trim().slice(0, maxSuggestionLength);
  const form = `${articleFormPath(articleId)}#${fieldId(findFieldName(where.field))}`;
  const element = html`<div class="remark remark-${severity}" id="nhan-${number}">
    <p>
      <b>${reviewPageWords.severities[severity]}:</b> ${message}
      ${excerpt === "" ? null : html`<q>${excerpt}</q>`}
      ${suggestion === "" ? null : reviewPageWords.suggestion(suggestion)}
    </p>
    <a target="_self" href="${form}">${reviewPageWords.mend}</a>
  </div>`;
  return { number, kind: severity, ...where, element };
}

/** The places of the remarks in the words of one field. Between two letters, the letter before it is marked. */
export function listMarkedPlaces(remarks: readonly Remark[], field: string): MarkedPlace[] {
  return remarks.flatMap((remark) => {
    const { start, end, number, kind } = remark;
    if (remark.field !== field || start === null || end === null) return [];
    return [{ start: start === end ? Math.max(0, start - 1) : start, end, number, kind }];
  });
}
