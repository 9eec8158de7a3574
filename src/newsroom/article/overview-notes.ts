import { notePath } from "../../addresses/newsroom.ts";
import type { Note } from "../../article/note.ts";
import { html, type Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { noteWords } from "../../vietnamese/words/notes.ts";

/** Every note of an article, done or not: its author, its time, its words, and the person who marked it done. */
export function renderOverviewNotes(articleId: string, notes: readonly Note[]): Html | null {
  if (notes.length === 0) return null;
  return html`<section aria-labelledby="ghi-chu">
    <h2 id="ghi-chu">${noteWords.title}</h2>
    <ul class="lines">
      ${notes.map((note) => renderLine(articleId, note))}
    </ul>
  </section>`;
}

function renderLine(articleId: string, note: Note): Html {
  const { id, author, at, version, doneAt, doneBy } = note;
  return html`<li>
    ${renderShortTime(at)} <b>${author}</b> ${noteWords.inVersion(version)} ${renderNoteBody(note)}
    <form class="row" method="post" action="${notePath(articleId, id)}">
      ${
        doneBy === null || doneAt === null
          ? null
          : html`<span class="soft"
              >✓ ${noteWords.doneBy(doneBy)}, ${renderShortTime(doneAt)}</span
            >`
      }
      <button type="submit" name="done" value="${doneAt === null ? 1 : 0}">
        ${doneAt === null ? noteWords.done : noteWords.reopen}
      </button>
    </form>
  </li>`;
}

/** The words that a note quotes, and what it says. */
function renderNoteBody({ quote, photoId, text }: Note): Html {
  return html`${quote === "" ? null : html`<q>${quote}</q>`}
    ${photoId === null ? null : html`<i>${noteWords.aboutPhoto}</i>`}
    <p class="reason">${text === "" ? noteWords.erased : text}</p>`;
}
