-- Who took a photo, as a reporter says who may not change the photo any more: an editor accepts or refuses it. The newest counts.
CREATE TABLE credit_proposals (
  photo_id TEXT PRIMARY KEY REFERENCES photos (id),
  credit TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
