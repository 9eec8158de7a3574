import { newsroomArticlePath, notePath } from "../../addresses/newsroom.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { LastReturn } from "../../article/event-store.ts";
import type { Note } from "../../article/note.ts";
import { findQuotedWords } from "../../check/quoted-words.ts";
import { html, type Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { noteWords } from "../../vietnamese/words/notes.ts";
import { fieldId } from "../fields.ts";

/** What the form says of an editor's wishes: the notes, and why the article was returned, if it is returned now. */
export type EditorWishes = {
  articleId: string;
  notes: readonly Note[];
  lastReturn: LastReturn | null;
};

/** The reason of the return and the notes of editors, beside the text. Ticking off sends the whole form, so nothing is lost. */
export function renderEditorNotes(wishes: EditorWishes | null, values: FormValues): Html | null {
  if (wishes === null) return null;
  const { articleId, notes, lastReturn } = wishes;
  const open = notes.filter(({ doneAt }) => doneAt === null);
  const done = notes.filter(({ doneAt }) => doneAt !== null);
  if (lastReturn === null && notes.length === 0) return null;
  const lines = (some: readonly Note[]) =>
    html`<ul class="note-list">
      ${some.map((note) => renderLine(note, articleId, values))}
    </ul>`;
  return html`<details class="form-part editor-notes" id="ghi-chu" open>
    <summary><h2>${noteWords.title}</h2></summary>
    ${lastReturn === null ? null : renderReturnReason(lastReturn)}
    ${open.length === 0 ? null : lines(open)}
    ${
      done.length === 0
        ? null
        : html`<details class="form-fold">
            <summary>${noteWords.doneOnes(done.length)}</summary>
            ${lines(done)}
          </details>`
    }
    <p><a href="${newsroomArticlePath(articleId)}#ghi-chu">${noteWords.history}</a></p>
  </details>`;
}

function renderReturnReason({ actor, at, reason }: LastReturn): Html {
  return html`<p class="note">
    <b>${noteWords.returnedBy(actor ?? "")}</b> <span class="reason">${reason ?? ""}</span>
    <span class="soft">${renderShortTime(at)}</span>
  </p>`;
}

/** A note. Its quotation leads to the words in the text; the script finds them as they are now. */
function renderLine(note: Note, articleId: string, values: FormValues): Html {
  const { id, author, at, text, doneBy, field, quote, before, after, place, photoId } = note;
  const leadPhoto = { photo: values["leadPhoto.photo"] };
  const { title, lede, body } = values;
  const isGone = findQuotedWords({ title, lede, body, leadPhoto }, note) === null;
  const words = photoId === null ? quote : noteWords.aboutPhoto;
  const quoted = JSON.stringify({ field, quote, before, after, place, photoId });
  return html`<li>
    ${
      text === ""
        ? null
        : html`<a class="quoted" href="#${fieldId(field)}" data-quoted="${quoted}"
              ><q>${words}</q></a
            >
            <i class="note-gone" ${isGone ? null : html`hidden`}>(${noteWords.changed})</i>`
    }
    <p class="reason">${text === "" ? noteWords.erased : text}</p>
    <p class="soft">
      ${author},
      ${renderShortTime(at)}${doneBy === null ? null : html`. ✓ ${noteWords.doneBy(doneBy)}`}
    </p>
    <button type="submit" name="act" value="note.${id}" data-tick="${notePath(articleId, id)}">
      ${doneBy === null ? noteWords.done : noteWords.reopen}
    </button>
  </li>`;
}
