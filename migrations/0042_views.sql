-- How often readers opened an article on a day in Vietnam (days since 1970). Only the Durable Object ViewCounter adds to it, many
-- articles at once. `added_at` is the time of the last batch (ms), so that a batch that is sent twice counts once.
CREATE TABLE article_views (
  day INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  views INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (day, article_id)
) STRICT, WITHOUT ROWID;

-- The views of days that are no longer kept one by one.
CREATE TABLE older_views (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  views INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The most read public articles of the last week, as the clock found them in this hour.
CREATE TABLE most_read (
  place INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE REFERENCES articles (id)
) STRICT;

CREATE TRIGGER most_read_ends_with_withdrawal AFTER INSERT ON changes
WHEN NEW.type = 'withdrawn'
BEGIN
  DELETE FROM most_read WHERE article_id = NEW.article_id;
END;

-- The front page changes with the list if it has a block for it.
CREATE TRIGGER front_page_gains_most_read AFTER INSERT ON most_read
WHEN EXISTS (SELECT 1 FROM front_blocks WHERE content ->> 'kind' = 'most-read')
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_loses_most_read AFTER DELETE ON most_read
WHEN EXISTS (SELECT 1 FROM front_blocks WHERE content ->> 'kind' = 'most-read')
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- A most read article counts, however old it is. A corrected date deletes its row of `published` and inserts it again.
CREATE TRIGGER front_page_most_read_gains_article AFTER INSERT ON published
WHEN EXISTS (SELECT 1 FROM most_read WHERE article_id = NEW.article_id)
  AND EXISTS (SELECT 1 FROM front_blocks WHERE content ->> 'kind' = 'most-read')
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_most_read_changes_article AFTER UPDATE ON published
WHEN OLD.card IS NOT NEW.card AND EXISTS (SELECT 1 FROM most_read WHERE article_id = NEW.article_id)
  AND EXISTS (SELECT 1 FROM front_blocks WHERE content ->> 'kind' = 'most-read')
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;
