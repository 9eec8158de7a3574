import { writeIndexTerms } from "../src/search/search-terms.ts";
import type { D1 } from "../scripts/start/running-worker.ts";

const hour = 3_600_000;

/**
 * Adds published articles until there are `total`: copies of those that came in through the API, one an hour further
 * back, with everything that pages of readers and of the newsroom read of them. Each has a photo of its own, without
 * bytes. The search index is left alone.
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
        event, created_at, saved_at, photos_noted)
      SELECT id, owner_id, 'published', slug || '-' || n, title, section, 1, 1, at, 3, at, at, 1
      FROM copies JOIN (SELECT id AS article_id, owner_id FROM articles) USING (article_id)`),
    insert(`INSERT INTO slugs (slug, article_id, public_since)
      SELECT slug || '-' || n, id, at FROM copies`),
    insert(`INSERT INTO versions (article_id, number, content, author_id, created_at)
      SELECT id, 1, content, author_id, at FROM copies JOIN versions ON versions.article_id = copies.article_id
        AND versions.number = copies.version`),
    insert(`INSERT INTO events (article_id, number, type, version, actor_id, at, owner_id)
      SELECT copies.id, step.value ->> 0, step.value ->> 1, 1, owner_id, at, owner_id
      FROM copies JOIN (SELECT id AS article_id, owner_id FROM articles) USING (article_id),
        json_each('[[1, "created"], [2, "submitted"], [3, "published"]]') AS step`),
    insert(
      `INSERT INTO changes (at, type, article_id, slug) SELECT at, 'published', id, slug || '-' || n FROM copies`,
    ),
    insert(`INSERT INTO photos (id, owner_id, type, width, height, bytes, variants, credit, created_at)
      SELECT 'photo-' || n, photos.owner_id, type, width, height, bytes, variants, credit, at
      FROM copies JOIN photos ON photos.id = lead_photo ->> 'id'`),
    insert(`INSERT INTO photo_uses (article_id, place, photo_id, alt, caption, credit, folded)
      SELECT copies.id, 0, 'photo-' || n, lead_photo ->> 'alt', NULL, NULL, lower(title) FROM copies JOIN photos ON photos.id = 'photo-' || n`),
    insert(`INSERT INTO published_photos (photo_id, article_id)
      SELECT 'photo-' || n, copies.id FROM copies JOIN photos ON photos.id = 'photo-' || n`),
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

/** Stands for the number of a copy in the index terms of its original. */
const numberMark = "77777777";

/** How many copies are indexed at once: the runtime answers nobody meanwhile, and closes connections after five seconds. */
const indexedAtOnce = 1000;

/** Makes search find every copy by the words of its original, and by the code `ma<number>`, which it alone has. */
export async function indexCopies(database: D1): Promise<void> {
  const { results: originals } = await database
    .prepare(
      `SELECT title, text FROM published WHERE article_id NOT LIKE 'copy-%' ORDER BY position`,
    )
    .all<{ title: string; text: string }>();
  const terms = originals.map(({ title, text }) =>
    writeIndexTerms({ title, text: `${text}\nmã ma${numberMark}` }),
  );
  const { results: copies } = await database
    .prepare(`SELECT position FROM published ORDER BY position`)
    .all<{ position: number }>();
  const insert = database.prepare(
    `INSERT INTO search (rowid, terms)
     SELECT position, 's:' || section || ' ' || replace(?1, '${numberMark}', n) FROM (
       SELECT position, section, CAST(substr(article_id, 6) AS INTEGER) AS n FROM published
       WHERE position >= CAST(?4 AS INTEGER) AND position <= CAST(?5 AS INTEGER) AND article_id LIKE 'copy-%')
     WHERE n % ?2 = ?3`,
  );
  for (let from = 0; from < copies.length; from += indexedAtOnce) {
    const chunk = copies.slice(from, from + indexedAtOnce);
    const [first, last] = [chunk[0]?.position, chunk.at(-1)?.position];
    await database.batch(terms.map((one, at) => insert.bind(one, terms.length, at, first, last)));
  }
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

/** Adds purges that are due, of 20 tags each, as publications leave them. */
export async function fillOutbox(database: D1, count: number): Promise<void> {
  await database
    .prepare(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1),
         tags (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM tags WHERE n < 20)
       INSERT INTO outbox (kind, payload, rounds, created_at, due_at)
       SELECT 'purge', (SELECT json_group_array('article-' || numbers.n || '-' || tags.n) FROM tags), 1, ?2, ?2 FROM numbers`,
    )
    .bind(count, Date.now())
    .run();
}

/** Bytes of the whole database. */
export async function readDatabaseSize(database: D1): Promise<number> {
  const { meta } = await database.prepare("SELECT 1").run();
  return meta.size_after;
}
