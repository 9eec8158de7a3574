-- Who works in the newsroom, and how they come in. `unit` is what their bylines say; `email` is who Cloudflare Access says they
-- are, in small letters; `seen_at` is when they were last signed in, to a few minutes.
ALTER TABLE people ADD COLUMN email TEXT;
ALTER TABLE people ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN seen_at INTEGER;
CREATE UNIQUE INDEX people_by_email ON people (email) WHERE email IS NOT NULL;

-- A token of scope 'read' changes nothing; one of scope 'import' is not held to the limit on writing.
ALTER TABLE tokens ADD COLUMN scope TEXT NOT NULL DEFAULT 'write' CHECK (scope IN ('read', 'write', 'import'));
ALTER TABLE tokens ADD COLUMN used_at INTEGER;
CREATE INDEX tokens_by_person ON tokens (person_id);

-- Who is signed in. The cookie holds a random token, of which only the HMAC is kept. Ending a session deletes it.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  method TEXT NOT NULL CHECK (method IN ('password', 'passkey', 'link', 'access')),
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_end ON sessions (ends_at);

-- WebAuthn credentials; `id` and `public_key` in base64url, `transports` a JSON array.
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL CHECK (json_valid(transports)),
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE INDEX passkeys_by_person ON passkeys (person_id);

-- WebAuthn challenges that wait for their answer; each is taken once. `person_id` is null at sign-in.
CREATE TABLE challenges (
  challenge TEXT PRIMARY KEY,
  person_id TEXT REFERENCES people (id),
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whoever takes a role away, or an account, leaves somebody who can give it back: an admin who can sign in.
CREATE TRIGGER an_admin_remains BEFORE UPDATE OF role, disabled_at ON people
WHEN OLD.role = 'admin' AND OLD.disabled_at IS NULL AND (NEW.role <> 'admin' OR NEW.disabled_at IS NOT NULL)
  AND (OLD.password_hash LIKE 'scrypt$%' OR EXISTS (SELECT 1 FROM passkeys WHERE passkeys.person_id = OLD.id))
  AND NOT EXISTS (
    SELECT 1 FROM people AS others
    WHERE others.id <> OLD.id AND others.role = 'admin' AND others.disabled_at IS NULL
      AND (others.password_hash LIKE 'scrypt$%' OR EXISTS (SELECT 1 FROM passkeys WHERE passkeys.person_id = others.id))
  )
BEGIN SELECT RAISE (ABORT, 'an admin must remain'); END;

-- Invitations and resets: a link that sets a password once. Only the SHA-256 of its token is kept.
CREATE TABLE one_time_links (
  hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_by TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX one_time_links_by_person ON one_time_links (person_id);
CREATE TRIGGER one_time_links_are_used_once BEFORE UPDATE OF used_at ON one_time_links
WHEN OLD.used_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'the link is used'); END;

-- What somebody is writing and has not saved as a version yet, and that they are there: `content` is article JSON over
-- `base_version`, or null while they only have the form open; `seen_at` is when their form was last heard of.
CREATE TABLE working_copies (
  article_id TEXT NOT NULL REFERENCES articles (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  base_version INTEGER NOT NULL,
  content TEXT CHECK (json_valid(content)),
  saved_at INTEGER,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, person_id)
) STRICT, WITHOUT ROWID;

-- Findings of soát bài that somebody has looked at and let stand. `excerpt` is the text the finding was about.
CREATE TABLE dismissals (
  article_id TEXT NOT NULL REFERENCES articles (id),
  rule TEXT NOT NULL,
  field TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  reason TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, rule, field, excerpt)
) STRICT, WITHOUT ROWID;

