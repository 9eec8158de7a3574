-- The slug of each tag and each author, for ever: it stands in addresses. Names that differ in a mark are two labels (Lê Hà and
-- Lê Hạ); the first that is published has the plain slug, the next one a number behind it. `spelling` is the name without what
-- does not tell labels apart: case, signs and the place of the tone mark. Like `slugs`, no rebuild removes it.
CREATE TABLE label_slugs (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'author')),
  spelling TEXT NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (kind, spelling),
  UNIQUE (kind, slug)
) STRICT, WITHOUT ROWID;

-- The lists that older releases wrote do not tell such names apart. So every article is rendered again, the newest first.
UPDATE published SET photos = NULL;
