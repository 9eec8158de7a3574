-- What a published article is listed under besides its section: its tags and its authors, by the slug in their addresses. `name`
-- is as this article spells it. Written with the projection, and made of it again by a rebuild.
CREATE TABLE published_labels (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'author')),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES published (position),
  name TEXT NOT NULL,
  PRIMARY KEY (kind, slug, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_labels_by_position ON published_labels (position);

-- The months in which something now public was first published, as "2021-01" in Vietnam's calendar; `changed_at` is when the list
-- of the month last changed. The articles of a month are a range of positions.
CREATE TABLE published_months (
  month TEXT PRIMARY KEY,
  articles INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A tag that editors have promoted: its articles are told as one story (dòng sự kiện). `slug` is the tag's.
CREATE TABLE topics (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  promoted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
