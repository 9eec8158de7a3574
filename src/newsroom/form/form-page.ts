import type { Article, Section } from "../../article/article.ts";
import type { OtherWriter } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { linkStylesheet } from "../../html/stylesheet.ts";
import { html, type Html } from "../../html/template.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { formWords, approveWords } from "../../vietnamese/words/form.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import type { Person } from "../../people/person.ts";
import { findError, renderFormFaults } from "../fields.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { articleFormPath, newsroomArticlePath, articlesPath } from "../../addresses/newsroom.ts";
import { renderApproveSheet, correctionField, mayApproveInForm } from "./approve-form.ts";
import { renderRecordingField } from "./form-recordings.ts";
import { renderDocumentFields } from "./form-documents.ts";
import { renderEditorNotes } from "./editor-notes.ts";
import type { EditorWishes } from "./editor-notes.ts";
import { renderFindingsPanel } from "./findings-panel.ts";
import {
  renderAboutFields,
  leadPhotoFields,
  renderPageFields,
  renderPhotoFields,
  renderRareFields,
  renderTextFields,
} from "./form-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { FieldError } from "../../errors.ts";
import { fieldNames, findFieldName } from "../../article/article-fields.ts";
import { renderTextPhotos } from "./text-photos.ts";
import type { Photo } from "../../photo/photo.ts";
import { kindOfKey } from "./typed-form.ts";
import type { Proofread } from "./proofread-values.ts";

/** A message above the form. */
export type FormMessage = { kind: "done" | "note" | "faults"; text: string };

/** What the form shows. */
export type FormView = {
  /** Null for an article that was never saved: `key` then names it. */
  article: Article | null;
  /** The id that the article has, or will have. */
  id: string;
  key: string;
  baseVersion: number;
  values: FormValues;
  /** The correction for readers that was typed and not published. */
  correction: string;
  errors: FieldError[];
  message: FormMessage | null;
  /** When the working copy that is shown was saved, ms; null if a version is shown. */
  workingSince: number | null;
  status: number;
  /** Whether the server has all of the shown text, though the form was sent and is shown again. */
  isSaved?: boolean;
  /** Whether the signed-in user made the newest version. False if that is unknown. */
  isOwnVersion: boolean;
};

type FormPage = FormView & {
  sections: readonly Section[];
  others: readonly OtherWriter[];
  proof: Proofread | null;
  /** The photos that the body names, by id. */
  photos: ReadonlyMap<string, Photo>;
  /** What editors wish; null for a new article. */
  wishes: EditorWishes | null;
};

/** The style of what script puts in the place of the body's field. */
const editorStyle = linkStylesheet("editor");

/** The form of an article. Everything works without script. */
export function formPage(c: AppContext, page: FormPage): Response {
  const { article, values } = page;
  const kind = article?.kind ?? kindOfKey(page.key);
  const words = formWords.kinds[kind];
  const name = article === null ? words.create : words.edit;
  const action = article === null ? articlesPath : articleFormPath(article.id);
  const errors = page.errors.map(({ path, message }) => ({ path: findFieldName(path), message }));
  const shown = { values, errors };
  const main = html`<form
    class="article-form article-form-wide"
    id="bai"
    method="post"
    action="${action}"
    enctype="multipart/form-data"
    novalidate
    data-article="${article?.id ?? ""}"
    data-kind="${kind}"
    data-version="${page.baseVersion}"
    data-person="${staff(c).id}"
    ${page.message?.text === formWords.savedNotSubmitted ? html`data-refused` : null}
    ${page.isOwnVersion ? html`data-own` : null}
    data-id="${page.id}"
    ${c.req.method === "POST" && page.isSaved !== true ? html`data-unsaved` : null}
  >
    ${renderDefaultButton()}
    <div class="form-head">
      <h1>${name}</h1>
      ${article === null ? null : renderStatus(article)}
    </div>
    ${renderMessages(page)}
    ${renderFormFaults(errors, [...fieldNames, "leadPhoto.file", "photos", "recordings"])}
    <input type="hidden" name="version" value="${page.baseVersion}" />
    <input type="hidden" name="key" value="${page.key}" />
    <input type="hidden" name="person" value="${staff(c).id}" />
    <div class="form-columns">
      ${renderTextFields(shown, kind)}
      <div class="form-side">
        ${renderEditorNotes(page.wishes, values)}
        ${renderFindingsPanel(page.proof, article === null ? null : staff(c))}
        ${kind === "page" ? renderPageFields(shown) : renderAboutFields(shown, page.sections)}
        ${renderPhotoFields(shown, renderTextPhotos(values.body, values["leadPhoto.photo"], page.photos))}
        ${leadPhotoFields(shown)} ${renderRecordingField(page.errors)}
        ${renderDocumentFields(values.documents, listDocumentErrors(page.errors))}
        ${kind === "page" ? null : renderRareFields(shown)}
      </div>
    </div>
    ${renderBar(article, staff(c), { typed: page.correction, error: findError(errors, correctionField) })}
  </form>`;
  const title = article === null ? name : `${name}: ${article.title || newsroomWords.untitled}`;
  const current = article === null ? ("write" as const) : null;
  return newsroomPage(c, { title, current, main, status: page.status, style: editorStyle });
}

