-- What readers, feeds and search read: one row for each article that is public now. It can be rebuilt from the versions.
-- `position` orders every list: the time of first publication in ms × 1024, plus a number that keeps it unique.
-- JSON columns: byline {"authors": […], "unit": …}; tags […]; source {"name", "url"}; lead_photo as PublishedPhoto in src/article/published.ts.
CREATE TABLE published (
  position INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE REFERENCES articles (id),
  version INTEGER NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  section TEXT NOT NULL REFERENCES sections (slug),
  published_at INTEGER NOT NULL,
  updated_at INTEGER,
  title TEXT NOT NULL,
  lede TEXT NOT NULL,
  genre TEXT NOT NULL,
  byline TEXT NOT NULL CHECK (json_valid(byline)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  source TEXT CHECK (json_valid(source)),
  lead_photo TEXT CHECK (json_valid(lead_photo)),
  -- What lists show, ready to be joined into a JSON array: made when the row is written, not each time it is read.
  card TEXT NOT NULL GENERATED ALWAYS AS (
    json_object(
      'position', position, 'id', article_id, 'slug', slug, 'section', section, 'title', title, 'lede', lede,
      'genre', genre, 'publishedAt', published_at, 'leadPhoto', json(json_remove(lead_photo, '$.caption', '$.credit'))
    )
  ) STORED,
  html TEXT NOT NULL
) STRICT;

CREATE INDEX published_by_section ON published (section, position DESC);

-- What a mirror must do, in exact order.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('published', 'updated', 'withdrawn')),
  article_id TEXT NOT NULL REFERENCES articles (id),
  slug TEXT NOT NULL
) STRICT;

-- What must still follow a publication. Written with it, worked off before the answer and by cron until `rounds` is 0: a purge
-- runs a second time, because a page that was being rendered while the first one ran may have been kept with old content.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('purge')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  rounds INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  done_at INTEGER
) STRICT;

CREATE INDEX outbox_due ON outbox (due_at) WHERE done_at IS NULL;
