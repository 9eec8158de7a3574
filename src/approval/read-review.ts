import type { Article, ArticleContent, Section, Version } from "../article/article.ts";
import { listNamedPhotoIds } from "../article/article-photos.ts";
import { readArticle } from "../article/article-store.ts";
import { readNotes } from "../article/note-store.ts";
import type { Note } from "../article/note.ts";
import { readDismissals } from "../article/dismissal-store.ts";
import { readSections } from "../article/section-store.ts";
import { readFormerVersion, readShownVersion, recordView } from "../article/version-view-store.ts";
import { recordFirstOpening } from "../article/opening-store.ts";
import { presenceTimeout, readOtherWriters } from "../article/working-copy-store.ts";
import { AppError } from "../errors.ts";
import { readHistory } from "../newsroom/article/overview-store.ts";
import type { HistoryLine } from "../newsroom/article/overview-store.ts";
import { isUnmetRequirement, requireActor } from "../people/requirement-store.ts";
import { readPhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import { readCorrections } from "../published/correction-store.ts";
import { readLabelSlugs } from "../published/label-store.ts";
import { readHandbook } from "../article/handbook-store.ts";
import { readNearLabels } from "../published/label-suggestion-store.ts";
import type { Correction } from "../published/published.ts";
import type { SortedFindings } from "../publishing/dismissals.ts";
import type { ActContext } from "../publishing/permission.ts";
import { readFiles } from "../file/file-store.ts";
import type { StoredFile } from "../file/file.ts";
import { listFileIds } from "../publishing/article-documents.ts";
import { keepRecordings } from "../publishing/article-recordings.ts";
import { keepPhotos } from "../publishing/projection.ts";
import type { ProjectionSources } from "../publishing/projection.ts";
import { findSortedFindings } from "../publishing/proofreading.ts";
import { findUpdateTime } from "../publishing/release.ts";
import { joinStatements } from "../request/joined-database.ts";
import { readSimilarTitles } from "../search/search-index-store.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** A version of the review, without photos that were erased. */
type ReviewedVersion = { number: number; content: ArticleContent };

/** What the review page shows. */
export type Review = {
  article: Article;
  shown: ReviewedVersion;
  /** The version with which the shown one is compared, or null. */
  former: ReviewedVersion | null;
  findings: SortedFindings;
  history: HistoryLine[];
  sections: readonly Section[];
  corrections: Correction[];
  sources: ProjectionSources;
  /** The time after "Cập nhật" once this version is published, ms. */
  updatedAt: number | null;
  notes: Note[];
  /** The names of other people who have the form open. */
  writers: string[];
};

/** Events of the history that the page needs. */
const maxEvents = 30;

/**
 * Records that an editor opens an article, and reads what the review page shows: two round trips, whatever the article holds.
 * `isShown` is false if the editor does not see the page yet: then the submission can still be taken back.
 * AppErrors not-found; forbidden if the editor has lost the right to act.
 */
export async function readReview(
  { db, actor, now }: ActContext,
  id: string,
  isShown: boolean,
): Promise<Review> {
  const viewer = { articleId: id, personId: actor.id };
  const first = joinStatements(db);
  const [, , article, newest, before, dismissals, history, sections, corrections, notes, writers] =
    await Promise.all([
      requireActor(first, actor, now).run(),
      isShown ? recordView(first, viewer, now).run() : null,
      readArticle(first, id),
      readShownVersion(first, id),
      readFormerVersion(first, viewer),
      readDismissals(first, id),
      readHistory(first, id, maxEvents),
      readSections(first),
      readCorrections(first, id),
      readNotes(first, id),
      readOtherWriters(first, viewer, now - presenceTimeout),
      ...(isShown ? [recordFirstOpening(first, viewer, now).run()] : []),
    ]).catch(throwRightLost);
  if (article === null || newest === null) throw new AppError("not-found", articleWords.notFound);
  if (article.discardedAt !== null) throw new AppError("gone", articleWords.discarded);
  const second = joinStatements(db);
  const contents = [newest, before].flatMap((one) => (one === null ? [] : [one.content]));
  const [photos, files, publishedTitles, knownLabels, handbook, slugs, updatedAt] =
    await Promise.all([
      readPhotos(second, contents.flatMap(listNamedPhotoIds)),
      readFiles(second, contents.flatMap(listFileIds)),
      readSimilarTitles(second, newest.content.title, id),
      readNearLabels(second, newest.content),
      readHandbook(second),
      readLabelSlugs(second, [newest.content]),
      findUpdateTime(second, article, { version: newest.number, content: newest.content }, now),
    ]);
  const shown = toReviewed(newest, photos, files);
  const known = {
    kind: article.kind,
    photos,
    files,
    publishedTitles,
    knownLabels,
    handbook,
    dismissals,
  };
  return {
    article,
    shown,
    former: before === null ? null : toReviewed(before, photos, files),
    findings: findSortedFindings(shown.content, known, now),
    history,
    sections,
    corrections,
    sources: { photos, files, slugs },
    updatedAt,
    notes,
    writers: writers.map(({ name }) => name),
  };
}

function throwRightLost(error: unknown): never {
  throw isUnmetRequirement(error) ? new AppError("forbidden", articleWords.rightLost) : error;
}

function toReviewed(
  { number, content }: Version,
  photos: Map<string, Photo>,
  files: Map<string, StoredFile>,
): ReviewedVersion {
  return { number, content: keepRecordings(keepPhotos(content, photos), files) };
}
