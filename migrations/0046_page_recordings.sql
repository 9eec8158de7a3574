-- Our own video and audio in the body of a standing page, as in published.recordings. NULL in rows from before this migration
-- until the page is published or rebuilt again: its head then describes none.
ALTER TABLE published_pages ADD COLUMN recordings TEXT CHECK (json_valid(recordings));
