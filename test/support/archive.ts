/** The time of the newest article of an archive: noon in Vietnam, in the middle of a month. */
export const newestInArchive = Date.UTC(2026, 9, 15, 5);

/** Ten articles a day. */
const apart = (24 * 60 * 60 * 1000) / 10;

/**
 * Inserts published articles by SQL: number `from` up to `until`, each older than the one before, in
 * sections "muc-0" … "muc-5". Each has a tag that every article has ("chung"), one that a tenth have ("vua-0" …), one that
 * few have ("hiem-0" …), an author ("tac-gia-0" … "tac-gia-9"), and a tenth have a correction. The sections must exist.
 */
export async function fillArchive(db: D1Database, from: number, until: number): Promise<void> {
  const made = `WITH RECURSIVE numbers (n) AS (
      SELECT CAST(?1 AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?2),
    made AS (SELECT n, 'bai-' || n AS slug, 'muc-' || (n % 6) AS section,
      CAST(?3 AS INTEGER) - n * CAST(?4 AS INTEGER) AS time FROM numbers)`;
  const fill = (sql: string) =>
    db.prepare(`${made} ${sql}`).bind(from, until, newestInArchive, apart);
  await db.batch([
    db.prepare(
      `INSERT INTO people (id, username, name, role, password_hash, created_at)
       VALUES ('archivist', 'archivist', 'archivist', 'editor', 'none', 0) ON CONFLICT DO NOTHING`,
    ),
    fill(
      `INSERT INTO articles (id, owner_id, state, slug, title, section, version, approved_version, published_at, event,
         created_at, saved_at)
       SELECT slug, 'archivist', 'published', slug, slug, section, 1, 1, time, 1, time, time FROM made`,
    ),
    fill(`INSERT INTO slugs (slug, article_id, public_since) SELECT slug, slug, time FROM made`),
    fill(
      `INSERT INTO published (position, article_id, version, slug, section, published_at, title, lede, genre, byline, tags,
         html, photos, addresses, text)
       SELECT time * 1024, slug, 1, slug, section, time, 'Bài số ' || n, 'Sapo của bài số ' || n, 'tin',
         json_object('authors', json_array('Tác giả ' || (n % 10)), 'unit', 'Trung tâm'),
         json_array('Chung', 'Vừa ' || (n % 10), 'Hiếm ' || (n % 50)), '<p>Nội dung của bài.</p>', '[]', '[]', 'Sapo của bài số ' || n || char(10) || 'Nội dung của bài.'
       FROM made ORDER BY n DESC`,
    ),
    fill(
      `INSERT INTO feed_items (position, begun, extension)
       SELECT time * 1024, '{"title":"Bài số ' || n || '","content_html":"<p>Nội dung của bài.</p>', '{"genre":"tin"' FROM made`,
    ),
    fill(
      `INSERT INTO label_slugs (kind, spelling, slug)
       SELECT 'tag', 'chung', 'chung' UNION ALL SELECT 'tag', 'vừa-' || n, 'vua-' || n FROM made WHERE n < 10
       UNION ALL SELECT 'tag', 'hiêm\u0301-' || n, 'hiem-' || n FROM made WHERE n < 50
       UNION ALL SELECT 'author', 'tác-gia\u0309-' || n, 'tac-gia-' || n FROM made WHERE n < 10
       ON CONFLICT DO NOTHING`,
    ),
    fill(
      `INSERT INTO published_labels (kind, slug, position, name)
       SELECT 'tag', 'chung', time * 1024, 'Chung' FROM made
       UNION ALL SELECT 'tag', 'vua-' || (n % 10), time * 1024, 'Vừa ' || (n % 10) FROM made
       UNION ALL SELECT 'tag', 'hiem-' || (n % 50), time * 1024, 'Hiếm ' || (n % 50) FROM made
       UNION ALL SELECT 'author', 'tac-gia-' || (n % 10), time * 1024, 'Tác giả ' || (n % 10) FROM made`,
    ),
    fill(
      `INSERT INTO published_corrections (position, article_id, at, text)
       SELECT (time + 1) * 1024, slug, time + 1, 'Số đúng là ' || n FROM made WHERE n % 10 = 0`,
    ),
    db.prepare(
      `INSERT INTO published_months (month, articles, changed_at)
       SELECT strftime('%Y-%m', published_at / 1000 + 7 * 3600, 'unixepoch') AS month, COUNT(*), MAX(published_at)
       FROM published WHERE true GROUP BY 1
       ON CONFLICT (month) DO UPDATE SET articles = excluded.articles`,
    ),
  ]);
}

export async function addArchiveSections(db: D1Database): Promise<void> {
  await db.batch(
    [0, 1, 2, 3, 4, 5].map((n) =>
      db
        .prepare(`INSERT INTO sections (slug, name, position) VALUES (?1, ?2, ?3)`)
        .bind(`muc-${n}`, `Mục ${n}`, n),
    ),
  );
}
