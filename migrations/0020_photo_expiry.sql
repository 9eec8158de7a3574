-- Photos by their last day of use, for what has expired.
CREATE INDEX photos_by_last_day ON photos (usable_until) WHERE usable_until IS NOT NULL;
