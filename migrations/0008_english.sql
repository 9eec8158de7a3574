-- What an article says in English, where somebody has summed it up: {"title", "summary"}. Null for most.
ALTER TABLE published ADD COLUMN english TEXT CHECK (json_valid(english));
