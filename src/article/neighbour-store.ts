import { cards, cardsOf, sectionsColumn, sectionsOf } from "./card-store.ts";
import type { PublishedCard } from "./published.ts";
import { relatedColumn } from "./related-store.ts";
import type { Section } from "./section.ts";
import { topicBoxOf, topicColumn, topicTables } from "./topic-store.ts";
import type { TopicBox } from "./topic.ts";

/** The articles next to `here`, each as a JSON array of at most one card. */
export const neighbourColumns = `
  ${cards(`published WHERE published.position > here.position ORDER BY published.position LIMIT 1`)} AS newer,
  ${cards(`published WHERE published.position < here.position ORDER BY published.position DESC LIMIT 1`)} AS older`;

/** What an article's page shows besides the article. */
export type Neighbours = {
  related: PublishedCard[];
  newer: PublishedCard | null;
  older: PublishedCard | null;
  topic: TopicBox | null;
  sections: Section[];
};

/** Where a text stands, or would stand, among what is published; `tags` are slugs. */
export type Place = { articleId: string; position: number; section: string | null; tags: string[] };

/** What would stand beside a text if readers were shown it now, at this place or where its article stands already. */
export async function readNeighbours(
  db: D1Database,
  { articleId, position, section, tags }: Place,
): Promise<Neighbours> {
  const row = await db
    .prepare(
      `WITH here AS MATERIALIZED (
         SELECT COALESCE((SELECT position FROM published WHERE article_id = ?1), ?2) AS position, ?3 AS section),
       mine AS MATERIALIZED (SELECT value AS slug FROM json_each(?4)),
       ${topicTables}
       SELECT ${sectionsColumn}, ${relatedColumn}, ${topicColumn}, ${neighbourColumns} FROM here`,
    )
    .bind(articleId, position, section, JSON.stringify(tags))
    .first<NeighbourRow>();
  if (row === null) throw new Error("the neighbours' statement gave no row");
  return neighboursOf(row);
}

/** The columns `sectionsColumn`, `relatedColumn`, `topicColumn` and `neighbourColumns`. */
export type NeighbourRow = Record<"sections" | "related" | "newer" | "older", string> & {
  topic: string | null;
};

export function neighboursOf(row: NeighbourRow): Neighbours {
  const sections = sectionsOf(row.sections);
  return {
    related: cardsOf(row.related, sections),
    newer: cardsOf(row.newer, sections)[0] ?? null,
    older: cardsOf(row.older, sections)[0] ?? null,
    topic: topicBoxOf(row.topic),
    sections,
  };
}
