-- Documents, video and audio. The id is the SHA-256 of the bytes, which R2 keeps under `files/<id>`. `name` is the name of the file that
-- was uploaded first. `properties` is JSON: FileProperties of src/file/file.ts.
CREATE TABLE files (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'video', 'audio')),
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  seconds REAL,
  properties TEXT NOT NULL CHECK (json_valid(properties)),
  created_at INTEGER NOT NULL,
  erased_at INTEGER,
  erasure_done_at INTEGER
) STRICT;

CREATE INDEX files_erased ON files (id) WHERE erased_at IS NOT NULL;

-- Who else uploaded the same bytes.
CREATE TABLE file_senders (
  file_id TEXT NOT NULL REFERENCES files (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (file_id, person_id)
) STRICT, WITHOUT ROWID;

-- The files of the newest version of each article.
CREATE TABLE file_uses (
  file_id TEXT NOT NULL REFERENCES files (id),
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (file_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_uses_by_article ON file_uses (article_id);

-- A file is public only while a published article or page uses it.
CREATE TABLE published_files (
  file_id TEXT NOT NULL REFERENCES files (id),
  article_id TEXT NOT NULL,
  PRIMARY KEY (file_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_files_by_article ON published_files (article_id);
