import { cards, cardsOf, joinedCards, sectionsColumn, sectionsOf } from "./card-store.ts";
import { beyondEveryPosition } from "./position.ts";
import type { PublishedCard } from "./published.ts";
import type { Section } from "./section.ts";

export type FrontPage = {
  sections: Section[];
  latest: PublishedCard[];
  bySection: { section: Section; cards: PublishedCard[] }[];
};

/** The newest articles of the site, and of each section that has any: those among the newest, then older ones. */
export async function readFrontPage(
  db: D1Database,
  latest: number,
  perSection: number,
): Promise<FrontPage> {
  const row = await db
    .prepare(
      `WITH newest AS MATERIALIZED (SELECT position FROM published WHERE position < ?3 ORDER BY position DESC LIMIT ?1)
       SELECT ${sectionsColumn},
         ${cards(`newest JOIN published USING (position) ORDER BY position DESC`)} AS latest,
         (SELECT '[' || COALESCE(group_concat(cards), '') || ']' FROM (
           SELECT ${joinedCards(`published WHERE published.section = sections.slug
             AND published.position < (SELECT MIN(position) FROM newest)
             ORDER BY published.position DESC LIMIT ?2`)} AS cards FROM sections)) AS older`,
    )
    .bind(latest, perSection, beyondEveryPosition)
    .first<{ sections: string; latest: string; older: string }>();
  if (row === null) throw new Error("the front page's statement gave no row");
  const sections = sectionsOf(row.sections);
  const newest = cardsOf(row.latest, sections);
  const all = [...newest, ...cardsOf(row.older, sections)];
  const bySection = sections.map((section) => ({
    section,
    cards: all.filter((card) => card.section === section),
  }));
  return {
    sections,
    latest: newest,
    bySection: bySection.filter((block) => block.cards.length > 0),
  };
}
