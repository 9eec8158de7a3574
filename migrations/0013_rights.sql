-- No row can be added. A statement that tries, because a condition does not hold, makes its whole transaction fail: see
-- src/people/requirement-store.ts.
CREATE TABLE unmet_requirements (
  requirement TEXT NOT NULL,
  CONSTRAINT requirement_is_unmet CHECK (requirement IS NULL)
) STRICT;

-- Tokens end. Those issued before this migration work for another year.
ALTER TABLE tokens ADD COLUMN ends_at INTEGER NOT NULL DEFAULT 0;
UPDATE tokens SET ends_at = (unixepoch() + 365 * 24 * 60 * 60) * 1000;

-- Links to the preview of one version. `person_id` made the link. Only the SHA-256 of its token is stored. Links from before
-- this migration, which were signed and not stored, do not work any more: nobody knows their makers.
CREATE TABLE preview_links (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  made_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX preview_links_by_article ON preview_links (article_id, ends_at);
CREATE INDEX preview_links_by_person ON preview_links (person_id);

-- Enabling an account again revives nothing. Accounts that were disabled before this migration lose what they still have.
DELETE FROM sessions WHERE person_id IN (SELECT id FROM people WHERE disabled_at IS NOT NULL);
DELETE FROM passkeys WHERE person_id IN (SELECT id FROM people WHERE disabled_at IS NOT NULL);
UPDATE tokens SET revoked_at = unixepoch() * 1000
  WHERE revoked_at IS NULL AND person_id IN (SELECT id FROM people WHERE disabled_at IS NOT NULL);
UPDATE one_time_links SET ends_at = 0
  WHERE used_at IS NULL AND person_id IN (SELECT id FROM people WHERE disabled_at IS NOT NULL);
UPDATE people SET password_hash = 'none' WHERE disabled_at IS NOT NULL;
