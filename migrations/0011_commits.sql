-- One row for each transaction of src/article/commit.ts, written by the transaction itself. When its answer is lost, the retry
-- fails on this key, and shows that the transaction was committed. An id begins with its time; the clock deletes old ones.
CREATE TABLE commits (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
