-- Addresses that articles had on the site they were brought in from, as src/article/old-address.ts writes them: path and
-- query, in lower case. They lead to the article from wherever this site has no page of its own.
CREATE TABLE redirects (
  address TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX redirects_by_article ON redirects (article_id);
