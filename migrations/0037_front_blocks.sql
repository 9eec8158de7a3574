-- The blocks below the stories of the front page, as an admin ordered them; none: a block for each section. `content` is
-- BlockChoice in src/published/front-page.ts. The other columns name what a block must end with.
CREATE TABLE front_blocks (
  place INTEGER PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content)),
  section TEXT REFERENCES sections (slug) ON DELETE CASCADE,
  topic TEXT REFERENCES topics (slug) ON DELETE CASCADE,
  photo_id TEXT REFERENCES photos (id)
) STRICT;

CREATE INDEX front_blocks_by_section ON front_blocks (section) WHERE section IS NOT NULL;
CREATE INDEX front_blocks_by_topic ON front_blocks (topic) WHERE topic IS NOT NULL;
CREATE INDEX front_blocks_by_photo ON front_blocks (photo_id) WHERE photo_id IS NOT NULL;

CREATE TRIGGER front_block_ends_with_photo AFTER UPDATE OF erased_at ON photos
WHEN NEW.erased_at IS NOT NULL
BEGIN
  DELETE FROM front_blocks WHERE photo_id = NEW.id;
END;

CREATE TRIGGER front_page_gains_block AFTER INSERT ON front_blocks
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_loses_block AFTER DELETE ON front_blocks
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- The automatic blocks stand in the order of the sections.
CREATE TRIGGER front_page_orders_sections AFTER UPDATE OF position ON sections
WHEN OLD.position IS NOT NEW.position
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_renames_topic AFTER UPDATE OF name ON topics
WHEN EXISTS (SELECT 1 FROM front_blocks WHERE topic = NEW.slug)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- An article of a topic that has a block counts, however old it is.
CREATE TRIGGER front_page_topic_gains_article AFTER INSERT ON published_labels
WHEN NEW.kind = 'tag' AND EXISTS (SELECT 1 FROM front_blocks WHERE topic = NEW.slug)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_topic_loses_article AFTER DELETE ON published_labels
WHEN OLD.kind = 'tag' AND EXISTS (SELECT 1 FROM front_blocks WHERE topic = OLD.slug)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_topic_changes_article AFTER UPDATE ON published
WHEN OLD.card IS NOT NEW.card AND EXISTS (
  SELECT 1 FROM front_blocks JOIN published_labels ON slug = topic
  WHERE topic IS NOT NULL AND kind = 'tag' AND published_labels.position = NEW.position)
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;
