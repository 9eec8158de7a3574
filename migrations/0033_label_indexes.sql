-- The indexes of tags and of authors (/the, /tac-gia) list every label that a published article has, in Vietnamese order.
-- `articles` counts them and `name` is as the newest of them spells it, NULL if there is none. Triggers keep both right, in the
-- transaction of the act, so no list has to be counted for a reader.
ALTER TABLE label_slugs ADD COLUMN name TEXT;
ALTER TABLE label_slugs ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;

-- The order of Vietnamese dictionaries: first the letters without tones (ă, â, đ, ê, ô, ơ and ư are letters of their own), then the
-- tones of each word: none, huyền, hỏi, ngã, sắc, nặng. In a spelling the tones stand behind their words already. The characters
-- 61440 and 61441 are for private use and stand behind every letter.
ALTER TABLE label_slugs ADD COLUMN sort_key TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(spelling, char(768), ''), char(777), ''), char(771), ''), char(769), ''), char(803), ''),
    'ă', 'a' || char(61440)), 'â', 'a' || char(61441)), 'đ', 'd' || char(61440)), 'ê', 'e' || char(61440)),
    'ô', 'o' || char(61440)), 'ơ', 'o' || char(61441)), 'ư', 'u' || char(61440))
  || ' ' ||
  replace(replace(replace(replace(replace(spelling, char(768), '1'), char(777), '2'), char(771), '3'), char(769), '4'), char(803), '5')
) VIRTUAL;

UPDATE label_slugs SET
  articles = (SELECT COUNT(*) FROM published_labels AS listed WHERE listed.kind = label_slugs.kind AND listed.slug = label_slugs.slug),
  name = (SELECT listed.name FROM published_labels AS listed
    WHERE listed.kind = label_slugs.kind AND listed.slug = label_slugs.slug ORDER BY listed.position DESC LIMIT 1);

CREATE INDEX label_index ON label_slugs (kind, sort_key, slug) WHERE articles > 0;

CREATE TRIGGER label_gains_article AFTER INSERT ON published_labels
BEGIN
  UPDATE label_slugs SET articles = articles + 1,
    name = (SELECT listed.name FROM published_labels AS listed
      WHERE listed.kind = NEW.kind AND listed.slug = NEW.slug ORDER BY listed.position DESC LIMIT 1)
  WHERE kind = NEW.kind AND slug = NEW.slug;
END;

CREATE TRIGGER label_loses_article AFTER DELETE ON published_labels
BEGIN
  UPDATE label_slugs SET articles = articles - 1,
    name = (SELECT listed.name FROM published_labels AS listed
      WHERE listed.kind = OLD.kind AND listed.slug = OLD.slug ORDER BY listed.position DESC LIMIT 1)
  WHERE kind = OLD.kind AND slug = OLD.slug;
END;
