import { cards, cardsOf, sectionsColumn, sectionsOf } from "./card-store.ts";
import type { PublishedCard } from "./published.ts";
import type { Section } from "./section.ts";

/** One page of a list, newest first; `older` is the cursor of the next page. */
export type ListPage = { sections: Section[]; cards: PublishedCard[]; older: number | null };

/** Articles of a section published before a position. */
export async function readSectionPage(
  db: D1Database,
  section: string,
  before: number,
  limit: number,
): Promise<ListPage> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${cards(`published WHERE published.section = ?1 AND published.position < ?2
         ORDER BY published.position DESC LIMIT ?3`)} AS cards`,
    )
    .bind(section, before, limit + 1)
    .first<{ sections: string; cards: string }>();
  if (row === null) throw new Error("the list's statement gave no row");
  const found = cardsOf(row.cards);
  const shown = found.slice(0, limit);
  return {
    sections: sectionsOf(row.sections),
    cards: shown,
    older: found.length > limit ? (shown.at(-1)?.position ?? null) : null,
  };
}
