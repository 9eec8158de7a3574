import type { Article, ArticleContent } from "../../article/article.ts";
import { readArticle } from "../../article/article-store.ts";
import { readVersion } from "../../article/version-store.ts";
import {
  presenceTimeout,
  readOtherWriters,
  readWorkingCopy,
} from "../../article/working-copy-store.ts";
import { readDismissals } from "../../article/dismissal-store.ts";
import { AppError } from "../../errors.ts";
import type { Person } from "../../people/person.ts";
import { separateDismissed } from "../../publishing/dismissals.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";
import { mayEdit } from "../../publishing/permission.ts";
import { proofread } from "../../publishing/proofreading.ts";
import type { DeliveryCheck } from "../../publishing/delivery-store.ts";
import { readDeliveryCheck } from "../../publishing/delivery-store.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { possibleActs } from "./allowed-acts.ts";
import type { PossibleActs } from "./allowed-acts.ts";
import { readOverviewFacts } from "./overview-store.ts";
import type { OverviewFacts } from "./overview-store.ts";

/** All that the page of an article shows. */
export type Overview = OverviewFacts & {
  article: Article;
  /** The version whose text and findings are shown: the newest, or the one that is scheduled. */
  version: number;
  content: ArticleContent;
  findings: SortedFindings;
  /** Of the version that readers see; null before anybody looked. */
  receipt: DeliveryCheck | null;
  acts: PossibleActs;
  /** When the text that this person has written and not saved yet was last kept; null when there is none. */
  unsavedAt: number | null;
  /** Names of others who are writing now. */
  writers: string[];
};

/** An article that somebody may work on; to anybody else it is as if there were none. */
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
  const [facts, found, dismissals, receipt, unsaved, writers] = await Promise.all([
    readOverviewFacts(db, article),
    readVersion(db, id, version),
    readDismissals(db, id),
    isPublic && approvedVersion !== null ? readDeliveryCheck(db, id, approvedVersion) : null,
    readWorkingCopy(db, desk),
    readOtherWriters(db, desk, now - presenceTimeout),
  ]);
  if (found === null) throw new Error(`article ${id} lacks its version ${version}`);
  const { content } = found;
  const all = await proofread(db, content, { articleId: id, now });
  const findings = separateDismissed(content, all, dismissals);
  const unsavedAt = unsaved?.savedAt ?? null;
  const acts = possibleActs(person, article);
  return {
    ...facts,
    article,
    version,
    content,
    findings,
    receipt,
    unsavedAt,
    acts: {
      ...acts,
      submit: acts.submit && unsavedAt === null,
    },
    writers: writers.map(({ name }) => name),
  };
}
