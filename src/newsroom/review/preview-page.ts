import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import type { PreviewedText } from "../../publishing/preview.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { renderChoiceField, renderCopyBox } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import {
  articleFormPath,
  newsroomArticlePath,
  newPreviewLinkPath,
  previewPath,
  previewedPagePath,
} from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";

export type Screen = "telephone" | "desktop";

export type PreviewPage = {
  text: PreviewedText;
  screen: Screen;
  /** A link that was made just now, or null. `endsAt` in ms. */
  made: { address: string; endsAt: number } | null;
};

export function renderPreviewPage(c: AppContext, page: PreviewPage): Response {
  const { text, made } = page;
  const { id } = text.article;
  const title = text.content.title === "" ? newsroomWords.untitled : text.content.title;
  const main = html`<h1>${reviewWords.previewOf(title)}</h1>
    <p class="soft">
      ${text.version === null ? reviewWords.unsaved : reviewWords.version(text.version)},
      ${renderShortTime(text.savedAt)}
    </p>
    <p class="row">
      <a class="button" href="${newsroomArticlePath(id)}">${reviewWords.backToArticle}</a>
      <a class="button" href="${articleFormPath(id)}">${reviewWords.edit}</a>
    </p>
    ${made === null ? null : renderMadeLink(made)} ${renderScreen(page)}
    ${made === null ? renderNewLink(text) : null}`;
  return newsroomPage(c, { title: reviewWords.previewOf(title), current: null, main });
}

function renderScreen({ text, screen: chosen }: PreviewPage): Html {
  const { article, version } = text;
  const address = previewedPagePath(article.id, version);
  const tab = (one: Screen) =>
    html`<li>
      <a
        class="button"
        href="${screenPath(text, one)}"
        ${one === chosen ? html`aria-current="true"` : null}
        >${reviewWords[one]}</a
      >
    </li>`;
  return html`<nav aria-label="${reviewWords.width}">
      <ul class="preview-tabs">
        ${tab("telephone")} ${tab("desktop")}
      </ul>
    </nav>
    <div class="preview-screen preview-${chosen}">
      <iframe src="${address}" title="${reviewWords.frame}"></iframe>
    </div>
    <p><a href="${address}" target="_blank">${reviewWords.openAlone}</a></p>`;
}

function screenPath({ article, version }: PreviewedText, screen: Screen): string {
  const named = version === null ? "" : `&version=${version}`;
  return `${previewPath(article.id)}?screen=${screen}${named}`;
}

/** Links show saved versions only, because a working copy still changes. */
function renderNewLink({ article, version }: PreviewedText): Html {
  const linked = version ?? article.version;
  return html`<h2 id="lien-ket">${reviewWords.link}</h2>
    <p class="hint">${reviewWords.linkHint(linked)}</p>
    ${version === null ? html`<p class="note">${reviewWords.linkSavedOnly(linked)}</p>` : null}
    <form method="post" action="${newPreviewLinkPath(article.id)}" class="preview-link-form stack">
      <input type="hidden" name="version" value="${linked}" />
      ${renderChoiceField({
        name: "hours",
        label: reviewWords.linkHours,
        value: "72",
        choices: linkHours.map((hours) => ({
          value: String(hours),
          label: reviewWords.hours[hours],
        })),
      })}
      <button type="submit">${reviewWords.makeLink}</button>
    </form>`;
}

function renderMadeLink({ address, endsAt }: { address: string; endsAt: number }): Html {
  return html`<div class="done" role="status">
    <p><b>${reviewWords.linkMade}</b></p>
    ${renderCopyBox(address)}
    <p>${reviewWords.linkEnds(formatShortDateTime(new Date(endsAt)))}</p>
  </div>`;
}

const hour = 60 * 60 * 1000;

/** The lifetimes of a preview link to choose from, in hours; the form proposes the second. */
export const linkHours = [24, 72, 168] as const;

export type LinkHours = (typeof linkHours)[number];

/** The time when a link that is made now ends, in ms. */
export function findLinkEnd(hours: LinkHours, now: number): number {
  return now + hours * hour;
}
