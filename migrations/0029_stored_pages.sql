-- Pages that are made when an article that they may show changes, so that a reader's request reads one finished row: the front
-- page (src/published/front-page.ts) and the first page of the site's JSON Feed (src/publishing/stored-feed.ts). `content` is right
-- only while `content_change` is `change` and `format` is that of the running Worker; until it is written again, the page is made
-- from the articles for each reader.
-- `reach`: from which position on an article may change the page, as JSON. Of the front page {"section": position}, 0 for other
-- sections; of the feed a number. It is forgotten with the content that it belongs to: until there is new content, each article counts.
CREATE TABLE stored_pages (
  name TEXT PRIMARY KEY CHECK (name IN ('front', 'feed')),
  change INTEGER NOT NULL,
  content_change INTEGER,
  format INTEGER,
  content TEXT,
  reach TEXT CHECK (json_valid(reach))
) STRICT;

INSERT INTO stored_pages (name, change, content_change, format, content, reach)
SELECT 'front', change, content_change, format, content, reach FROM front_page;
-- The feed of a site that has no articles yet.
INSERT INTO stored_pages (name, change, content_change, format, content)
SELECT 'feed', 0, 0, 1, char(10) WHERE NOT EXISTS (SELECT 1 FROM published);

DROP TRIGGER front_page_gains_article;
DROP TRIGGER front_page_loses_article;
DROP TRIGGER front_page_changes_article;
DROP TABLE front_page;

CREATE TRIGGER front_page_gains_article AFTER INSERT ON published
WHEN NEW.position >= COALESCE((SELECT reach ->> NEW.section FROM stored_pages WHERE name = 'front'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_loses_article AFTER DELETE ON published
WHEN OLD.position >= COALESCE((SELECT reach ->> OLD.section FROM stored_pages WHERE name = 'front'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_changes_article AFTER UPDATE ON published
WHEN OLD.card IS NOT NEW.card AND NEW.position >= MIN(
  COALESCE((SELECT reach ->> OLD.section FROM stored_pages WHERE name = 'front'), 0),
  COALESCE((SELECT reach ->> NEW.section FROM stored_pages WHERE name = 'front'), 0))
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER feed_gains_article AFTER INSERT ON published
WHEN NEW.position >= COALESCE((SELECT reach ->> '$' FROM stored_pages WHERE name = 'feed'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER feed_loses_article AFTER DELETE ON published
WHEN OLD.position >= COALESCE((SELECT reach ->> '$' FROM stored_pages WHERE name = 'feed'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- What the feed adds to an item, and whether the article must be rendered again before it can have one.
CREATE TRIGGER feed_changes_article AFTER UPDATE ON published
WHEN (OLD.position, OLD.article_id, OLD.section, OLD.updated_at, OLD.corrections, OLD.photos IS NULL)
  IS NOT (NEW.position, NEW.article_id, NEW.section, NEW.updated_at, NEW.corrections, NEW.photos IS NULL)
  AND MAX(OLD.position, NEW.position) >= COALESCE((SELECT reach ->> '$' FROM stored_pages WHERE name = 'feed'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- An item that is written again replaces the former one, which counts as an insertion.
CREATE TRIGGER feed_gains_item AFTER INSERT ON feed_items
WHEN NEW.position >= COALESCE((SELECT reach ->> '$' FROM stored_pages WHERE name = 'feed'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER feed_loses_item AFTER DELETE ON feed_items
WHEN OLD.position >= COALESCE((SELECT reach ->> '$' FROM stored_pages WHERE name = 'feed'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER feed_changes_item AFTER UPDATE ON feed_items
WHEN MAX(OLD.position, NEW.position) >= COALESCE((SELECT reach ->> '$' FROM stored_pages WHERE name = 'feed'), 0)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- Each item names its section.
CREATE TRIGGER feed_renames_section AFTER UPDATE ON sections
WHEN OLD.name IS NOT NEW.name
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('feed', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;
