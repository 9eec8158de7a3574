import { hashLinkToken } from "./one-time-link.ts";
import type { Person, Role } from "./person.ts";

/** A link to the preview of one version, for people without an account. Times in ms since the epoch. */
export type PreviewLink = {
  /** Names the link in lists; not a secret. */
  id: string;
  articleId: string;
  version: number;
  maker: Person;
  madeAt: number;
  endsAt: number;
};

export type NewPreviewLink = Omit<PreviewLink, "maker"> & { token: string; personId: string };

type PreviewLinkRow = {
  id: string;
  article_id: string;
  version: number;
  made_at: number;
  ends_at: number;
  person_id: string;
  username: string;
  name: string;
  role: Role;
};

const linkColumns = `preview_links.id, preview_links.article_id, preview_links.version, preview_links.made_at,
  preview_links.ends_at, people.id AS person_id, people.username, people.name, people.role`;

/** The link of a token; null when it is unknown or has ended, or its maker is disabled. */
export async function findPreviewLink(
  db: D1Database,
  token: string,
  now: number,
): Promise<PreviewLink | null> {
  const row = await db
    .prepare(
      `SELECT ${linkColumns} FROM preview_links JOIN people ON people.id = preview_links.person_id
       WHERE preview_links.hash = ?1 AND preview_links.ends_at > ?2 AND people.disabled_at IS NULL`,
    )
    .bind(hashLinkToken(token), now)
    .first<PreviewLinkRow>();
  return row === null ? null : toPreviewLink(row);
}

/** The links of an article that have not ended, newest first. */
export async function listPreviewLinks(
  db: D1Database,
  articleId: string,
  now: number,
): Promise<PreviewLink[]> {
  const { results } = await db
    .prepare(
      `SELECT ${linkColumns} FROM preview_links JOIN people ON people.id = preview_links.person_id
       WHERE preview_links.article_id = ?1 AND preview_links.ends_at > ?2
       ORDER BY preview_links.made_at DESC, preview_links.id`,
    )
    .bind(articleId, now)
    .all<PreviewLinkRow>();
  return results.map(toPreviewLink);
}

/** The statement that stores a new link. Only the hash of its token is kept. */
export function addPreviewLink(
  db: D1Database,
  { id, token, articleId, version, personId, madeAt, endsAt }: NewPreviewLink,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO preview_links (hash, id, article_id, version, person_id, made_at, ends_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(hashLinkToken(token), id, articleId, version, personId, madeAt, endsAt);
}

/** The statement that ends one link of an article. */
export function endPreviewLink(db: D1Database, articleId: string, id: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE preview_links SET ends_at = 0 WHERE id = ?2 AND article_id = ?1`)
    .bind(articleId, id);
}

function toPreviewLink(row: PreviewLinkRow): PreviewLink {
  const { username, name, role } = row;
  return {
    id: row.id,
    articleId: row.article_id,
    version: row.version,
    maker: { id: row.person_id, username, name, role },
    madeAt: row.made_at,
    endsAt: row.ends_at,
  };
}
