import { readFile, writeFile } from "node:fs/promises";
import type { ActUsage } from "./workers/act-usage.ts";

/** What one act needs. CPU times are ms of our Worker alone: without D1, R2 and Images, and without what an empty request costs. */
export type ActFigures = ActUsage & {
  /** In a warm isolate, and the first time. */
  cpu: number;
  firstCpu: number;
  /** CPU time of the Durable Objects that it calls. */
  objectCpu: number;
  /** Bytes of the answer. */
  bytes: number;
};

/** What was measured with so many published articles. */
export type SiteFigures = {
  day: string;
  processor: string;
  articles: number;
  /** Bytes of the database. */
  database: number;
  /** Rows that a backup reads. */
  backupRows: number;
  acts: Record<string, ActFigures>;
};

/** The figures of the last measurements, by the number of articles. docs/cost.md is computed from them. */
export type Figures = Record<string, SiteFigures>;

const figuresFile = "bench/figures.json";

export async function readFigures(): Promise<Figures> {
  return JSON.parse(await readFile(figuresFile, "utf8")) as Figures;
}

/** Stores the figures of a site, instead of earlier ones with as many articles. */
export async function keepFigures(figures: SiteFigures): Promise<void> {
  const all = { ...(await readFigures()), [figures.articles]: figures };
  await writeFile(figuresFile, `${JSON.stringify(all, null, 2)}\n`);
}
