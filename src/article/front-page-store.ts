import { cards, cardsOf, sectionsColumn, sectionsOf } from "./card-store.ts";
import { beyondEveryPosition } from "./position.ts";
import type { PublishedCard } from "./published.ts";
import type { Section } from "./section.ts";

export type FrontPage = {
  sections: Section[];
  latest: PublishedCard[];
  bySection: { section: Section; cards: PublishedCard[] }[];
};

/** The newest articles of the site, and of each section that has any. */
export async function readFrontPage(
  db: D1Database,
  latest: number,
  perSection: number,
): Promise<FrontPage> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${cards(`published WHERE published.position < ?3
         ORDER BY published.position DESC LIMIT ?1`)} AS latest,
         (SELECT json_group_array(json_object('section', json_object('slug', slug, 'name', name), 'cards', json(cards)))
          FROM (SELECT slug, name, ${cards(`published WHERE published.section = sections.slug
            ORDER BY published.position DESC LIMIT ?2`)} AS cards FROM sections ORDER BY sections.position)) AS bySection`,
    )
    .bind(latest, perSection, beyondEveryPosition)
    .first<{ sections: string; latest: string; bySection: string }>();
  if (row === null) throw new Error("the front page's statement gave no row");
  const bySection = JSON.parse(row.bySection) as FrontPage["bySection"];
  return {
    sections: sectionsOf(row.sections),
    latest: cardsOf(row.latest),
    bySection: bySection.filter((block) => block.cards.length > 0),
  };
}
