import {
  comparePath,
  compareVersionsPath,
  newsroomArticlePath,
  versionPath,
} from "../../addresses/newsroom.ts";
import type { Article } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderChoiceField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import type { VersionLine } from "../../article/version-store.ts";
import { renderShortTime } from "../../html/time.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";

/** Every version of an article, the newest first. */
export function renderVersionsPage(
  c: AppContext,
  article: Article,
  versions: readonly VersionLine[],
): Response {
  const title = reviewWords.versionsOf(article.title);
  const [newest, before] = versions;
  const main = html`<div class="sheet-wide">
    <h1>${title}</h1>
    <p>
      <a class="button" href="${newsroomArticlePath(article.id)}">${reviewWords.backToArticle}</a>
    </p>
    <ol class="lines" reversed>
      ${versions.map((version, place) => renderLine(article, version, versions[place + 1] ?? null))}
    </ol>
    ${
      newest === undefined || before === undefined
        ? null
        : html`<h2>${reviewWords.compare}</h2>
            ${renderCompareForm(article.id, versions, { from: before.number, to: newest.number })}`
    }
  </div>`;
  return newsroomPage(c, { title, current: null, main });
}

function renderLine(article: Article, version: VersionLine, before: VersionLine | null): Html {
  const { number, title, author, createdAt, reason } = version;
  return html`<li>
    <p>
      <a href="${versionPath(article.id, number)}"
        ><b>${reviewWords.version(number)}</b>: ${title === "" ? newsroomWords.untitled : title}</a
      >
      ${renderStatus(article, number)}
    </p>
    <p class="soft">
      ${reviewWords.savedBy(author)}, ${renderShortTime(createdAt)}${renderSaveReason(reason)}
    </p>
    ${
      before === null
        ? null
        : html`<p>
            <a class="version-link" href="${comparePath(article.id, before.number, number)}"
              >${reviewWords.changesSince(before.number)}</a
            >
          </p>`
    }
  </li>`;
}

function renderSaveReason(reason: string | null): Html | null {
  return reason === null ? null : html`<br />${reason}`;
}

/** Whether a version is published, scheduled, newest or older. */
export function renderStatus(article: Article, number: number): Html {
  const marks = [
    number === article.version && reviewWords.newest,
    article.isPublic && number === article.approvedVersion && reviewWords.shown,
    number === article.scheduledVersion && reviewWords.scheduled,
  ].filter((mark) => mark !== false);
  return html`${marks.map((mark) => html` <span class="state">${mark}</span>`)}`;
}

/** The form to choose two versions to compare. */
export function renderCompareForm(
  articleId: string,
  versions: readonly VersionLine[],
  { from, to }: { from: number; to: number },
): Html {
  const choices = versions.map(({ number }) => ({
    value: String(number),
    label: reviewWords.version(number),
  }));
  return html`<form class="row compare-form" action="${compareVersionsPath(articleId)}">
    ${renderChoiceField({ name: "from", label: reviewWords.from, value: String(from), choices })}
    ${renderChoiceField({ name: "to", label: reviewWords.to, value: String(to), choices })}
    <button type="submit">${reviewWords.compareNow}</button>
  </form>`;
}
