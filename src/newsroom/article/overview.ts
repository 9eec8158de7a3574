import { isSameContent } from "../../article/article.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import { readArticle } from "../../article/article-store.ts";
import type { EventType } from "../../article/event-store.ts";
import { readNotes } from "../../article/note-store.ts";
import type { Note } from "../../article/note.ts";
import { readVersion } from "../../article/version-store.ts";
import {
  presenceTimeout,
  readOtherWriters,
  readWorkingCopy,
} from "../../article/working-copy-store.ts";
import type { WorkingCopy } from "../../article/working-copy-store.ts";
import { readFirstOpening } from "../../article/opening-store.ts";
import type { Opening } from "../../article/opening-store.ts";
import { AppError } from "../../errors.ts";
import type { Person } from "../../people/person.ts";
import { listPreviewLinks } from "../../people/preview-link-store.ts";
import type { PreviewLink } from "../../people/preview-link-store.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";
import { listFileIds } from "../../publishing/article-documents.ts";
import { mayEdit } from "../../publishing/permission.ts";
import { proofread } from "../../publishing/proofreading.ts";
import type { DeliveryCheck } from "../../publishing/delivery-store.ts";
import { readDeliveryCheck } from "../../publishing/delivery-store.ts";
import { readViewCounts } from "../../published/view-store.ts";
import type { ViewCounts } from "../../published/view-store.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { findPossibleActs } from "./allowed-acts.ts";
import type { PossibleActs } from "./allowed-acts.ts";
import { readFilesOfArticle, readOverviewFacts } from "./overview-store.ts";
import type { FileOfArticle, OverviewFacts } from "./overview-store.ts";

/** The data of the article page. */
export type Overview = OverviewFacts & {
  article: Article;
  /** The version that is shown: the scheduled one, else the newest. */
  version: number;
  /** Whether the time of a scheduled publication has come. */
  isOverdue: boolean;
  content: ArticleContent;
  findings: SortedFindings;
  files: FileOfArticle[];
  /** The delivery check of the published version; null if it has not run. */
  delivery: DeliveryCheck | null;
  acts: PossibleActs;
  /** When the signed-in user's working copy was saved, ms; null if there is none. */
  unsavedAt: number | null;
  /** The preview links that people may still open. */
  links: PreviewLink[];
  /** The notes of editors, the oldest first. */
  notes: Note[];
  /** Names of other users who have the form open. */
  writers: string[];
  /** Who opened the submission first, besides its owner. */
  opening: Opening | null;
  /** How often readers opened the article; null if they never could. */
  views: ViewCounts | null;
  /** The newest event, if the signed-in user caused it within the last minute. */
  justDone: EventType | null;
};

/** For so long after an act its page says that it was done, in ms. */
const justNow = 60_000;

/** Reads an article that the person may edit. AppError not-found if there is none or they may not. */
export async function readStaffArticle(
  db: D1Database,
  person: Person,
  id: string,
): Promise<Article> {
  const article = await readArticle(db, id);
  if (article !== null && mayEdit(person, article)) return article;
  throw new AppError("not-found", articleWords.notFound);
}

export async function readOverview(
  db: D1Database,
  person: Person,
  article: Article,
  now: number,
): Promise<Overview> {
  const version = article.scheduledVersion ?? article.version;
  const { id, isPublic, approvedVersion } = article;
  const desk = { articleId: id, personId: person.id };
  const [facts, found, delivery, unsaved, writers, links, notes, opening, views] =
    await Promise.all([
      readOverviewFacts(db, article),
      readVersion(db, id, version),
      isPublic && approvedVersion !== null ? readDeliveryCheck(db, id, approvedVersion) : null,
      readWorkingCopy(db, desk),
      readOtherWriters(db, desk, now - presenceTimeout),
      listPreviewLinks(db, id, now),
      readNotes(db, id),
      article.state === "submitted" ? readFirstOpening(db, id) : null,
      article.kind === "article" && article.publishedAt !== null
        ? readViewCounts(db, [id], now)
        : null,
    ]);
  if (found === null) throw new Error(`article ${id} lacks its version ${version}`);
  const { content } = found;
  const [findings, files] = await Promise.all([
    proofread(db, content, { articleId: id, kind: article.kind, now }),
    readFilesOfArticle(db, id, listFileIds(content)),
  ]);
  const unsavedAt = unsaved === null ? null : await findUnsavedTime(db, article, unsaved);
  const [latest] = facts.history;
  const isJustDone = latest?.actorId === person.id && now - latest.at < justNow;
  const wasSubmitted = facts.history.some(({ type }) => type === "submitted");
  const acts = findPossibleActs(person, article, { wasSubmitted, wasOpened: opening !== null });
  return {
    ...facts,
    article,
    version,
    isOverdue: article.scheduledAt !== null && article.scheduledAt <= now,
    content,
    findings,
    files,
    delivery,
    unsavedAt,
    acts: {
      ...acts,
      submit: acts.submit && unsavedAt === null,
    },
    links,
    notes,
    writers: writers.map(({ name }) => name),
    opening,
    views: views?.get(id) ?? null,
    justDone: isJustDone ? latest.type : null,
  };
}

/** When a working copy was saved; null if it says the same as the newest version. */
async function findUnsavedTime(
  db: D1Database,
  { id, version }: Article,
  unsaved: WorkingCopy,
): Promise<number | null> {
  const newest = await readVersion(db, id, version);
  return newest !== null && isSameContent(unsaved.content, newest.content) ? null : unsaved.savedAt;
}
