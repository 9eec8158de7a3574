-- Which version of an article somebody opened on its review page, and when they first did.
CREATE TABLE version_views (
  article_id TEXT NOT NULL REFERENCES articles (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, person_id, version)
) STRICT, WITHOUT ROWID;
