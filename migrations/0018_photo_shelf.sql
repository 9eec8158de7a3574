-- How a photo is shown, as JSON: PhotoEdit of src/photo/photo.ts, with the revision, size and variants of the files that were made by
-- it. Null: as it was uploaded. `width`, `height` and `variants` stay those of the upload.
ALTER TABLE photos ADD COLUMN edit TEXT CHECK (json_valid(edit));

-- When the photo changed, ms since the epoch, while published pages must still be rendered again because of that.
ALTER TABLE photos ADD COLUMN pages_due_since INTEGER;
CREATE INDEX photos_with_pages_due ON photos (pages_due_since) WHERE pages_due_since IS NOT NULL;

-- Where a photo comes from (null: nobody has said), under which terms, and the last day on which it may be used, as "2026-12-31" in
-- Vietnam's calendar.
ALTER TABLE photos ADD COLUMN source TEXT CHECK (source IN ('own', 'agency', 'reader', 'other'));
ALTER TABLE photos ADD COLUMN license TEXT;
ALTER TABLE photos ADD COLUMN usable_until TEXT;

-- Whether AI made the picture or altered it.
ALTER TABLE photos ADD COLUMN made_by_ai TEXT CHECK (made_by_ai IN ('generated', 'altered'));
