-- The item of each published article in JSON Feeds, as far as it does not change without a new version: see `renderFeedItem` in
-- src/publishing/rendering/feed-item.ts. A feed joins these texts instead of making them at each request. They stand apart from
-- `published`, because a row of D1 holds 2 MB and both hold the body. `position` is the article's.
CREATE TABLE feed_items (
  position INTEGER PRIMARY KEY,
  begun TEXT NOT NULL,
  extension TEXT NOT NULL
) STRICT;

-- Articles without an item are rendered again, the newest first.
UPDATE published SET photos = NULL;
