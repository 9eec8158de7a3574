-- The words of each tag and author, from each word to the end of its slug: "chuyen-doi-so", "doi-so" and "so". So the labels
-- with a word that begins with the typed letters are one short range of this table, whatever the size of the archive.
CREATE TABLE label_words (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'author')),
  words TEXT NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (kind, words, slug)
) STRICT, WITHOUT ROWID;

INSERT INTO label_words (kind, words, slug)
WITH RECURSIVE endings (kind, slug, words) AS (
  SELECT kind, slug, slug FROM label_slugs
  UNION ALL
  SELECT kind, slug, substr(words, instr(words, '-') + 1) FROM endings WHERE instr(words, '-') > 0)
SELECT DISTINCT kind, words, slug FROM endings;

-- Finds labels that differ only in marks, case, spaces and hyphens: "Covid-19" and "COVID 19".
CREATE INDEX label_keys ON label_slugs (kind, replace(slug, '-', ''));
