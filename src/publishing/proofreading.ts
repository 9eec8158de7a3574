import type { Article, ArticleContent, ArticleKind } from "../article/article.ts";
import { readHandbook } from "../article/handbook-store.ts";
import { readNearLabels } from "../published/label-suggestion-store.ts";
import { readSimilarTitles } from "../search/search-index-store.ts";
import { listPhotoIds } from "../article/article-photos.ts";
import { readVersion } from "../article/version-store.ts";
import { checkArticle } from "../check/check-article.ts";
import type { CheckedArticle, CheckedFile, CheckedPhoto } from "../check/checked-article.ts";
import type { Finding } from "../check/finding.ts";
import { readDismissals } from "../article/dismissal-store.ts";
import type { Dismissal } from "../article/dismissal-store.ts";
import { AppError } from "../errors.ts";
import { readFiles } from "../file/file-store.ts";
import { readPhotos } from "../photo/photo-store.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { listFileIds } from "./article-documents.ts";
import { separateDismissed } from "./dismissals.ts";
import type { SortedFindings } from "./dismissals.ts";
import type { ActContext } from "./permission.ts";

/**
 * What soát bài needs besides the text: the article's id, the time, what is known of photos that are not stored yet and of
 * files that were read already, and what normalising changed.
 */
export type Circumstances = {
  articleId: string;
  kind: ArticleKind;
  now: number;
  photos?: ReadonlyMap<string, CheckedPhoto>;
  files?: ReadonlyMap<string, CheckedFile>;
  normalised?: CheckedArticle["normalised"];
};

/** The findings of soát bài (src/check/) in a text, separated by the dismissals of its article. */
export async function proofread(
  db: D1Database,
  content: ArticleContent,
  { articleId, kind, now, photos: givenPhotos, files: givenFiles, normalised = [] }: Circumstances,
): Promise<SortedFindings> {
  const [photos, files, publishedTitles, knownLabels, handbook, dismissals] = await Promise.all([
    givenPhotos ?? readPhotos(db, listPhotoIds(content)),
    givenFiles ?? readFiles(db, listFileIds(content)),
    readSimilarTitles(db, content.title, articleId),
    readNearLabels(db, content),
    readHandbook(db),
    readDismissals(db, articleId),
  ]);
  const known = {
    kind,
    photos,
    files,
    publishedTitles,
    knownLabels,
    handbook,
    dismissals,
    normalised,
  };
  return findSortedFindings(content, known, now);
}

/** What soát bài needs of the database. */
export type ProofreadingSources = Pick<
  CheckedArticle,
  "kind" | "photos" | "files" | "publishedTitles" | "knownLabels" | "handbook"
> &
  Pick<Circumstances, "normalised"> & { dismissals: readonly Dismissal[] };

/** The findings in a text from what was read already. */
export function findSortedFindings(
  content: ArticleContent,
  { dismissals, normalised = [], ...sources }: ProofreadingSources,
  now: number,
): SortedFindings {
  const today = new Date(now);
  const findings = checkArticle({ ...content, ...sources, normalised, today });
  return separateDismissed(content, findings, dismissals);
}

/** The content of a version that may be published. AppError invalid names the field of each blocking finding. */
export async function refuseBlocked(
  { db, now }: Pick<ActContext, "db" | "now">,
  article: Article,
  version: number,
): Promise<ArticleContent> {
  const found = await readVersion(db, article.id, version);
  if (found === null) throw new AppError("not-found", articleWords.versionNotFound(version));
  const { open } = await proofread(db, found.content, {
    articleId: article.id,
    kind: article.kind,
    now,
  });
  throwIfBlocked(open);
  return found.content;
}

/** AppError invalid when a finding blocks. */
export function throwIfBlocked(findings: readonly Finding[]): void {
  const blocks = findings.filter((finding) => finding.severity === "block");
  if (blocks.length === 0) return;
  const errors = blocks.map(({ where, message }) => ({ path: where.field, message }));
  throw new AppError("invalid", articleWords.blocked, errors);
}
