-- What an editor wrote about words of an article, for the newsroom only. `quote` are the words, `before` and `after` what stood
-- around them, `place` the number of their passage in `field`. A note about a photo names it and quotes nothing, so that nothing
-- of an erased photo stays. `done_by` ticked it off.
CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  field TEXT NOT NULL,
  quote TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  place INTEGER NOT NULL,
  photo_id TEXT REFERENCES photos (id),
  text TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  done_at INTEGER,
  done_by TEXT REFERENCES people (id),
  CHECK ((done_at IS NULL) = (done_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX notes_by_article ON notes (article_id, at);
CREATE INDEX notes_by_photo ON notes (photo_id) WHERE photo_id IS NOT NULL;
