-- Errors that readers report. `fingerprint` makes one report of a form that is sent twice. `contact` is personal data: it is deleted
-- some months after the report was closed (src/publishing/error-reports.ts). An erased report keeps only its times and outcome.
CREATE TABLE error_reports (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  at INTEGER NOT NULL,
  message TEXT NOT NULL,
  quote TEXT NOT NULL,
  contact TEXT,
  outcome TEXT CHECK (outcome IN ('answered', 'closed', 'corrected')),
  note TEXT,
  closed_at INTEGER,
  closed_by TEXT REFERENCES people (id),
  erased_at INTEGER,
  CHECK ((outcome IS NULL) = (closed_at IS NULL))
) STRICT;
CREATE INDEX error_reports_by_time ON error_reports (at);
CREATE INDEX error_reports_of_article ON error_reports (article_id, at);
CREATE INDEX error_reports_open ON error_reports (number) WHERE closed_at IS NULL;
CREATE INDEX error_reports_open_of_article ON error_reports (article_id) WHERE closed_at IS NULL;
CREATE INDEX error_reports_contact_by_closing ON error_reports (closed_at) WHERE contact IS NOT NULL;
CREATE INDEX error_reports_contact_by_time ON error_reports (at) WHERE contact IS NOT NULL;
