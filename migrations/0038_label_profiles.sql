-- What editors tell about a label besides its name: of an author one line and a portrait, of a tag that is a topic a picture. The
-- photo is one of the library; readers see it while it stands here, so an erased photo leaves its row.
CREATE TABLE label_profiles (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'author')),
  slug TEXT NOT NULL,
  about TEXT NOT NULL,
  photo_id TEXT REFERENCES photos (id),
  alt TEXT,
  PRIMARY KEY (kind, slug),
  CHECK ((photo_id IS NULL) = (alt IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX label_profiles_by_photo ON label_profiles (photo_id) WHERE photo_id IS NOT NULL;

-- The photos that readers may see, once for each use.
CREATE VIEW public_photos AS
SELECT photo_id FROM published_photos
UNION ALL
SELECT photo_id FROM label_profiles WHERE photo_id IS NOT NULL
UNION ALL
SELECT photo_id FROM front_blocks WHERE photo_id IS NOT NULL;
