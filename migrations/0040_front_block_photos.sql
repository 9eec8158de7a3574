-- A block changes when its photo is cropped or rotated.
CREATE TRIGGER front_page_changes_block AFTER UPDATE ON front_blocks
BEGIN
  INSERT INTO stored_pages (name, change) VALUES ('front', 1)
  ON CONFLICT (name) DO UPDATE SET change = change + 1, reach = NULL;
END;
