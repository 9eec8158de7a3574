-- One row for each published article, by its position: the text as written, and folded (no marks, đ as d, lower case),
-- because no tokenizer of FTS5 folds đ. Only the index is kept; what a result shows comes from `published`.
CREATE VIRTUAL TABLE search USING fts5 (
  title,
  text,
  folded_title,
  folded_text,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0'
);
