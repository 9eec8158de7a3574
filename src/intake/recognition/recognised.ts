import type { Byline, Source } from "../../article/article.ts";
import type { IntakeReport } from "../report.ts";
import type { Block, SourcePhoto } from "../blocks/block.ts";

/** The parts of an article that are looked for in a file. */
export type Part =
  | "title"
  | "lede"
  | "date"
  | "byline"
  | "category"
  | "source"
  | "tags"
  | "leadPhoto";

/** What a file says, as far as it was recognised. Photos are still names. Web APIs only. */
export type Recognised = {
  title: string;
  lede: string;
  body: Block[];
  leadPhoto: SourcePhoto | null;
  byline: Byline;
  source: Source | null;
  tags: string[];
  /** When it came out, in ms since the epoch; null where the file does not surely tell. */
  publishedAt: number | null;
  /** The section as the page calls it. */
  category: string | null;
  /** Where the page says it stood: whole addresses. */
  addresses: string[];
  /** By what each part was recognised, such as "h1", "json-ld", "first-paragraph"; parts not found are absent. */
  by: Partial<Record<Part, string>>;
  /** Lines that were taken for no part of the article: a repeated title, a date, furniture of a page. */
  leftOut: IntakeReport[];
  /** Whether a date was there that may be read two ways. */
  ambiguousDate: boolean;
};

/** What the data of a page tell besides its text; null what they do not. */
export type Hints = {
  title: { text: string; by: string } | null;
  date: { text: string; by: string } | null;
  author: string | null;
  category: string | null;
  /** The beginning of the lede, for finding it in the text. */
  description: string | null;
  addresses: string[];
};

/** A file in blocks: what stands before the title, after it, and after the text. */
export type ReadFile = { before: Block[]; blocks: Block[]; after: Block[]; hints: Hints };

/** `hasFurniture` says whether lines of a web page may stand in it: share buttons, counters. */
export type Recognisable = ReadFile & { hasFurniture: boolean };

export const noHints: Hints = {
  title: null,
  date: null,
  author: null,
  category: null,
  description: null,
  addresses: [],
};
