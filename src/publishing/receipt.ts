/** What may be wrong with what readers are shown; the newsroom's words say it in Vietnamese. */
export const receiptProblems = [
  /** The page of the article cannot be opened. */
  "page-missing",
  /** It shows another version, or one from before a correction. */
  "page-old",
  "feed-missing",
  "feed-old",
  /** The feed cannot be opened, or is none. */
  "feed-unreadable",
  /** The site could not be asked. */
  "unreachable",
] as const;

export type ReceiptProblem = (typeof receiptProblems)[number];

/** What the newsroom saw when it looked at the public page and feed. Times in ms since the epoch. */
export type Receipt = {
  checkedAt: number;
  /** When all was there; null when something was not. */
  seenAt: number | null;
  /** Whether the article was in the feed's first page; one of an older date is on a later page, which nobody looks at. */
  inFeed: boolean;
  problem: ReceiptProblem | null;
};
