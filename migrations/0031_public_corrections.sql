-- The corrections of public articles, for the page that lists all of them. `position` orders them as `published.position` orders
-- articles: the time in ms × 1024, plus a small number that keeps it unique.
CREATE TABLE published_corrections (
  position INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX published_corrections_of_article ON published_corrections (article_id, at);

INSERT INTO published_corrections (position, article_id, at, text)
SELECT at * 1024 + ROW_NUMBER() OVER (PARTITION BY at ORDER BY article_id) - 1, article_id, at, text
FROM corrections WHERE EXISTS (SELECT 1 FROM published WHERE published.article_id = corrections.article_id);
