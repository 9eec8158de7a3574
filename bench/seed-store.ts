import type { D1 } from "../scripts/start/running-worker.ts";

const hour = 3_600_000;

/**
 * Adds published articles until there are `total`: copies of those that came in through the API, one an hour further
 * back, with everything that the reader's pages read of them. The search index is left alone.
 */
export async function growTo(database: D1, total: number): Promise<void> {
  const { count, oldest } = await readStanding(database);
  const copies = `WITH RECURSIVE
    numbers (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?2),
    originals AS (SELECT row_number() OVER (ORDER BY position) - 1 AS place, * FROM published
      WHERE article_id NOT LIKE 'copy-%'),
    copies AS (SELECT n, 'copy-' || n AS id, ?3 - n * ${hour} AS at, originals.* FROM numbers
      JOIN originals ON place = n % (SELECT COUNT(*) FROM originals))`;
  const insert = (into: string) => database.prepare(copies + into).bind(count, total, oldest);
  await database.batch([
    insert(`INSERT INTO articles (id, owner_id, state, slug, title, section, version, approved_version, published_at,
        event, created_at, saved_at)
      SELECT id, owner_id, 'published', slug || '-' || n, title, section, 1, 1, at, 1, at, at
      FROM copies JOIN (SELECT id AS article_id, owner_id FROM articles) USING (article_id)`),
    insert(`INSERT INTO slugs (slug, article_id, public_since)
      SELECT slug || '-' || n, id, at FROM copies`),
    insert(`INSERT INTO published (position, article_id, version, slug, section, published_at, title, lede, genre,
        byline, tags, source, lead_photo, html, photos, addresses, text)
      SELECT at * 1024, id, 1, slug || '-' || n, section, at, title, lede, genre, byline, tags, source, lead_photo, html,
        photos, addresses, text
      FROM copies`),
    insert(`INSERT INTO feed_items (position, begun, extension)
      SELECT at * 1024, begun, extension FROM copies JOIN feed_items USING (position)`),
    insert(`INSERT INTO published_labels (kind, slug, position, name)
      SELECT kind, label.slug, at * 1024, name
      FROM copies JOIN published_labels AS label USING (position)`),
    database.prepare(`INSERT OR REPLACE INTO published_months (month, articles, changed_at)
      SELECT strftime('%Y-%m', published_at / 1000 + 25200, 'unixepoch') AS month, COUNT(*), MAX(published_at)
      FROM published GROUP BY month`),
  ]);
}

/** The number of published articles, and the time (ms) from which copies go back: that of the oldest original since 2024. */
async function readStanding(database: D1): Promise<{ count: number; oldest: number }> {
  const row = await database
    .prepare(
      `SELECT COUNT(*) AS count, MIN(published_at) FILTER (WHERE published_at > 1704067200000
         AND article_id NOT LIKE 'copy-%') AS oldest FROM published`,
    )
    .first<{ count: number; oldest: number }>();
  if (row === null) throw new Error("nothing was counted");
  return row;
}

/** Stores the answers of the yardsticks. */
export async function keepAnswers(
  yardstick: D1,
  answers: { path: string; headers: [string, string][]; body: string }[],
): Promise<void> {
  const insert = yardstick.prepare("INSERT INTO answers (path, headers, body) VALUES (?1, ?2, ?3)");
  await yardstick.batch([
    yardstick.prepare(
      "CREATE TABLE answers (path TEXT PRIMARY KEY, headers TEXT NOT NULL, body TEXT NOT NULL) STRICT",
    ),
    ...answers.map(({ path, headers, body }) => insert.bind(path, JSON.stringify(headers), body)),
  ]);
}

/** Adds a person who may own photos. */
export async function addPhotoOwner(database: D1, id: string): Promise<void> {
  await database.batch([
    database
      .prepare(
        `INSERT INTO people (id, username, name, role, password_hash, created_at)
         VALUES (?1, ?1, ?1, 'reporter', '', 0)`,
      )
      .bind(id),
    database
      .prepare(
        `INSERT INTO tokens (id, person_id, hash, label, created_at, ends_at) VALUES (?1, ?1, ?1, 'bench', 0, ?2)`,
      )
      .bind(id, Date.now() + 24 * 60 * 60 * 1000),
  ]);
}
