-- Articles that editors chose for places of the front page ('/') or of a section's page (its slug). Places count from 0. A choice
-- ends at `until`, ms; NULL: when an editor changes it.
CREATE TABLE front_choices (
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  until INTEGER,
  PRIMARY KEY (page, place),
  UNIQUE (page, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX front_choices_by_article ON front_choices (article_id, page);
CREATE INDEX front_choices_by_end ON front_choices (until) WHERE until IS NOT NULL;

-- Each save of a page's choices has the next number, so that of two editors who began with the same choices only one can save.
CREATE TABLE front_edits (
  page TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (page, number)
) STRICT, WITHOUT ROWID;

-- Not when a row of `published` is deleted: a corrected date and a rebuild write it again.
CREATE TRIGGER front_choice_ends_with_withdrawal AFTER INSERT ON changes
WHEN NEW.type = 'withdrawn'
BEGIN
  DELETE FROM front_choices WHERE article_id = NEW.article_id;
END;

CREATE TRIGGER front_choice_ends_with_section AFTER UPDATE ON published
WHEN OLD.section IS NOT NEW.section
BEGIN
  DELETE FROM front_choices WHERE page = OLD.section AND article_id = NEW.article_id;
END;

CREATE TRIGGER front_page_gains_choice AFTER INSERT ON front_choices
WHEN NEW.page = '/'
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_loses_choice AFTER DELETE ON front_choices
WHEN OLD.page = '/'
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

-- A chosen article counts, however old it is.
DROP TRIGGER front_page_gains_article;
DROP TRIGGER front_page_loses_article;
DROP TRIGGER front_page_changes_article;

CREATE TRIGGER front_page_gains_article AFTER INSERT ON published
WHEN NEW.position >= COALESCE((SELECT reach ->> NEW.section FROM stored_pages WHERE name = 'front'), 0)
  OR EXISTS (SELECT 1 FROM front_choices WHERE article_id = NEW.article_id AND page = '/')
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_loses_article AFTER DELETE ON published
WHEN OLD.position >= COALESCE((SELECT reach ->> OLD.section FROM stored_pages WHERE name = 'front'), 0)
  OR EXISTS (SELECT 1 FROM front_choices WHERE article_id = OLD.article_id AND page = '/')
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_changes_article AFTER UPDATE ON published
WHEN OLD.card IS NOT NEW.card AND (NEW.position >= MIN(
  COALESCE((SELECT reach ->> OLD.section FROM stored_pages WHERE name = 'front'), 0),
  COALESCE((SELECT reach ->> NEW.section FROM stored_pages WHERE name = 'front'), 0))
  OR EXISTS (SELECT 1 FROM front_choices WHERE article_id = NEW.article_id AND page = '/'))
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;
