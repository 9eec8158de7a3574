CREATE TABLE sections (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE INDEX sections_in_order ON sections (position, slug, name);

-- Where an article stands. `version` is its newest version, `approved_version` the one last published (it outlives a
-- withdrawal), `event` the number of its newest event: two writers who read the same number cannot both write the next.
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES people (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'scheduled', 'published', 'withdrawn')),
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  section TEXT REFERENCES sections (slug),
  version INTEGER NOT NULL,
  approved_version INTEGER,
  scheduled_version INTEGER,
  scheduled_at INTEGER,
  published_at INTEGER,
  updated_at INTEGER,
  event INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  CHECK ((scheduled_version IS NULL) = (scheduled_at IS NULL))
) STRICT;

CREATE INDEX articles_by_age ON articles (created_at DESC, id DESC);
CREATE INDEX articles_by_state ON articles (state, created_at DESC, id DESC);
CREATE INDEX articles_by_owner ON articles (owner_id, created_at DESC, id DESC);
CREATE INDEX articles_due ON articles (scheduled_at) WHERE scheduled_at IS NOT NULL;

-- Every save adds one; none is ever changed.
CREATE TABLE versions (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  author_id TEXT NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER versions_are_immutable BEFORE UPDATE ON versions BEGIN SELECT RAISE (ABORT, 'versions are immutable'); END;
CREATE TRIGGER versions_are_kept BEFORE DELETE ON versions BEGIN SELECT RAISE (ABORT, 'versions are kept'); END;

-- Who did what to which version, when and why. `actor_id` is null when the clock did it.
CREATE TABLE events (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (
    type IN (
      'created', 'saved', 'submitted', 'returned', 'scheduled', 'unscheduled', 'published', 'withdrawn'
    )
  ),
  version INTEGER NOT NULL,
  actor_id TEXT REFERENCES people (id),
  at INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX events_by_time ON events (at);
CREATE TRIGGER events_are_immutable BEFORE UPDATE ON events BEGIN SELECT RAISE (ABORT, 'events are immutable'); END;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT RAISE (ABORT, 'events are kept'); END;

-- Every address an article has had. `public_since` is null while no reader can have seen it.
CREATE TABLE slugs (
  slug TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  public_since INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX slugs_by_article ON slugs (article_id);
