import type { Section } from "../article/article.ts";
import { joinCards, parseSections, sectionsColumn, selectCards, toCard } from "./card-store.ts";
import type { StoredCard } from "./card-store.ts";
import { chooseFrontPage, findReach, maxNewest, maxOlder } from "./front-page.ts";
import type { FrontPage, FrontPageLists, StoredFrontPage } from "./front-page.ts";
import { maxPosition } from "./position.ts";

/** The format of `content`. Raise it whenever `FrontPage` or the choice changes: what is stored is then written again. */
const format = 1;

const currentContent = `(SELECT content FROM front_page
  WHERE id = 1 AND content_change = change AND format = ${format})`;

/** The sections and the front page. `isStored` is false if it had to be chosen from the lists for this reader. */
export type FrontPageFound = { sections: Section[]; front: FrontPage; isStored: boolean };

export async function readFrontPage(db: D1Database): Promise<FrontPageFound> {
  const row = await db
    .prepare(`SELECT ${sectionsColumn}, ${currentContent} AS content`)
    .first<{ sections: string; content: string | null }>();
  if (row === null) throw new Error("the front page's statement gave no row");
  const sections = parseSections(row.sections);
  const stored = row.content === null ? null : (JSON.parse(row.content) as StoredFrontPage);
  const front = stored ?? chooseFrontPage((await readLists(db)).lists);
  return { sections, front: nameSections(front, sections), isStored: stored !== null };
}

/** Chooses and stores the front page again if an article that it may show was changed. */
export async function refreshFrontPage(db: D1Database): Promise<void> {
  const isCurrent = await db
    .prepare(`SELECT ${currentContent} IS NOT NULL AS current`)
    .first<number>("current");
  if (isCurrent === 1) return;
  const { lists, change } = await readLists(db);
  // After another change the row stays as it is: it is refreshed after that change.
  await db
    .prepare(
      `INSERT INTO front_page (id, change, content_change, format, content, reach) VALUES (1, ?1, ?1, ${format}, ?2, ?3)
       ON CONFLICT (id) DO UPDATE SET content_change = ?1, format = ${format}, content = ?2, reach = ?3 WHERE change = ?1`,
    )
    .bind(change, JSON.stringify(chooseFrontPage(lists)), JSON.stringify(findReach(lists)))
    .run();
}

/** The lists that the front page is chosen from, and the number of the last change in them. */
async function readLists(db: D1Database): Promise<{ lists: FrontPageLists; change: number }> {
  const row = await db
    .prepare(
      `WITH newest AS MATERIALIZED (SELECT position FROM published WHERE position < ?3 ORDER BY position DESC LIMIT ?1)
       SELECT COALESCE((SELECT change FROM front_page WHERE id = 1), 0) AS change,
         ${selectCards(`newest JOIN published USING (position) ORDER BY position DESC`)} AS newest,
         (SELECT '[' || COALESCE(group_concat(cards), '') || ']' FROM (
           SELECT ${joinCards(`published WHERE published.section = sections.slug
             AND published.position < (SELECT MIN(position) FROM newest)
             ORDER BY published.position DESC LIMIT ?2`)} AS cards FROM sections)) AS older`,
    )
    .bind(maxNewest, maxOlder, maxPosition)
    .first<{ change: number; newest: string; older: string }>();
  if (row === null) throw new Error("the statement of the front page's lists gave no row");
  const newest = JSON.parse(row.newest) as StoredCard[];
  return { lists: { newest, older: JSON.parse(row.older) as StoredCard[] }, change: row.change };
}

function nameSections(front: StoredFrontPage, sections: readonly Section[]): FrontPage {
  const { lead, latest, more, blocks } = front;
  return {
    lead: lead === null ? null : toCard(lead, sections),
    latest: latest.map((card) => toCard(card, sections)),
    more: more.map((card) => toCard(card, sections)),
    blocks: blocks.map(({ section, cards }) => ({
      section,
      cards: cards.map((card) => toCard(card, sections)),
    })),
  };
}
