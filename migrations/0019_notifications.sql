-- Browsers that receive notifications. Each belongs to a session and ends with it. `id` is the SHA-256 of `endpoint`, the
-- address that the browser's push service gave; the keys encrypt what is sent to it.
CREATE TABLE push_devices (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
  endpoint TEXT NOT NULL,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The kinds of notifications that a person does not want, as a JSON list.
ALTER TABLE people ADD COLUMN muted_notifications TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(muted_notifications));

-- The problems of publishing that admins were notified of. A problem that is solved leaves the table.
CREATE TABLE notified_alerts (
  alert TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The outbox has notifications, too: one row for each device.
DROP INDEX outbox_due;
ALTER TABLE outbox RENAME TO former_outbox;
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('purge', 'notification')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  rounds INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  done_at INTEGER
) STRICT;
INSERT INTO outbox (id, kind, payload, created_at, due_at, rounds, attempts, last_error, done_at)
SELECT id, kind, payload, created_at, due_at, rounds, attempts, last_error, done_at FROM former_outbox;
DROP TABLE former_outbox;
CREATE INDEX outbox_due ON outbox (kind, due_at) WHERE done_at IS NULL;