-- Which photos the newest version of an article shows, the lead photo at place 0, and under which words. `folded` is those
-- words without marks, for the search of the media library.
CREATE TABLE photo_uses (
  article_id TEXT NOT NULL REFERENCES articles (id),
  place INTEGER NOT NULL,
  photo_id TEXT NOT NULL,
  alt TEXT NOT NULL,
  caption TEXT,
  credit TEXT,
  folded TEXT NOT NULL,
  PRIMARY KEY (article_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX photo_uses_by_photo ON photo_uses (photo_id);
CREATE INDEX photos_by_age ON photos (created_at DESC, id DESC);

-- What happened besides the events of articles: people, tokens, sections, settings, photos, dismissals, sign-ins.
-- `subject` names what it was done to, `detail` is JSON. Kept for good: the law asks for 12 months.
CREATE TABLE log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_id TEXT REFERENCES people (id),
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

CREATE INDEX log_by_time ON log (at);
CREATE INDEX log_by_actor ON log (actor_id, at);
CREATE TRIGGER log_is_immutable BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'the log is immutable'); END;
CREATE TRIGGER log_is_kept BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'the log is kept'); END;

-- What the newsroom saw when it looked at the public page and feed after a publication: `seen_at` when all was there, else
-- `problem` names what was not (see src/publishing/receipt.ts) and the clock looks again at `retry_at`. `in_feed` is 0 for an
-- article of an older date, which stands on a later page of the feed.
CREATE TABLE receipts (
  article_id TEXT NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  checked_at INTEGER NOT NULL,
  seen_at INTEGER,
  in_feed INTEGER NOT NULL,
  problem TEXT,
  attempts INTEGER NOT NULL,
  retry_at INTEGER,
  PRIMARY KEY (article_id, version),
  CHECK ((problem IS NULL) = (seen_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX receipts_to_retry ON receipts (retry_at) WHERE retry_at IS NOT NULL;

-- What an admin set over the settings that the site was deployed with, and what else the office keeps: royalty rates, and how
-- far a rebuild has come. `value` is JSON.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  changed_at INTEGER NOT NULL,
  changed_by TEXT REFERENCES people (id)
) STRICT, WITHOUT ROWID;

-- A correction is an event of its own: readers are told of it, and under which date.
DROP TRIGGER events_are_immutable;
DROP TRIGGER events_are_kept;
DROP INDEX events_by_time;
ALTER TABLE events RENAME TO former_events;
CREATE TABLE events (
  article_id TEXT NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (
    type IN (
      'created', 'saved', 'submitted', 'returned', 'scheduled', 'unscheduled', 'published', 'withdrawn', 'corrected'
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

CREATE TABLE corrections (
  article_id TEXT NOT NULL REFERENCES articles (id),
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (article_id, at)
) STRICT, WITHOUT ROWID;

-- The same for readers, the oldest first: [{"at": ms, "text"}].
ALTER TABLE published ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(corrections));

-- How many times in a row the clock could not publish an article that was due: those that fail go behind all others.
ALTER TABLE articles ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;

-- The newsroom's lists: by state, of everybody or of one reporter, and published ones with a newer version.
CREATE INDEX articles_by_state_and_save ON articles (state, saved_at DESC);
CREATE INDEX articles_of_owner_by_state ON articles (owner_id, state, saved_at DESC);
CREATE INDEX articles_by_publication ON articles (published_at DESC) WHERE published_at IS NOT NULL;
CREATE INDEX articles_of_owner_by_publication ON articles (owner_id, published_at DESC) WHERE published_at IS NOT NULL;
CREATE INDEX articles_revised ON articles (saved_at DESC) WHERE state = 'published' AND version > approved_version;

-- 1 when photo_uses tells of an article's newest version; articles from before this migration wait for the clock.
ALTER TABLE articles ADD COLUMN photos_noted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_without_photo_uses ON articles (id) WHERE photos_noted = 0;

-- When the last byte of an erased photo was gone and no page showed it any more; until then the clock goes on erasing.
ALTER TABLE photos ADD COLUMN erasure_done_at INTEGER;
CREATE INDEX photos_erased ON photos (id) WHERE erased_at IS NOT NULL;
CREATE INDEX photos_by_credit ON photos (credit) WHERE credit IS NOT NULL;

-- Who sent the bytes of a photo after its owner did: to them it is a photo that they sent, too.
CREATE TABLE photo_senders (
  photo_id TEXT NOT NULL REFERENCES photos (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (photo_id, person_id)
) STRICT, WITHOUT ROWID;
