-- What AI made or altered in a published article, as JSON: AiMarks of src/published/published.ts. Null: nothing.
ALTER TABLE published ADD COLUMN ai TEXT CHECK (json_valid(ai));
