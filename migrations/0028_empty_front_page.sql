-- The front page of a site that has no articles yet, so that it is stored from the start.
INSERT INTO front_page (id, change, content_change, format, content)
SELECT 1, 0, 0, 1, '{"lead":null,"latest":[],"more":[],"blocks":[]}'
WHERE NOT EXISTS (SELECT 1 FROM published)
ON CONFLICT (id) DO NOTHING;
