-- One row for each published article, by its position: the terms of src/search/search-terms.ts, a kind and a word each
-- ("e:đường f:duong"). The words come folded from us, because no tokenizer of FTS5 folds đ, so the simplest one serves.
-- Only the index is kept; what a result shows comes from `published`.
CREATE VIRTUAL TABLE search USING fts5 (
  terms,
  content = '',
  contentless_delete = 1,
  tokenize = 'ascii tokenchars '':-'''
);
