import { parseSections, sectionsColumn, selectCards } from "./card-store.ts";
import type { StoredCard } from "./card-store.ts";
import type { Choice, ChosenCard } from "./places.ts";
import { maxPosition } from "./position.ts";
import type { Section } from "../article/article.ts";

/** The front page among the pages that editors arrange; the others are sections, by their slugs. */
export const frontPageName = "/";

/** SQL for what editors chose for a page, as a JSON array of ChosenCard. `page` is an SQL expression. */
export function selectChosen(page: string): string {
  return `(SELECT '[' || COALESCE(group_concat(json_object('place', place, 'until', until, 'card', json(card))), '') || ']'
    FROM front_choices JOIN published USING (article_id) WHERE front_choices.page = ${page})`;
}

export function parseChosen(json: string): ChosenCard<StoredCard>[] {
  return JSON.parse(json) as ChosenCard<StoredCard>[];
}

/** The last save of a page's choices; `by` is the editor's name. */
type LastEdit = { number: number; at: number; by: string };

/** What the editor of a page needs. `newest` are the newest articles that may stand on it, and `named` those with these ids. */
export type ArrangedPage = {
  sections: Section[];
  lastEdit: LastEdit | null;
  chosen: ChosenCard<StoredCard>[];
  newest: StoredCard[];
  named: StoredCard[];
};

export async function readArrangedPage(
  db: D1Database,
  page: string,
  { limit, ids }: { limit: number; ids: readonly string[] },
): Promise<ArrangedPage> {
  const inPage = page === frontPageName ? "" : "AND published.section = ?1";
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${selectChosen("?1")} AS chosen,
         (SELECT json_object('number', number, 'at', at, 'by', people.name) FROM front_edits
          JOIN people ON people.id = actor_id WHERE page = ?1 ORDER BY number DESC LIMIT 1) AS lastEdit,
         ${selectCards(`published WHERE published.position < ?2 ${inPage} ORDER BY published.position DESC LIMIT ?3`)} AS newest,
         ${selectCards(`json_each(?4) AS wanted JOIN published ON published.article_id = wanted.value WHERE 1 ${inPage}`)} AS named`,
    )
    .bind(page, maxPosition, limit, JSON.stringify(ids))
    .first<{
      sections: string;
      chosen: string;
      lastEdit: string | null;
      newest: string;
      named: string;
    }>();
  if (row === null) throw new Error("the statement of an arranged page gave no row");
  return {
    sections: parseSections(row.sections),
    lastEdit: row.lastEdit === null ? null : (JSON.parse(row.lastEdit) as LastEdit),
    chosen: parseChosen(row.chosen),
    newest: JSON.parse(row.newest) as StoredCard[],
    named: JSON.parse(row.named) as StoredCard[],
  };
}

/** The name of the constraint that refuses a second save with the same number. */
export const editConstraint = "front_edits.page";

/** The statement that claims the next save of a page. It fails by `editConstraint` if somebody else has saved meanwhile. */
export function claimEdit(
  db: D1Database,
  page: string,
  { number, at, by }: { number: number; at: number; by: string },
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO front_edits (page, number, at, actor_id) VALUES (?1, ?2, ?3, ?4)`)
    .bind(page, number, at, by);
}

/** The statements that replace the choices of a page. Articles that were withdrawn meanwhile are left out. */
export function replaceChoices(
  db: D1Database,
  page: string,
  choices: readonly Choice[],
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM front_choices WHERE page = ?1`).bind(page),
    db
      .prepare(
        `INSERT INTO front_choices (page, place, article_id, until)
         SELECT ?1, value ->> 'place', article_id, value ->> 'until' FROM json_each(?2)
         JOIN published ON article_id = value ->> 'article' WHERE ?1 IN ('${frontPageName}', section)`,
      )
      .bind(page, JSON.stringify(choices)),
  ];
}

/** A choice whose time has passed. */
export type EndedChoice = { page: string; article: string; title: string };

export async function readEndedChoices(db: D1Database, now: number): Promise<EndedChoice[]> {
  const { results } = await db
    .prepare(
      `SELECT page, article_id AS article, COALESCE(title, article_id) AS title
       FROM front_choices LEFT JOIN published USING (article_id) WHERE until <= ?1`,
    )
    .bind(now)
    .all<EndedChoice>();
  return results;
}

/** The statement that ends the choices whose time has passed. */
export function endChoices(db: D1Database, now: number): D1PreparedStatement {
  return db.prepare(`DELETE FROM front_choices WHERE until <= ?1`).bind(now);
}
