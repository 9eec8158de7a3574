-- What operators watch (src/health/). It is no content of the site: a backup leaves these tables out. Times in ms since the epoch.

-- One row: when the clock last ran and how long it took. The migration counts as a run, so a clock that never runs is noticed.
-- Once a day the clock adds up the bytes of the library's photos and files.
CREATE TABLE heartbeat (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ran_at INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  photo_bytes INTEGER NOT NULL DEFAULT 0,
  file_bytes INTEGER NOT NULL DEFAULT 0,
  measured_at INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO heartbeat (id, ran_at, ms) VALUES (1, unixepoch() * 1000, 0);

-- The works of the clock that failed in the last month: how often, when last, and with which error.
CREATE TABLE clock_errors (
  work TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  failed_at INTEGER NOT NULL,
  error TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the Worker itself asked of D1 on a day (days in UTC since 1970, as the platform's limits count them).
CREATE TABLE usage_days (
  day INTEGER PRIMARY KEY,
  requests INTEGER NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_written INTEGER NOT NULL
) STRICT;

-- Backups that ended. `target` names the folder or bucket. `error` is null when the backup is whole.
CREATE TABLE backups (
  ended_at INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  target TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  error TEXT
) STRICT;
