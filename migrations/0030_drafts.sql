-- Reporters discard their drafts and restore them, the clock removes discarded drafts for good, and a submission can be taken
-- back. `owner_id` is the owner of the article, so that an index finds the events of one reporter's articles.
DROP TRIGGER events_are_immutable;
DROP TRIGGER events_are_kept;
DROP INDEX events_by_time;
ALTER TABLE events RENAME TO former_events;
CREATE TABLE events (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (
    type IN (
      'created', 'saved', 'submitted', 'taken-back', 'returned', 'scheduled', 'unscheduled', 'published', 'withdrawn',
      'corrected', 'redated', 'discarded', 'restored', 'removed'
    )
  ),
  version INTEGER NOT NULL,
  actor_id TEXT REFERENCES people (id),
  at INTEGER NOT NULL,
  reason TEXT,
  owner_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO events (article_id, number, type, version, actor_id, at, reason, owner_id)
SELECT former_events.article_id, former_events.number, former_events.type, former_events.version, former_events.actor_id,
  former_events.at, former_events.reason, articles.owner_id
FROM former_events JOIN articles ON articles.id = former_events.article_id;
DROP TABLE former_events;
CREATE INDEX events_by_time ON events (at);
CREATE TRIGGER events_are_immutable BEFORE UPDATE ON events BEGIN SELECT RAISE (ABORT, 'events are immutable'); END;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT RAISE (ABORT, 'events are kept'); END;

-- The events that the desk reports. A statement must name these types in this order to use the indexes.
CREATE INDEX events_reported ON events (at)
  WHERE type IN ('submitted', 'taken-back', 'returned', 'published', 'withdrawn');
CREATE INDEX events_reported_by_owner ON events (owner_id, at)
  WHERE type IN ('submitted', 'taken-back', 'returned', 'published', 'withdrawn');

-- When a draft was discarded, and when the clock removed its text for good. Its row and its events stay, for the log.
ALTER TABLE articles ADD COLUMN discarded_at INTEGER;
ALTER TABLE articles ADD COLUMN removed_at INTEGER;
CREATE INDEX articles_discarded ON articles (discarded_at) WHERE discarded_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX articles_of_owner_discarded ON articles (owner_id, discarded_at DESC)
  WHERE discarded_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX articles_in_writing ON articles (saved_at DESC) WHERE state = 'draft' AND discarded_at IS NULL;
CREATE INDEX articles_of_owner_in_writing ON articles (owner_id, saved_at DESC)
  WHERE state = 'draft' AND discarded_at IS NULL;

-- Only the versions of a removed draft are deleted.
DROP TRIGGER versions_are_kept;
CREATE TRIGGER versions_are_kept BEFORE DELETE ON versions
WHEN NOT EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id AND state = 'draft' AND removed_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'versions are kept'); END;

-- Who opened a submission, by the number of its event "submitted": from then on it cannot be taken back.
CREATE TABLE openings (
  article_id TEXT NOT NULL REFERENCES articles (id),
  submission INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, submission, person_id)
) STRICT, WITHOUT ROWID;
