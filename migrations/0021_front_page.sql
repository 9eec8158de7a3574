-- What stands on the front page, chosen when an article that it may show changes, so that a reader's request reads one finished
-- row. `content` is StoredFrontPage in src/published/front-page.ts. It is right only while `content_change` is `change` and
-- `format` is that of the running Worker; until it is written again, the page is chosen from the lists for each reader.
-- `reach`: {"section": position}, from which position on an article of the section may change the page; 0 for other sections.
CREATE TABLE front_page (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change INTEGER NOT NULL,
  content_change INTEGER,
  format INTEGER,
  content TEXT CHECK (json_valid(content)),
  reach TEXT CHECK (json_valid(reach))
) STRICT;

-- `reach` is forgotten with the content that it belongs to: until there is new content, each article counts.
CREATE TRIGGER front_page_gains_article AFTER INSERT ON published
WHEN NEW.position >= COALESCE((SELECT reach ->> NEW.section FROM front_page), 0)
BEGIN
  INSERT INTO front_page (id, change) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_loses_article AFTER DELETE ON published
WHEN OLD.position >= COALESCE((SELECT reach ->> OLD.section FROM front_page), 0)
BEGIN
  INSERT INTO front_page (id, change) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET change = change + 1, reach = NULL;
END;

CREATE TRIGGER front_page_changes_article AFTER UPDATE ON published
WHEN OLD.card IS NOT NEW.card AND NEW.position >= MIN(
  COALESCE((SELECT reach ->> OLD.section FROM front_page), 0),
  COALESCE((SELECT reach ->> NEW.section FROM front_page), 0))
BEGIN
  INSERT INTO front_page (id, change) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET change = change + 1, reach = NULL;
END;
