import type { ArticleKind } from "../article/article.ts";

/** What readers should see of an article. Times in ms since the epoch. */
export type ExpectedDelivery = {
  articleId: string;
  kind: ArticleKind;
  version: number;
  slug: string;
  publishedAt: number;
  /** Time of the last publication or correction. */
  changedAt: number;
};

export async function readExpectedDelivery(
  db: D1Database,
  articleId: string,
): Promise<ExpectedDelivery | null> {
  return db
    .prepare(
      `SELECT article_id AS articleId, (SELECT kind FROM articles WHERE id = ?1) AS kind, version, slug,
         published_at AS publishedAt, COALESCE(updated_at, published_at) AS changedAt
       FROM public_texts WHERE article_id = ?1`,
    )
    .bind(articleId)
    .first<ExpectedDelivery>();
}

type DeliveryCheckRow = {
  checkedAt: number;
  seenAt: number | null;
  inFeed: number;
  problem: string | null;
};

/** The last delivery check of a version; null when there was none. The table keeps its old name, `receipts`. */
export async function readDeliveryCheck(
  db: D1Database,
  articleId: string,
  version: number,
): Promise<DeliveryCheck | null> {
  const row = await db
    .prepare(
      `SELECT checked_at AS checkedAt, seen_at AS seenAt, in_feed AS inFeed, problem FROM receipts
       WHERE article_id = ?1 AND version = ?2`,
    )
    .bind(articleId, version)
    .first<DeliveryCheckRow>();
  return row === null
    ? null
    : { ...row, inFeed: row.inFeed === 1, problem: toDeliveryProblem(row.problem) };
}

const minute = 60 * 1000;

/**
 * Saves a delivery check. After a problem the next check is due in 1, 2, 4 … minutes, at most an hour. Checks of other
 * versions of the article are no longer due.
 */
export async function saveDeliveryCheck(
  db: D1Database,
  { articleId, version }: Pick<ExpectedDelivery, "articleId" | "version">,
  { checkedAt, seenAt, inFeed, problem }: DeliveryCheck,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO receipts (article_id, version, checked_at, seen_at, in_feed, problem, attempts, retry_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, CASE WHEN ?6 IS NOT NULL THEN ?3 + ?7 END)
         ON CONFLICT (article_id, version) DO UPDATE SET checked_at = ?3, seen_at = ?4, in_feed = ?5, problem = ?6,
           attempts = CASE WHEN ?6 IS NULL THEN 1 ELSE receipts.attempts + 1 END,
           retry_at = CASE WHEN ?6 IS NOT NULL THEN ?3 + ?7 * MIN(1 << MIN(receipts.attempts, 6), 60) END`,
      )
      .bind(articleId, version, checkedAt, seenAt, inFeed ? 1 : 0, problem, minute),
    db
      .prepare(`UPDATE receipts SET retry_at = NULL WHERE article_id = ?1 AND version <> ?2`)
      .bind(articleId, version),
  ]);
}

/**
 * The articles to check: first those published or corrected since a time and not checked after that, newest first; then
 * those whose next check is due. Cancels due checks of versions that readers no longer see.
 */
export async function readUncheckedArticles(
  db: D1Database,
  { since, now, limit }: { since: number; now: number; limit: number },
): Promise<string[]> {
  const [, fresh, again] = await db.batch<{ id: string }>([
    // Readers no longer see this version: nothing is left to check.
    db
      .prepare(
        `UPDATE receipts INDEXED BY receipts_to_retry SET retry_at = NULL WHERE retry_at <= ?1 AND NOT EXISTS (SELECT 1 FROM public_texts
           WHERE article_id = receipts.article_id AND version = receipts.version)`,
      )
      .bind(now),
    db
      .prepare(
        `SELECT articles.id FROM events INDEXED BY events_by_time
         CROSS JOIN articles ON articles.id = events.article_id
         LEFT JOIN receipts ON receipts.article_id = articles.id AND receipts.version = articles.approved_version
         WHERE events.at >= ?1 AND events.type IN ('published', 'corrected', 'redated')
           AND (receipts.checked_at IS NULL OR receipts.checked_at < events.at)
           AND EXISTS (SELECT 1 FROM public_texts WHERE article_id = articles.id)
         GROUP BY articles.id ORDER BY MAX(events.at) DESC LIMIT ?2`,
      )
      .bind(since, limit),
    db
      .prepare(
        `SELECT article_id AS id FROM receipts WHERE retry_at <= ?1 ORDER BY retry_at LIMIT ?2`,
      )
      .bind(now, limit),
  ]);
  const ids = [...(fresh?.results ?? []), ...(again?.results ?? [])].map(({ id }) => id);
  return [...new Set(ids)];
}

/** An article whose last delivery check found a problem. */
export type UndeliveredArticle = {
  id: string;
  title: string;
  checkedAt: number;
  problem: DeliveryProblem;
};

export async function readUndeliveredArticles(
  db: D1Database,
  limit: number,
): Promise<UndeliveredArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT articles.id, articles.title, receipts.checked_at AS checkedAt, receipts.problem
       FROM receipts INDEXED BY receipts_to_retry
       CROSS JOIN articles ON articles.id = receipts.article_id
       WHERE receipts.retry_at IS NOT NULL AND EXISTS (SELECT 1 FROM public_texts
         WHERE article_id = receipts.article_id AND version = receipts.version)
       ORDER BY receipts.retry_at LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string; title: string; checkedAt: number; problem: string }>();
  return results.map((row) => ({
    ...row,
    problem: toDeliveryProblem(row.problem) ?? "unreachable",
  }));
}

function toDeliveryProblem(text: string | null): DeliveryProblem | null {
  return deliveryProblems.find((problem) => problem === text) ?? null;
}

/** The problems that a delivery check may find. src/vietnamese/words/ has their texts. */
const deliveryProblems = [
  /** The page of the article cannot be opened. */
  "page-missing",
  /** It shows another version, or one from before a correction. */
  "page-old",
  "feed-missing",
  "feed-old",
  /** The feed cannot be opened, or is no JSON Feed. */
  "feed-unreadable",
  /** The site did not answer. */
  "unreachable",
] as const;

export type DeliveryProblem = (typeof deliveryProblems)[number];

/** The result of reading the public page and the feed. Times in ms since the epoch. */
export type DeliveryCheck = {
  checkedAt: number;
  /** When the page and the feed were right; null when one was not. */
  seenAt: number | null;
  /** Whether the first page of the feed has the article. Older articles stand on later pages, which are not checked. */
  inFeed: boolean;
  problem: DeliveryProblem | null;
};
