-- How many rows of D1 were read in an hour for addresses that have no end, such as searches: at most as many as ROWS_PER_HOUR says. One
-- row, for the present hour. `hour` is in hours since the epoch.
CREATE TABLE reading_hours (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hour INTEGER NOT NULL,
  rows_read INTEGER NOT NULL
) STRICT;
