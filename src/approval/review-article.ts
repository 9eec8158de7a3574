import { staffFilePath, versionPhotoPath } from "../addresses/newsroom.ts";
import { html, raw, type Html } from "../html/template.ts";
import { renderFullTime } from "../html/time.ts";
import { compareWords } from "../newsroom/review/text-diff.ts";
import { choosePhotoAboveText } from "../published/published-body.ts";
import { listLabels } from "../published/label-store.ts";
import type { Projection } from "../published/projection-store.ts";
import { buildProjection } from "../publishing/projection.ts";
import { toPublishedArticle } from "../publishing/preview.ts";
import { renderArticleEnd, renderCorrections, renderLeadFigure } from "../reading/article-parts.ts";
import { renderDocuments } from "../reading/document-list.ts";
import { writeBody, writeTextAddress } from "../reading/preview-page.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { compareBodyPlaces, noBodyChanges } from "../newsroom/review/body-changes.ts";
import type { BodyChanges, RemovedWords } from "../newsroom/review/body-changes.ts";
import { leadPhotoChange } from "./photo-change.ts";
import type { Review } from "./read-review.ts";
import { listMarkedPlaces } from "./remarks.ts";
import type { Remark } from "./remarks.ts";
import { renderBesideBlock, ReviewMarks } from "./review-marks.ts";
import { renderRemovedWords, WordMarker } from "../newsroom/review/word-marker.ts";

export type ReviewedArticle = {
  element: Html;
  /** Remarks whose words the article does not show. */
  rest: Remark[];
  hasUnmarked: boolean;
};

/** The way to write a note about what stands at a place of a field. */
export type BesideField = (field: string, start: number) => Html | null;

type ArticleInput = {
  review: Review;
  remarks: readonly Remark[];
  beside: BesideField;
  /** Stands under the title. */
  head: Html;
  now: number;
};

/** The article as readers will see it, from its title to its end, with what changed and with its remarks. */
export function reviewedArticle(input: ArticleInput): ReviewedArticle {
  const { review, remarks } = input;
  const { shown, former } = review;
  const changes =
    former === null ? noBodyChanges() : compareBodyPlaces(former.content.body, shown.content.body);
  const marks = makeBodyMarks(input, changes);
  const projection = projectReview(review, marks, input.now);
  const element = renderReviewArticle(input, projection, marks);
  const rest = [
    ...marks.restOfRemarks(),
    ...remarks.filter(({ field }) => !/^(?:title|lede|body|byline|leadPhoto)/.test(field)),
  ];
  return { element, rest, hasUnmarked: changes.hasUnmarked };
}

function makeBodyMarks({ remarks, beside }: ArticleInput, changes: BodyChanges): ReviewMarks {
  const { added, removedWords: removed, formats } = changes;
  const places = listMarkedPlaces(remarks, "body");
  return new ReviewMarks({
    changes,
    marker: new WordMarker({ added, removed, formats, places }),
    remarks: remarks.filter(({ field }) => field === "body"),
    beside: ({ start }) => beside("body", start),
  });
}

/** What readers would get if this version were published now, with marks in its body. */
function projectReview(review: Review, marks: ReviewMarks, now: number): Projection {
  const { article, shown, sources, updatedAt } = review;
  const version = {
    articleId: article.id,
    kind: article.kind,
    version: shown.number,
    slug: article.slug,
    content: { ...shown.content, section: shown.content.section ?? "" },
    publishedAt: article.publishedAt ?? article.scheduledAt ?? now,
    updatedAt,
  };
  return buildProjection(version, sources, marks);
}

