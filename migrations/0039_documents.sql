-- The documents of a published article or page, as JSON: a list of PublishedDocument (src/published/published.ts). NULL in rows from before
-- this migration, which have none.
ALTER TABLE published ADD COLUMN documents TEXT CHECK (json_valid(documents));
ALTER TABLE published_pages ADD COLUMN documents TEXT CHECK (json_valid(documents));

-- The documents of published articles and pages, for the list of documents. `day` is the day of the document, or else that of the
-- publication, as "2021-01-28"; `kind` and `number` are folded, and empty where nobody stated them. `document` is a PublishedDocument,
-- `path` the address of the article or page.
CREATE TABLE published_documents (
  article_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (article_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_documents_by_day ON published_documents (day DESC, article_id, place);
CREATE INDEX published_documents_by_kind ON published_documents (kind, day DESC, article_id, place);
CREATE INDEX published_documents_by_number ON published_documents (number, day) WHERE number <> '';
