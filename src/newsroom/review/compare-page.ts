import type { Article, ArticleContent, Section } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { newsroomArticlePath, versionPath, versionsPath } from "../../addresses/newsroom.ts";
import type { Passage } from "./text-diff.ts";
import { renderPieces } from "./word-marker.ts";
import { renderCompareForm } from "./versions-page.ts";
import { renderDocumentChanges } from "./document-changes.ts";
import { listContentFields, makeReadable } from "./content-fields.ts";
import { showReplaced, compareBodies, compareWords } from "./text-diff.ts";
import type { VersionLine } from "../../article/version-store.ts";

type Numbered = { number: number; content: ArticleContent };

export type ComparePage = {
  article: Article;
  from: Numbered;
  to: Numbered;
  sections: readonly Section[];
  versions: readonly VersionLine[];
};

/** The diff of two versions: by field, and in the body by paragraph and word. */
export function comparePage(c: AppContext, page: ComparePage): Response {
  const { article, from, to, versions } = page;
  const title = reviewWords.comparing(from.number, to.number);
  const fields = renderChangedFields(page);
  const sameBody = from.content.body === to.content.body;
  const look = ({ number }: Numbered) =>
    html`<a class="button" href="${versionPath(article.id, number)}"
      >${reviewWords.version(number)}</a
    >`;
  const main = html`<div class="sheet-wide">
    <h1>${title}</h1>
    <p><b>${article.title}</b></p>
    <p class="row">
      <a class="button" href="${newsroomArticlePath(article.id)}">${reviewWords.backToArticle}</a>
      <a class="button" href="${versionsPath(article.id)}">${reviewWords.allVersions}</a>
      ${look(from)} ${look(to)}
    </p>
    ${renderCompareForm(article.id, versions, { from: from.number, to: to.number })}
    ${
      fields.length === 0 && sameBody
        ? html`<p class="note">${reviewWords.identical}</p>`
        : html`<p class="hint">${reviewWords.legend}</p>
            ${fields}
            ${sameBody ? html`<p class="soft">${reviewWords.bodySame}</p>` : renderBodyChanges(page)}`
    }
  </div>`;
  return newsroomPage(c, { title, current: null, main });
}

function renderChangedFields({ article: { kind }, from, to, sections }: ComparePage): Html[] {
  const before = listContentFields(from.content, { sections, kind });
  return listContentFields(to.content, { sections, kind }).flatMap(
    ({ label, text, isChoice, documents }, place) => {
      const old = before[place]?.text ?? "";
      if (old === text) return [];
      if (documents !== undefined) {
        const changes = renderDocumentChanges(before[place]?.documents ?? [], documents);
        return [
          html`<section class="change">
            <h2>${label}</h2>
            <ul>
              ${changes}
            </ul>
          </section>`,
        ];
      }
      const pieces = isChoice ? showReplaced(old, text) : compareWords(old, text);
      return [
        html`<section class="change">
          <h2>${label}</h2>
          <p>${renderPieces(pieces)}</p>
        </section>`,
      ];
    },
  );
}

function renderBodyChanges({ from, to }: ComparePage): Html {
  const passages = compareBodies(makeReadable(from.content.body), makeReadable(to.content.body));
  return html`<section class="change">
    <h2>${reviewWords.body}</h2>
    ${passages.map(renderPassage)}
  </section>`;
}

/** What stayed is folded, so that a telephone shows what changed; a single paragraph is not worth a fold. */
function renderPassage(shown: Passage): Html {
  if (shown.kind === "changed") return html`<p class="changed">${renderPieces(shown.pieces)}</p>`;
  const paragraphs = shown.paragraphs.map((text) => html`<p class="unchanged">${text}</p>`);
  if (paragraphs.length === 1) return html`${paragraphs}`;
  return html`<details class="unchanged-run">
    <summary>${reviewWords.unchanged(paragraphs.length)}</summary>
    ${paragraphs}
  </details>`;
}
