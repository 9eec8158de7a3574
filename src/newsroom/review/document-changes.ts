import { documentFields, describeRow } from "../../article/document-rows.ts";
import type { ArticleDocument } from "../../article/document.ts";
import { html, type Html } from "../../html/template.ts";
import { documentFormWords } from "../../vietnamese/words/document-form.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { compareWords, showReplaced } from "./text-diff.ts";
import { renderPieces } from "./word-marker.ts";

type Documents = readonly ArticleDocument[];

/** What changed in a list of documents: a line for each one that was added, removed or changed, and one for another order. */
export function renderDocumentChanges(before: Documents, after: Documents): Html[] {
  const formers = after.map((document) => findFormer(before, after, document));
  const removed = before.filter((document) => !formers.includes(document));
  const kept = formers.filter((document) => document !== null);
  const isInOrder = kept.every((document, n) => {
    const former = kept[n - 1];
    return former === undefined || before.indexOf(former) < before.indexOf(document);
  });
  return [
    ...removed.map((document) => renderLine(reviewWords.documentRemoved, document)),
    ...after.flatMap((document, n) => renderChange(formers[n] ?? null, document)),
    ...(isInOrder ? [] : [html`<li>${reviewWords.documentsMoved}</li>`]),
  ];
}

/** The same document before: of the same file, or with the same name or number where its file was replaced. Null if it is new. */
function findFormer(
  before: Documents,
  after: Documents,
  { file, name, number }: ArticleDocument,
): ArticleDocument | null {
  const same = before.find((one) => one.file === file);
  if (same !== undefined) return same;
  const lost = before.filter((one) => after.every((other) => other.file !== one.file));
  return (
    lost.find((one) => one.name === name || (number !== null && one.number === number)) ?? null
  );
}

function renderChange(former: ArticleDocument | null, document: ArticleDocument): Html[] {
  if (former === null) return [renderLine(reviewWords.documentAdded, document)];
  const lines = documentFields.flatMap((field) => {
    const [old, text] = [former[field] ?? "", document[field] ?? ""];
    if (old === text) return [];
    const pieces =
      field === "file" ? showReplaced(old.slice(0, 8), text.slice(0, 8)) : compareWords(old, text);
    return [html`<li>${documentFormWords.fields[field]}: ${renderPieces(pieces)}</li>`];
  });
  if (lines.length === 0) return [];
  return [
    html`<li>
      ${reviewWords.documentChanged(document.name)}
      <ul>
        ${lines}
      </ul>
    </li>`,
  ];
}

function renderLine(word: string, document: ArticleDocument): Html {
  return html`<li><b>${word}</b> ${describeRow(document)}</li>`;
}
