import { articleFormPath, notePath } from "../addresses/newsroom.ts";
import { findFieldName } from "../article/article-fields.ts";
import type { ArticleContent } from "../article/article.ts";
import type { Note } from "../article/note.ts";
import { findQuotedWords } from "../check/quoted-words.ts";
import { renderShortTime } from "../html/time.ts";
import { reviewFields } from "../newsroom/article/act-input.ts";
import { cutText } from "../vietnamese/cut-text.ts";
import { noteWords } from "../vietnamese/words/notes.ts";
import { readShortExcerpt } from "../check/excerpt.ts";
import type { Finding } from "../check/finding.ts";
import { html, type Html } from "../html/template.ts";
import { fieldId } from "../newsroom/fields.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import type { MarkedPlace } from "../newsroom/review/word-marker.ts";

/** A finding or a note beside the words that it is about. `start` and `end` are null if it is about its whole field. */
export type Remark = {
  number: number;
  /** The words of a note that was ticked off are not marked. */
  kind: MarkedPlace["kind"] | "done";
  field: string;
  start: number | null;
  end: number | null;
  element: Html;
};

/** The text that the remarks are about. */
type ReviewedText = { articleId: string; content: ArticleContent };

/** In UTF-16 units. */
const maxSuggestionLength = 120;

export function describeFinding(
  finding: Finding,
  number: number,
  { articleId, content }: ReviewedText,
): Remark {
  const { where, severity, message } = finding;
  const excerpt = readShortExcerpt(content, where);
  const suggestion = cutText((finding.suggestion ?? "").trim(), maxSuggestionLength);
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

/** A note at the place of its words in the text as it is now. */
export function noteRemark(note: Note, number: number, shown: ReviewedText): Remark {
  const where = findQuotedWords(shown.content, note) ?? { field: "note", start: null, end: null };
  const isMarked = note.photoId === null && note.doneAt === null;
  const element = html`<div
    class="remark remark-note ${note.doneAt === null ? "" : "remark-done"}"
    id="nhan-${number}"
  >
    ${renderNoteText(note, where.field === "note")} ${renderTickForm(note, shown.articleId)}
  </div>`;
  return { number, kind: isMarked ? "note" : "done", ...where, element };
}

/** Who wrote a note when, about which words, and who ticked it off. */
function renderNoteText(note: Note, isGone: boolean): Html {
  const { author, at, version, quote, photoId, text, doneBy } = note;
  return html`<p>
      <b>${author}</b>
      <span class="soft">${renderShortTime(at)}, ${noteWords.inVersion(version)}</span>
    </p>
    <p>
      ${quote === "" ? null : html`<q>${quote}</q>`}
      ${photoId === null ? null : noteWords.aboutPhoto}
      ${isGone && text !== "" ? html`<i>(${noteWords.changed})</i>` : null}
    </p>
    <p class="note-text">${text === "" ? noteWords.erased : text}</p>
    ${doneBy === null ? null : html`<p class="soft">✓ ${noteWords.doneBy(doneBy)}</p>`}`;
}

function renderTickForm({ id, doneAt }: Note, articleId: string): Html {
  return html`<form method="post" target="_self" action="${notePath(articleId, id)}">
    <input type="hidden" name="${reviewFields.page}" value="review" />
    <button class="quiet" type="submit" name="done" value="${doneAt === null ? 1 : 0}">
      ${doneAt === null ? noteWords.done : noteWords.reopen}
    </button>
  </form>`;
}

/** The places of the remarks in the words of one field. Between two letters, the letter before it is marked. */
export function listMarkedPlaces(remarks: readonly Remark[], field: string): MarkedPlace[] {
  return remarks.flatMap((remark) => {
    const { start, end, number, kind } = remark;
    if (remark.field !== field || start === null || end === null || kind === "done") return [];
    return [{ start: start === end ? Math.max(0, start - 1) : start, end, number, kind }];
  });
}
