import type { Article, Version } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { renderFormFaults } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import {
  newsroomArticlePath,
  comparePath,
  previewedPagePath,
  restorePath,
  versionsPath,
} from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import { renderStatus } from "./versions-page.ts";

export type VersionPage = {
  article: Article;
  version: Version;
  /** Words for each of its photos that was erased since. */
  lost: readonly string[];
  /** Why restoring was refused, or null. */
  refusal: AppError | null;
};

/** One version as readers would see it, with the form to restore it. */
export function renderVersionPage(c: AppContext, page: VersionPage): Response {
  const { article, version, refusal } = page;
  const { number, content, createdAt } = version;
  const title = reviewWords.versionOf(
    number,
    content.title === "" ? newsroomWords.untitled : content.title,
  );
  const address = previewedPagePath(article.id, number);
  const main = html`<h1>${title}</h1>
    <p class="soft">${renderShortTime(createdAt)} ${renderStatus(article, number)}</p>
    ${refusal === null ? null : renderRefusal(refusal)}
    <p class="row">
      <a class="button" href="${newsroomArticlePath(article.id)}">${reviewWords.backToArticle}</a>
      <a class="button" href="${versionsPath(article.id)}">${reviewWords.allVersions}</a>
      ${renderComparison(article.id, number - 1, number)}
      ${number < article.version ? renderComparison(article.id, number, article.version) : null}
    </p>
    ${number === article.version ? null : renderRestoreForm(page)}
    <div class="preview-screen preview-version">
      <iframe src="${address}" title="${reviewWords.frame}"></iframe>
    </div>
    <p><a href="${address}" target="_blank">${reviewWords.openAlone}</a></p>`;
  const status = refusal?.status ?? 200;
  return newsroomPage(c, { title, current: null, main, status });
}

function renderRefusal({ message, errors }: AppError): Html {
  const [first] = errors;
  if (first === undefined) return html`<p class="faults" role="alert">${message}</p>`;
  return html`${renderFormFaults(errors, [])}`;
}

/** Named by the version that stands on the other side. */
function renderComparison(id: string, from: number, to: number): Html | null {
  if (from < 1) return null;
  return html`<a class="button" href="${comparePath(id, from, to)}"
    >${reviewWords.comparing(from, to)}</a
  >`;
}

function renderRestoreForm({ article, version, lost, refusal }: VersionPage): Html {
  return html`<details class="confirm primary" ${refusal === null ? null : html`open`}>
    <summary>${reviewWords.restore}</summary>
    <form method="post" action="${restorePath(article.id, version.number)}" class="stack">
      <p>${reviewWords.restoreQuestion(version.number, article.version + 1)}</p>
      ${
        lost.length === 0
          ? null
          : html`<div class="note">
              <p>${reviewWords.restoreWithout(lost.length)}</p>
              <ul>
                ${lost.map((words) => html`<li>${words}</li>`)}
              </ul>
            </div>`
      }
      <input type="hidden" name="newest" value="${article.version}" />
      <button class="primary" type="submit">${reviewWords.restoreNow}</button>
    </form>
  </details>`;
}
