-- An admin corrects the date under which an article was published: an event of its own.
DROP TRIGGER events_are_immutable;
DROP TRIGGER events_are_kept;
DROP INDEX events_by_time;
ALTER TABLE events RENAME TO former_events;
CREATE TABLE events (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (
    type IN (
      'created', 'saved', 'submitted', 'returned', 'scheduled', 'unscheduled', 'published', 'withdrawn', 'corrected',
      'redated'
    )
  ),
  version INTEGER NOT NULL,
  actor_id TEXT REFERENCES people (id),
  at INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO events (article_id, number, type, version, actor_id, at, reason)
SELECT article_id, number, type, version, actor_id, at, reason FROM former_events;
DROP TABLE former_events;
CREATE INDEX events_by_time ON events (at);
CREATE TRIGGER events_are_immutable BEFORE UPDATE ON events BEGIN SELECT RAISE (ABORT, 'events are immutable'); END;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT RAISE (ABORT, 'events are kept'); END;
