/** How staff closed a report. */
export type ReportOutcome = "answered" | "closed" | "corrected";

/** An error that a reader reports, in plain text. */
export type TypedReport = {
  /** What is wrong. */
  message: string;
  /** The wrong words of the article; empty if the reader quoted none. */
  quote: string;
  /** How to reach the reader; empty if they do not say. Only staff see it. */
  contact: string;
};

/** A stored report. Times in ms since the epoch. */
type ErrorReport = TypedReport & {
  number: number;
  articleId: string;
  at: number;
  /** Null while it is open. */
  closing: { outcome: ReportOutcome; note: string; at: number; by: string | null } | null;
  /** When its text and contact were erased; null if they are there. */
  erasedAt: number | null;
};

/** A report with its article, as it is now. */
export type ReportWithArticle = ErrorReport & {
  title: string;
  slug: string;
  ownerId: string;
  section: string | null;
  isPublic: boolean;
};

/** The most characters of each field. */
export const maxReportLength = { message: 2000, quote: 500, contact: 200, note: 2000 } as const;
