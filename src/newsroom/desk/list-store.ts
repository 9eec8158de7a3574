import type { ArticleKind, ArticlePlace, ArticleState } from "../../article/article.ts";
import { fold } from "../../vietnamese/fold.ts";
import { deskColumns, isDiscarded, isRevised, toDeskLine } from "./desk-store.ts";
import type { DeskLine } from "./desk-store.ts";

/** A state; "revised": published, with a newer version that is not submitted; or "discarded". */
export type ListState = ArticleState | "revised" | "discarded";

/** The filter of a list; null means any. */
export type ListFilter = {
  ownerId: string | null;
  kind: ArticleKind | null;
  state: ListState | null;
  section: string | null;
  /** Only those listed after this one. */
  after: ArticlePlace | null;
  limit: number;
};

type Conditions = [condition: string, ...values: (string | number)[]][];

/** Articles, the newest first. Only the given filters go into the statement, so that an index serves it. */
export async function readList(db: D1Database, filter: ListFilter): Promise<DeskLine[]> {
  const given = listConditions(filter);
  const { results } = await db
    .prepare(
      `SELECT ${deskColumns} FROM articles ${chooseIndex(filter)} ${writeCondition(given)}
       ORDER BY articles.created_at DESC, articles.id DESC LIMIT ?`,
    )
    .bind(...listValues(given), filter.limit)
    .all<Parameters<typeof toDeskLine>[0]>();
  return results.map(toDeskLine);
}

/** How many of the newest articles are searched by title. */
export const maxSearchedTitles = 3000;

/** Among the newest articles those whose title has every one of some words, with or without marks. */
export async function searchTitles(
  db: D1Database,
  filter: ListFilter,
  words: string,
): Promise<DeskLine[]> {
  const given = listConditions({ ...filter, after: null });
  const { results } = await db
    .prepare(
      `SELECT articles.id, articles.title FROM articles ${writeCondition(given)}
       ORDER BY articles.created_at DESC, articles.id DESC LIMIT ?`,
    )
    .bind(...listValues(given), maxSearchedTitles)
    .all<{ id: string; title: string }>();
  const wanted = fold(words).split(/\s+/);
  const found = results.filter(({ title }) => {
    const folded = fold(title);
    return wanted.every((word) => folded.includes(word));
  });
  return readLines(
    db,
    found.slice(0, filter.limit).map(({ id }) => id),
  );
}

async function readLines(db: D1Database, ids: string[]): Promise<DeskLine[]> {
  const { results } = await db
    .prepare(
      `SELECT ${deskColumns} FROM articles WHERE articles.id IN (SELECT value FROM json_each(?1))
       ORDER BY articles.created_at DESC, articles.id DESC`,
    )
    .bind(JSON.stringify(ids))
    .all<Parameters<typeof toDeskLine>[0]>();
  return results.map(toDeskLine);
}

/** Few articles are revised, wherever they stand in the list. */
function chooseIndex({ state }: ListFilter): string {
  return state === "revised" ? "INDEXED BY articles_revised" : "";
}

function listConditions({ ownerId, kind, state, section, after }: ListFilter): Conditions {
  const given: Conditions = [];
  if (ownerId !== null) given.push(["articles.owner_id = ?", ownerId]);
  if (state === "discarded") given.push([isDiscarded]);
  else given.push(["articles.discarded_at IS NULL"]);
  if (state === "revised") given.push([isRevised]);
  else if (state !== null && state !== "discarded") given.push(["articles.state = ?", state]);
  if (kind !== null) given.push([`articles.kind = '${kind}'`]);
  if (section !== null) given.push(["articles.section = ?", section]);
  if (after !== null) {
    given.push(["(articles.created_at, articles.id) < (?, ?)", after.createdAt, after.id]);
  }
  return given;
}

function writeCondition(given: Conditions): string {
  return given.length === 0 ? "" : `WHERE ${given.map(([condition]) => condition).join(" AND ")}`;
}

function listValues(given: Conditions): (string | number)[] {
  return given.flatMap(([, ...values]) => values);
}
