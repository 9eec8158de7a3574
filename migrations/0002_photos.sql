-- A photo's id is the SHA-256 of the bytes that were uploaded; what is kept in R2 has lost its metadata.
-- `variants` is JSON: {"480.webp": {"width": 480, "height": 320, "bytes": 20480}, …}; width and height are as seen.
CREATE TABLE photos (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES people (id),
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  variants TEXT NOT NULL CHECK (json_valid(variants)),
  credit TEXT,
  created_at INTEGER NOT NULL,
  erased_at INTEGER
) STRICT;

-- A photo is public only while a published article uses it.
CREATE TABLE published_photos (
  photo_id TEXT NOT NULL REFERENCES photos (id),
  article_id TEXT NOT NULL,
  PRIMARY KEY (photo_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_photos_by_article ON published_photos (article_id);
