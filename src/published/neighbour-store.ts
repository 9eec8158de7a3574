import type { Section } from "../article/article.ts";
import { parseCards, parseSections, sectionsColumn, selectCards } from "./card-store.ts";
import type { PublishedCard, TopicBox } from "./published.ts";

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

/** The place of a text among the published articles, now or once it is published. `tags` are slugs. */
export type TextPlace = {
  articleId: string;
  position: number;
  section: string | null;
  tags: string[];
};

/** The articles that readers would see beside a text if it were published now. A published article keeps its place. */
export async function readNeighbours(
  db: D1Database,
  { articleId, position, section, tags }: TextPlace,
): Promise<Neighbours> {
  const row = await db
    .prepare(
      `WITH here AS MATERIALIZED (
         SELECT COALESCE((SELECT position FROM published WHERE article_id = ?1), ?2) AS position, ?3 AS section),
       mine AS MATERIALIZED (SELECT 'tag' AS kind, value AS slug FROM json_each(?4)),
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

/** How many of the newest articles of each tag, and of the section, are candidates. */
const candidates = 8;

/** How many are shown. */
const maxRelated = 4;

/** Positions of the newest under a label of the article, itself left out: a JSON array. */
const newestUnderLabel = `(SELECT json_group_array(position) FROM (
  SELECT position FROM published_labels
  WHERE kind = 'tag' AND slug = mine.slug AND position <> here.position
  ORDER BY position DESC LIMIT ${candidates}))`;

/**
 * The articles nearest to one, as a JSON array of cards; `here` must stand for its position and section, `mine` for its
 * labels, `in_box` for the positions that the box of its topic shows. Those that share most tags come first, then those of its
 * section, then the newest. Only the newest of each tag and of the section are candidates, so that what is read depends on
 * the number of its tags alone.
 */
export const relatedColumn = `${selectCards(`(
  SELECT candidate.position, SUM(candidate.shared) AS shared, other.section = here.section AS near
  FROM (
    SELECT newest.value AS position, 1 AS shared
    FROM mine, json_each(${newestUnderLabel}) AS newest WHERE mine.kind = 'tag'
    UNION ALL
    SELECT position, 0 FROM (
      SELECT position FROM published WHERE section = here.section AND position <> here.position
      ORDER BY position DESC LIMIT ${candidates})
  ) AS candidate JOIN published AS other ON other.position = candidate.position
  WHERE candidate.position NOT IN (SELECT position FROM in_topic)
  GROUP BY candidate.position
  ORDER BY shared DESC, near DESC, candidate.position DESC LIMIT ${maxRelated}
) AS best JOIN published ON published.position = best.position
  ORDER BY best.shared DESC, best.near DESC, best.position DESC`)} AS related`;

/** How many other articles of its topic an article shows. */
const maxInTopic = 4;

/**
 * Two tables for the statement of an article's page, after `here`, which stands for its position, and `mine`, for its labels: `chosen`
 * is the article's topic (of several the one promoted last), `in_topic` the positions of the topic's newest others.
 */
export const topicTables = `chosen AS MATERIALIZED (
    SELECT topics.slug, topics.name FROM mine JOIN topics ON mine.kind = 'tag' AND topics.slug = mine.slug
    ORDER BY topics.promoted_at DESC, topics.slug LIMIT 1),
  in_topic AS MATERIALIZED (
    SELECT position FROM published_labels
    WHERE kind = 'tag' AND slug = (SELECT slug FROM chosen) AND position <> (SELECT position FROM here)
    ORDER BY position DESC LIMIT ${maxInTopic})`;

/** The topic with its newest others, as a JSON object for `parseTopicBox`. */
export const topicColumn = `(SELECT json_object('slug', chosen.slug, 'name', chosen.name, 'others', json((
    SELECT json_group_array(json_object('id', id, 'slug', slug, 'title', title, 'publishedAt', published_at)) FROM (
      SELECT published.article_id AS id, published.slug, published.title, published.published_at
      FROM in_topic JOIN published ON published.position = in_topic.position ORDER BY in_topic.position DESC))))
  FROM chosen) AS topic`;

function parseTopicBox(json: string | null): TopicBox | null {
  return json === null ? null : (JSON.parse(json) as TopicBox);
}
