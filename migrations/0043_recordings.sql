-- Captions (WebVTT) are files, too. `width` and `height` are those of a video as it is seen, in pixels. `transcript` is the
-- words of captions, a paragraph for each line. Rows point to `files`, so their tables are filled again.
CREATE TABLE former_files AS SELECT * FROM files;
CREATE TABLE former_senders AS SELECT * FROM file_senders;
CREATE TABLE former_uses AS SELECT * FROM file_uses;
CREATE TABLE former_published AS SELECT * FROM published_files;
DELETE FROM file_senders;
DELETE FROM file_uses;
DELETE FROM published_files;
DROP TABLE files;
CREATE TABLE files (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'video', 'audio', 'captions')),
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  seconds REAL,
  properties TEXT NOT NULL CHECK (json_valid(properties)),
  created_at INTEGER NOT NULL,
  erased_at INTEGER,
  erasure_done_at INTEGER,
  was_public INTEGER NOT NULL DEFAULT 0,
  width INTEGER,
  height INTEGER,
  transcript TEXT
) STRICT;
CREATE INDEX files_erased ON files (id) WHERE erased_at IS NOT NULL;
INSERT INTO files (id, owner_id, kind, type, name, bytes, pages, seconds, properties, created_at, erased_at, erasure_done_at,
  was_public)
SELECT id, owner_id, kind, type, name, bytes, pages, seconds, properties, created_at, erased_at, erasure_done_at, was_public FROM former_files;
INSERT INTO file_senders (file_id, person_id) SELECT file_id, person_id FROM former_senders;
INSERT INTO file_uses (file_id, article_id) SELECT file_id, article_id FROM former_uses;
INSERT INTO published_files (file_id, article_id) SELECT file_id, article_id FROM former_published;
DROP TABLE former_files;
DROP TABLE former_senders;
DROP TABLE former_uses;
DROP TABLE former_published;

-- Our own video and audio in the body of a published article, as JSON: a list of PublishedRecording (src/published/published.ts).
-- NULL in rows from before this migration, which have none.
ALTER TABLE published ADD COLUMN recordings TEXT CHECK (json_valid(recordings));
