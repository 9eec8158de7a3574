-- The newsroom's handbook: how names, offices and terms are written. `wrong_forms` is a JSON array of forms that are known to
-- be wrong.
CREATE TABLE handbook (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL UNIQUE,
  wrong_forms TEXT NOT NULL CHECK (json_valid(wrong_forms)),
  note TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
