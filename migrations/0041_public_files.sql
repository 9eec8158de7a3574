-- Whether readers ever saw a file: its address then answers 410 once no published text uses it, and 404 before.
ALTER TABLE files ADD COLUMN was_public INTEGER NOT NULL DEFAULT 0;
UPDATE files SET was_public = 1 WHERE id IN (SELECT file_id FROM published_files);

CREATE TRIGGER published_files_were_public AFTER INSERT ON published_files BEGIN
  UPDATE files SET was_public = 1 WHERE id = NEW.file_id AND was_public = 0;
END;
