import { withQuery } from "../../addresses/address.ts";
import {
  changeHandbookEntryPath,
  handbookCsvPath,
  handbookPath,
  importHandbookPath,
  removeHandbookEntryPath,
} from "../../addresses/newsroom.ts";
import type { StoredEntry } from "../../article/handbook-store.ts";
import { maxHandbookEntries } from "../../article/handbook.ts";
import type { HandbookEntry } from "../../article/handbook.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { hasRole } from "../../people/person.ts";
import { handbookWords } from "../../vietnamese/words/handbook.ts";
import {
  findError,
  renderFormFaults,
  renderInputField,
  renderTextField,
  renderDangerForm,
} from "../fields.ts";
import { staff } from "../guard.ts";
import { renderAdminPage } from "./admin-page.ts";
import { maxEntry } from "./handbook.ts";

/** What was refused: `form` is the id of the entry whose form it was, "" for a new one, null for the file. */
export type RefusedEntry = { form: string | null; typed: HandbookEntry; error: AppError };

export type HandbookPage = {
  /** How many entries the handbook has. */
  count: number;
  /** The entries of this page. */
  entries: readonly StoredEntry[];
  /** What is searched, the page, from 1, and whether there is another. */
  question: { words: string; page: number; hasMore: boolean };
  message: string | null;
  refused: RefusedEntry | null;
};

/** Everybody reads the handbook; admins change it. */
export function showHandbook(c: AppContext, page: HandbookPage): Response {
  const { count, entries, message, refused, question } = page;
  const isAdmin = hasRole(staff(c), "admin");
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${handbookWords.lead} ${isAdmin ? null : handbookWords.readOnly}</p>
    ${message === null ? null : html`<p class="done" role="status">${message}</p>`}
    ${refused === null ? null : renderFormFaults(refused.error.errors, [])}
    ${refused !== null && refused.error.errors.length === 0 ? html`<p class="faults" role="alert">${refused.error.message}</p>` : null}
    ${isAdmin ? html`${renderAddForm(refused)} ${renderImportForm(refused)}` : null}
    <p class="row">
      <a href="${handbookCsvPath}">${handbookWords.csv}</a>
      <a href="${withQuery(handbookCsvPath, { separator: "comma" })}"
        >${handbookWords.americanCsv}</a
      >
    </p>
    <form class="row handbook-search" role="search" action="${handbookPath}">
      <div class="field">
        <label for="o-q">${handbookWords.search}</label>
        <input id="o-q" name="q" type="search" value="${question.words}" maxlength="100" />
      </div>
      <button type="submit">${handbookWords.find}</button>
    </form>
    <p class="soft">${handbookWords.count(count, maxHandbookEntries)}</p>
    ${
      entries.length === 0
        ? html`<p class="note">${count === 0 ? handbookWords.none : handbookWords.noMatch}</p>`
        : html`<ul class="lines" aria-label="${handbookWords.listed}">
            ${entries.map((entry) => renderLine(entry, isAdmin, refused))}
          </ul>`
    }
    ${renderPaging(question)}
  </div>`;
  return renderAdminPage(c, {
    title: handbookWords.title,
    current: "handbook",
    main,
    status: refused?.error.status ?? 200,
  });
}

function renderLine(entry: StoredEntry, isAdmin: boolean, refused: RefusedEntry | null): Html {
  const { text, wrongForms, note, id } = entry;
  return html`<li>
    <p><b>${text}</b></p>
    ${wrongForms.length === 0 ? null : html`<p class="soft">${handbookWords.wrong(wrongForms.join("; "))}</p>`}
    ${note === "" ? null : html`<p class="soft">${note}</p>`}
    ${
      isAdmin
        ? html`<div class="row">
            ${renderEditForm(entry, refused?.form === id ? refused : null)}
            ${renderRemoveForm(entry)}
          </div>`
        : null
    }
  </li>`;
}

function renderEditForm(entry: StoredEntry, refused: RefusedEntry | null): Html {
  const { id } = entry;
  return html`<details class="confirm" ${refused === null ? null : html`open`}>
    <summary aria-label="${handbookWords.edit}: ${entry.text}">${handbookWords.edit}</summary>
    <form method="post" action="${changeHandbookEntryPath(id)}" class="stack">
      <input type="hidden" name="seen-${id}" value="${entry.changedAt}" />
      ${renderFields(refused?.typed ?? entry, `-${id}`, refused)}
      <button class="primary" type="submit">${handbookWords.save}</button>
    </form>
  </details>`;
}

function renderRemoveForm({ id, text }: StoredEntry): Html {
  return renderDangerForm({
    action: removeHandbookEntryPath(id),
    open: handbookWords.remove,
    label: `${handbookWords.remove}: ${text}`,
    question: handbookWords.removeQuestion(text),
    go: handbookWords.removeNow,
  });
}

function renderAddForm(refused: RefusedEntry | null): Html {
  const again = refused?.form === "" ? refused : null;
  return html`<details class="confirm primary" ${again === null ? null : html`open`}>
    <summary>${handbookWords.add}</summary>
    <form method="post" action="${handbookPath}" class="stack">
      ${renderFields(again?.typed ?? null, "", again)}
      <button class="primary" type="submit">${handbookWords.addNow}</button>
    </form>
  </details>`;
}

function renderImportForm(refused: RefusedEntry | null): Html {
  const isRefused = refused !== null && refused.form === null;
  return html`<details class="confirm" ${isRefused ? html`open` : null}>
    <summary>${handbookWords.importTitle}</summary>
    <form method="post" action="${importHandbookPath}" enctype="multipart/form-data" class="stack">
      <div class="field">
        <label for="o-file">${handbookWords.file}</label>
        <p class="hint" id="o-file-goi-y">${handbookWords.importHint}</p>
        <input
          id="o-file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          required
          aria-describedby="o-file-goi-y"
        />
      </div>
      <button class="primary" type="submit">${handbookWords.importNow}</button>
    </form>
  </details>`;
}

/** The fields of an entry; the ending of their names keeps ids apart on a page with many. */
function renderFields(
  typed: HandbookEntry | null,
  ending: string,
  refused: RefusedEntry | null,
): Html {
  const errors = refused?.error.errors ?? [];
  return html`${renderInputField({
    name: `text${ending}`,
    label: handbookWords.text,
    hint: handbookWords.textHint,
    value: typed?.text ?? "",
    error: findError(errors, "text"),
    required: true,
    more: html`maxlength="${maxEntry.text}"`,
  })}
  ${renderTextField({
    name: `wrongForms${ending}`,
    label: handbookWords.wrongForms,
    hint: handbookWords.wrongFormsHint,
    value: typed?.wrongForms.join("\n") ?? "",
    error: findError(errors, "wrongForms"),
    rows: 3,
  })}
  ${renderInputField({
    name: `note${ending}`,
    label: handbookWords.note,
    value: typed?.note ?? "",
    error: findError(errors, "note"),
    more: html`maxlength="${maxEntry.note}"`,
  })}`;
}

function renderPaging({ words, page, hasMore }: HandbookPage["question"]): Html | null {
  if (page === 1 && !hasMore) return null;
  const link = (to: number, name: string): Html =>
    html`<a href="${withQuery(handbookPath, { q: words, page: String(to) })}">${name}</a>`;
  return html`<p class="row">
    ${page > 1 ? link(page - 1, handbookWords.newer) : null}
    ${hasMore ? link(page + 1, handbookWords.older) : null}
  </p>`;
}
