import type { Article, ArticleContent } from "../../article/article.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { Dismissal } from "../../article/dismissal-store.ts";
import type { FieldError } from "../../errors.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";

/** What there is to say above the form. */
export type Banner = { kind: "done" | "note" | "faults"; text: string };

/** What the form shows. */
export type FormView = {
  /** Null for an article that was never saved: `key` then names it. */
  article: Article | null;
  key: string;
  baseVersion: number;
  values: FormValues;
  errors: FieldError[];
  banner: Banner | null;
  /** When the unsaved text that is shown was kept, ms; null where a version is shown. */
  workingSince: number | null;
  status: number;
  /** Whether this person made the newest version, as far as is known. */
  isOwnVersion: boolean;
};

/** Text that is in the fields, and what soát bài says of it. */
export type Proofread = {
  content: ArticleContent;
  parted: SortedFindings;
  dismissals: Dismissal[];
};
