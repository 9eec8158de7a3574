import type { LabelProfile } from "./label-profile-store.ts";
import type { Topic } from "./published.ts";

/** A topic and how many published articles bear its tag. */
export type CountedTopic = Topic & {
  articles: number;
  promotedAt: number;
  photo: LabelProfile["photo"];
};

type TopicRow = {
  slug: string;
  name: string;
  summary: string;
  promoted_at: number;
  articles: number;
  photo: string | null;
  alt: string | null;
};

/** Every topic, the one promoted last first: an article of several shows that one. */
export async function readTopics(db: D1Database): Promise<CountedTopic[]> {
  const { results } = await db
    .prepare(
      `SELECT topics.slug, topics.name, topics.summary, topics.promoted_at, profile.photo_id AS photo, profile.alt,
         (SELECT COUNT(*) FROM published_labels AS listed WHERE listed.kind = 'tag' AND listed.slug = topics.slug) AS articles
       FROM topics LEFT JOIN label_profiles AS profile ON profile.kind = 'tag' AND profile.slug = topics.slug
       ORDER BY topics.promoted_at DESC, topics.slug`,
    )
    .all<TopicRow>();
  return results.map(({ promoted_at: promotedAt, photo: id, alt, ...topic }) => ({
    ...topic,
    promotedAt,
    photo: id === null ? null : { id, alt: alt ?? "" },
  }));
}

/** A tag as its newest article spells it, and how many published articles bear it. */
export type CountedTag = { slug: string; name: string; articles: number };

/** The tags that are no topics yet, the most used first. */
export async function readTagsToPromote(db: D1Database, limit: number): Promise<CountedTag[]> {
  // Of a group with MAX, SQLite takes the other columns from the row that has the maximum.
  const { results } = await db
    .prepare(
      `SELECT slug, name, COUNT(*) AS articles, MAX(position) AS newest FROM published_labels
       WHERE kind = 'tag' AND slug NOT IN (SELECT slug FROM topics)
       GROUP BY slug ORDER BY articles DESC, slug LIMIT ?1`,
    )
    .bind(limit)
    .all<CountedTag & { newest: number }>();
  return results.map(({ slug, name, articles }) => ({ slug, name, articles }));
}

/** The name of a tag that published articles bear, as the newest spells it; null when none does. */
export async function readTagName(db: D1Database, slug: string): Promise<string | null> {
  return db
    .prepare(
      `SELECT name FROM published_labels WHERE kind = 'tag' AND slug = ?1 ORDER BY position DESC LIMIT 1`,
    )
    .bind(slug)
    .first<string>("name");
}

/** The statement that makes a tag a topic, or promotes a topic anew, at a time in ms. */
export function promoteTopic(
  db: D1Database,
  { slug, name, summary }: Topic,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO topics (slug, name, summary, promoted_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (slug) DO UPDATE SET promoted_at = excluded.promoted_at`,
    )
    .bind(slug, name, summary, now);
}

/** The statement that changes what a topic says. */
export function rewriteTopic(db: D1Database, { slug, name, summary }: Topic): D1PreparedStatement {
  return db
    .prepare(`UPDATE topics SET name = ?2, summary = ?3 WHERE slug = ?1`)
    .bind(slug, name, summary);
}

/** The statement that makes a topic a tag like others again. */
export function removeTopic(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM topics WHERE slug = ?1`).bind(slug);
}
