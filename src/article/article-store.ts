import type {
  Article,
  ArticleContent,
  ArticleKind,
  ArticlePlace,
  ArticleState,
  NewArticle,
  Version,
} from "./article.ts";
import { insertVersion } from "./version-store.ts";

type ArticleRow = {
  id: string;
  kind: ArticleKind;
  owner_id: string;
  state: ArticleState;
  slug: string;
  title: string;
  section: string | null;
  version: number;
  approved_version: number | null;
  scheduled_version: number | null;
  scheduled_at: number | null;
  published_at: number | null;
  updated_at: number | null;
  event: number;
  created_at: number;
  saved_at: number;
  discarded_at: number | null;
  is_public: number;
};

const articleColumns = `articles.id, articles.kind, articles.owner_id, articles.state, articles.slug, articles.title, articles.section,
  articles.version, articles.approved_version, articles.scheduled_version, articles.scheduled_at, articles.published_at,
  articles.updated_at, articles.event, articles.created_at, articles.saved_at, articles.discarded_at,
  EXISTS (SELECT 1 FROM public_texts WHERE public_texts.article_id = articles.id) AS is_public`;

/** Reads an article. Null if it does not exist or was removed for good. */
export async function readArticle(db: D1Database, id: string): Promise<Article | null> {
  const row = await db
    .prepare(
      `SELECT ${articleColumns} FROM articles WHERE articles.id = ?1 AND articles.removed_at IS NULL`,
    )
    .bind(id)
    .first<ArticleRow>();
  return row === null ? null : toArticle(row);
}

/** The scheduled articles that are due: those that failed least often first, then the longest overdue. */
export async function readDueArticles(
  db: D1Database,
  now: number,
  limit: number,
): Promise<Article[]> {
  const { results } = await db
    .prepare(
      `SELECT ${articleColumns} FROM articles
       WHERE articles.scheduled_at <= ?1 ORDER BY articles.missed, articles.scheduled_at LIMIT ?2`,
    )
    .bind(now, limit)
    .all<ArticleRow>();
  return results.map(toArticle);
}

/** Counts a failed publication by the clock; the next act on the article resets the count. */
export async function noteMissed(db: D1Database, id: string): Promise<void> {
  await db.prepare(`UPDATE articles SET missed = missed + 1 WHERE id = ?1`).bind(id).run();
}

export type ArticleFilter = {
  kind: ArticleKind;
  ownerId: string | null;
  state: ArticleState | null;
  section: string | null;
  /** Created at this time or later, ms. */
  since: number | null;
  /** Only articles listed after this one. */
  after: ArticlePlace | null;
  limit: number;
};

/** Lists articles of the newsroom without discarded ones, newest first. The statement has only the given filters, so that an index serves it. */
export async function listArticles(db: D1Database, filter: ArticleFilter): Promise<Article[]> {
  const given: [condition: string, ...values: (string | number)[]][] = [
    [`articles.kind = '${filter.kind}'`],
  ];
  if (filter.ownerId !== null) given.push(["articles.owner_id = ?", filter.ownerId]);
  if (filter.state !== null) given.push(["articles.state = ?", filter.state]);
  if (filter.section !== null) given.push(["articles.section = ?", filter.section]);
  if (filter.since !== null) given.push(["articles.created_at >= ?", filter.since]);
  if (filter.after !== null) {
    const { createdAt, id } = filter.after;
    given.push(["(articles.created_at, articles.id) < (?, ?)", createdAt, id]);
  }
  const where = ["articles.discarded_at IS NULL", ...given.map(([condition]) => condition)];
  const { results } = await db
    .prepare(
      `SELECT ${articleColumns} FROM articles WHERE ${where.join(" AND ")}
       ORDER BY articles.created_at DESC, articles.id DESC LIMIT ?`,
    )
    .bind(...given.flatMap(([, ...values]) => values), filter.limit)
    .all<ArticleRow>();
  return results.map(toArticle);
}

/** The statements that add a new article with its first version. */
export function insertArticle(
  db: D1Database,
  article: NewArticle,
  content: ArticleContent,
): D1PreparedStatement[] {
  const { id, kind, ownerId, slug, createdAt } = article;
  return [
    db
      .prepare(
        `INSERT INTO articles (id, owner_id, state, slug, title, section, version, event, created_at, saved_at, kind)
         VALUES (?1, ?2, 'draft', ?3, ?4, ?5, 1, 1, ?6, ?6, ?7)`,
      )
      .bind(id, ownerId, slug, content.title, content.section, createdAt, kind),
    db.prepare(`INSERT INTO slugs (slug, article_id) VALUES (?1, ?2)`).bind(slug, id),
    insertVersion(db, { articleId: id, number: 1, content, authorId: ownerId, createdAt }),
  ];
}

/** The statements that make a version the newest one of its article. */
export function insertNextVersion(db: D1Database, version: Version): D1PreparedStatement[] {
  const { articleId, number, content, createdAt } = version;
  return [
    insertVersion(db, version),
    db
      .prepare(
        `UPDATE articles SET version = ?2, title = ?3, section = ?4, saved_at = ?5, event = event + 1 WHERE id = ?1`,
      )
      .bind(articleId, number, content.title, content.section, createdAt),
  ];
}

/** The statement that changes an article's state, schedule or approval; everything not named in `change` stays. */
export function updateState(
  db: D1Database,
  article: Article,
  standing: Pick<Article, "state"> &
    Partial<
      Pick<
        Article,
        | "slug"
        | "approvedVersion"
        | "scheduledVersion"
        | "scheduledAt"
        | "publishedAt"
        | "updatedAt"
      >
    >,
): D1PreparedStatement {
  const next = { ...article, ...standing };
  return db
    .prepare(
      `UPDATE articles SET state = ?2, slug = ?3, approved_version = ?4, scheduled_version = ?5, scheduled_at = ?6,
         published_at = ?7, updated_at = ?8, missed = 0, event = event + 1
       WHERE id = ?1`,
    )
    .bind(
      next.id,
      next.state,
      next.slug,
      next.approvedVersion,
      next.scheduledVersion,
      next.scheduledAt,
      next.publishedAt,
      next.updatedAt,
    );
}

function toArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    kind: row.kind,
    ownerId: row.owner_id,
    state: row.state,
    slug: row.slug,
    title: row.title,
    section: row.section,
    version: row.version,
    approvedVersion: row.approved_version,
    scheduledVersion: row.scheduled_version,
    scheduledAt: row.scheduled_at,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    event: row.event,
    createdAt: row.created_at,
    savedAt: row.saved_at,
    discardedAt: row.discarded_at,
    isPublic: row.is_public === 1,
  };
}
