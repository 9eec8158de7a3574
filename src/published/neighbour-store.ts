import { selectCards, parseCards, sectionsColumn, parseSections } from "./card-store.ts";
import type { PublishedCard } from "./published.ts";
import type { Section } from "../article/article.ts";
import { parseTopicBox, topicColumn, topicTables } from "./topic-box-store.ts";
import type { TopicBox } from "./topic.ts";

/** The articles next to `here`, each as a JSON array of at most one card. */
export const neighbourColumns = `
  ${selectCards(`published WHERE published.position > here.position ORDER BY published.position LIMIT 1`)} AS newer,
  ${selectCards(`published WHERE published.position < here.position ORDER BY published.position DESC LIMIT 1`)} AS older`;

/** What an article's page shows besides the article. */
export type Neighbours = {
  related: PublishedCard[];
  newer: PublishedCard | null;
  older: PublishedCard | null;
  topic: TopicBox | null;
  sections: Section[];
};

/** Where a text stands, or would stand, among what is published; `tags` are slugs. */
export type TextPlace = {
  articleId: string;
  position: number;
  section: string | null;
  tags: string[];
};

/** What would stand beside a text if readers were shown it now, at this place or where its article stands already. */
export async function readNeighbours(
  db: D1Database,
  { articleId, position, section, tags }: TextPlace,
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
  return toNeighbours(row);
}

/** The columns `sectionsColumn`, `relatedColumn`, `topicColumn` and `neighbourColumns`. */
export type NeighbourRow = Record<"sections" | "related" | "newer" | "older", string> & {
  topic: string | null;
};

export function toNeighbours(row: NeighbourRow): Neighbours {
  const sections = parseSections(row.sections);
  return {
    related: parseCards(row.related, sections),
    newer: parseCards(row.newer, sections)[0] ?? null,
    older: parseCards(row.older, sections)[0] ?? null,
    topic: parseTopicBox(row.topic),
    sections,
  };
}

/** How many of the newest under each tag, and in the section, are looked at. */
const candidates = 8;

/** How many are shown. */
const shown = 4;

/** Positions of the newest under a label of the article, itself left out: a JSON array. */
const newestUnderLabel = `(SELECT json_group_array(position) FROM (
  SELECT position FROM published_labels
  WHERE kind = 'tag' AND slug = mine.slug AND position <> here.position
  ORDER BY position DESC LIMIT ${candidates}))`;

/**
 * The articles nearest to one, as a JSON array of cards; `here` must stand for its position and section, `mine` for its
 * tags, `message` for the positions that its topic shows already. Those that share most tags come first, then those of its
 * section, then the newest. Only the newest of each tag and of the section are candidates, so that what is read depends on
 * the number of its tags alone.
 */
export const relatedColumn = `${selectCards(`(
  SELECT candidate.position, SUM(candidate.shared) AS shared, other.section = here.section AS near
  FROM (
    SELECT newest.value AS position, 1 AS shared
    FROM mine, json_each(${newestUnderLabel}) AS newest
    UNION ALL
    SELECT position, 0 FROM (
      SELECT position FROM published WHERE section = here.section AND position <> here.position
      ORDER BY position DESC LIMIT ${candidates})
  ) AS candidate JOIN published AS other ON other.position = candidate.position
  WHERE candidate.position NOT IN (SELECT position FROM told)
  GROUP BY candidate.position
  ORDER BY shared DESC, near DESC, candidate.position DESC LIMIT ${shown}
) AS best JOIN published ON published.position = best.position
  ORDER BY best.shared DESC, best.near DESC, best.position DESC`)} AS related`;