/** Errors of one field of a document stand beside it; those of its file stand with the field for more. */
function listDocumentErrors(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ path, message }) => ({
    path: /^documents\.\d+\.file$/.test(path) ? "documents" : path,
    message,
  }));
}

/**
 * Enter in a one-line field presses the first button of a form. Without script this one saves; script makes it do nothing. It is
 * not `hidden`, because WebKit then presses the next button.
 */
function renderDefaultButton(): Html {
  return html`<button
    class="default-button"
    type="submit"
    name="act"
    value="save"
    tabindex="-1"
    aria-hidden="true"
  >
    ${formWords.save}
  </button>`;
}

function renderStatus({ id, state, isPublic }: NonNullable<FormPage["article"]>): Html {
  return html`<p class="row soft">
    <span class="state state-${state}">${newsroomWords.states[state]}</span>
    <a href="${newsroomArticlePath(id)}">${formWords.toArticlePage}</a>
    ${isPublic ? html`<span>${formWords.publicNow}</span>` : null}
    ${state === "submitted" ? html`<span>${formWords.waitingNow}</span>` : null}
  </p>`;
}

/** The message, the other writers, and a note if a working copy is shown. */
function renderMessages({ message, others, workingSince, baseVersion }: FormPage): Html {
  return html`${message === null ? null : html`<p class="${message.kind}" role="status">${message.text}</p>`}
    <div
      class="note others"
      id="nguoi-khac"
      role="status"
      ${others.length === 0 ? html`hidden` : null}
    >
      <p>
        <b>${others.length === 0 ? "" : formScriptWords.writing(others.map(({ name }) => name))}</b>
      </p>
      <p>${formWords.othersAdvice}</p>
    </div>
    ${workingSince === null ? null : renderWorkingCopyNote(workingSince, baseVersion)}`;
}

function renderWorkingCopyNote(since: number, baseVersion: number): Html {
  return html`<div class="note" id="ban-tu-luu">
    <p>${formWords.workingCopy(formatShortDateTime(new Date(since)))}</p>
    <details class="confirm">
      <summary>${formWords.dropWorkingCopy}</summary>
      <div>
        <p>${formWords.dropQuestion(baseVersion)}</p>
        <p>
          <button class="danger" type="submit" name="act" value="discard">
            ${formWords.dropWorkingCopy}
          </button>
        </p>
      </div>
    </details>
  </div>`;
}

/** An eye, shown instead of the word "Xem trước" while the bar has only one line. */
const previewIcon = html`<svg
  viewBox="0 0 24 24"
  width="24"
  height="24"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.75"
>
  <path d="M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12Z" />
  <circle cx="12" cy="12" r="3" />
</svg>`;

/** The bar at the foot of the window. The script writes into its status line. */
function renderBar(
  article: Article | null,
  person: Person,
  correction: { typed: string; error: string | null },
): Html {
  const isWaiting = article?.state === "submitted";
  const approves = article !== null && mayApproveInForm(person, article);
  return html`<div class="form-bar">
    <p class="form-status" id="tinh-trang" role="status"></p>
    <div class="form-acts">
      ${
        isWaiting && !approves
          ? null
          : html`<button type="submit" name="act" value="save">
              ${isWaiting ? approveWords.update : formWords.save}
            </button>`
      }
      <button type="submit" name="act" value="preview">
        ${previewIcon}<span>${formWords.preview}</span>
      </button>
      ${
        approves
          ? renderApproveSheet(article, correction)
          : isWaiting
            ? html`<button class="primary" type="submit" name="act" value="save">
                ${formWords.updateWaiting}
              </button>`
            : html`<button class="primary" type="submit" name="act" value="submit">
                ${formWords.submit}
              </button>`
      }
    </div>
  </div>`;
}
