-- A text is an article or a standing page ("Giới thiệu", "Liên hệ"). It keeps its kind: its address and its right depend on it.
ALTER TABLE articles ADD COLUMN kind TEXT NOT NULL DEFAULT 'article' CHECK (kind IN ('article', 'page'));
CREATE TRIGGER articles_keep_their_kind BEFORE UPDATE OF kind ON articles
WHEN NEW.kind <> OLD.kind
BEGIN SELECT RAISE (ABORT, 'an article keeps its kind'); END;
CREATE INDEX articles_that_are_pages ON articles (created_at DESC, id DESC) WHERE kind = 'page';

-- The pages that readers see. Lists, feeds, months and the front page read `published`, so they never show one.
-- `position` is the rowid in the table `search`, too. It is negative: pages come after the articles of the same rank.
CREATE TABLE published_pages (
  position INTEGER PRIMARY KEY CHECK (position < 0),
  article_id TEXT NOT NULL UNIQUE REFERENCES articles (id),
  version INTEGER NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  published_at INTEGER NOT NULL,
  updated_at INTEGER,
  title TEXT NOT NULL,
  lede TEXT NOT NULL,
  lead_photo TEXT CHECK (json_valid(lead_photo)),
  ai TEXT CHECK (json_valid(ai)),
  corrections TEXT NOT NULL CHECK (json_valid(corrections)),
  html TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Everything that readers see, of each kind. Ask it about one text; a join may read all of it.
CREATE VIEW public_texts AS
SELECT article_id, version, slug, title, published_at, updated_at FROM published
UNION ALL
SELECT article_id, version, slug, title, published_at, updated_at FROM published_pages;