function renderReviewArticle(
  input: ArticleInput,
  projection: Projection,
  marks: ReviewMarks,
): Html {
  const { review, remarks, head } = input;
  const { article, shown, sources } = review;
  const published = {
    ...toPublishedArticle(projection, review.sections),
    corrections: review.corrections,
  };
  const writeAddress = (path: string): string =>
    writeTextAddress(projection.photos, path, {
      photoAddress: (photo, variant) => versionPhotoPath(article.id, shown.number, photo, variant),
      fileAddress: staffFilePath,
    });
  const isPage = article.kind === "page";
  const time = html`<p class="article-time">
    ${renderFullTime(published.publishedAt)}${renderUpdated(published.updatedAt)}
  </p>`;
  const end = renderArticleEnd(published, listLabels(shown.content, sources.slugs));
  return html`<article class="article" id="bai">
    <header class="article-head">
      ${renderFieldPart(input, "title")} ${head} ${isPage ? null : time}
    </header>
    ${renderFieldPart(input, "lede")}
    ${leadPart(input, renderLeadFigure(choosePhotoAboveText(published), writeAddress))}
    <div class="article-body">
      ${raw(writeBody(projection.body, writeAddress))} ${marks.removedAtEnd()}
    </div>
    ${renderDocuments(published.documents, ({ file, address }) => staffFilePath(file, address))}
    ${renderCorrections(published)}
    ${
      isPage
        ? null
        : renderBesideBlock({
            id: "cuoi-bai",
            element: end,
            remarks: listElements(remarks, "byline"),
            beside: null,
          })
    }
  </article>`;
}

/** Title or lede, with its remarks. */
function renderFieldPart({ review, remarks, beside }: ArticleInput, name: "title" | "lede"): Html {
  const words = renderMarkedField(review, remarks, name);
  return renderBesideBlock({
    id: name === "title" ? "dau-bai" : "sapo",
    element:
      name === "title" ? html`<h1>${words}</h1>` : html`<p class="article-lede">${words}</p>`,
    remarks: listElements(remarks, name),
    beside: beside(name, 0),
  });
}

/** The remarks on a field and on its parts, such as "leadPhoto.alt" for "leadPhoto". */
function listElements(remarks: readonly Remark[], name: string): Html[] {
  return remarks.filter(({ field }) => field.startsWith(name)).map(({ element }) => element);
}

/** The words of a field without markup, with their marks. */
function renderMarkedField(
  { shown, former }: Review,
  remarks: readonly Remark[],
  name: "title" | "lede",
): Html {
  const text = shown.content[name];
  const before = former?.content[name] ?? text;
  if (text === "") {
    return html`${before === "" ? null : renderRemovedWords(before)}${name === "title" ? newsroomWords.untitled : null}`;
  }
  const added: { start: number; end: number }[] = [];
  const removed: RemovedWords[] = [];
  let at = 0;
  for (const { kind, text: words } of compareWords(before, text)) {
    if (kind === "removed") {
      removed.push({ at, side: at < text.length ? "before" : "after", text: words });
      continue;
    }
    if (kind === "added") added.push({ start: at, end: at + words.length });
    at += words.length;
  }
  const { length } = text;
  const marker = new WordMarker({
    added,
    removed,
    formats: [],
    places: listMarkedPlaces(remarks, name),
  });
  return marker.write({ text, pieces: [{ at: 0, length, from: 0, to: length }] });
}

/** The lead photo with what changed about it. Without a photo, it stands there if something is to be said. */
function leadPart({ review, remarks, beside }: ArticleInput, figure: Html | null): Html | null {
  const { former, shown } = review;
  const change =
    former === null ? null : leadPhotoChange(former.content.leadPhoto, shown.content.leadPhoto);
  const said = listElements(remarks, "leadPhoto");
  if (figure === null && change === null && said.length === 0) return null;
  return renderBesideBlock({
    id: "anh-dai-dien",
    element: html`${figure}`,
    remarks: change === null ? said : [change, ...said],
    beside: figure === null ? null : beside("leadPhoto", 0),
  });
}

function renderUpdated(at: number | null): Html | null {
  if (at === null) return null;
  return html` <span class="updated">${readingWords.updated} ${renderFullTime(at)}</span>`;
}
