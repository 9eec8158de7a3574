-- What feeds, downloads, paper and search need of a published body, recorded when it is rendered, so that nothing has to read
-- it back from the HTML. `photos`: [PublishedPhoto with "start" and "end"], `addresses`: places in `html` (both described in
-- src/published/published.ts), `text`: every word that search knows besides the title, a line for each block.
-- NULL in rows that an older release wrote: the clock renders these again, the newest first.
ALTER TABLE published ADD COLUMN photos TEXT CHECK (json_valid(photos));
ALTER TABLE published ADD COLUMN addresses TEXT CHECK (json_valid(addresses));
ALTER TABLE published ADD COLUMN text TEXT;
CREATE INDEX published_stale ON published (position DESC) WHERE photos IS NULL;
