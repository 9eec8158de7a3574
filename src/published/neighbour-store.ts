import type { Section } from "../article/article.ts";
import { parseCards, parseSections, sectionsColumn, selectCards } from "./card-store.ts";
import { selectPicture, toPicture } from "./label-profile-store.ts";
import type { PictureRow } from "./label-profile-store.ts";
import type { PublishedCard, TopicBox } from "./published.ts";

/** The articles next to `here`, each as a JSON object; NULL where there is none. */
export const neighbourColumns = `
  ${selectNeighbour("position > here.position ORDER BY position")} AS newer,
  ${selectNeighbour("position < here.position ORDER BY position DESC")} AS older`;

function selectNeighbour(condition: string): string {
  return `(SELECT json_object('id', article_id, 'slug', slug, 'title', title) FROM published WHERE ${condition} LIMIT 1)`;
}

/** The article published next after or last before another. */
export type Neighbour = Pick<PublishedCard, "id" | "slug" | "title">;

/** What an article's page shows besides the article. */
export type Neighbours = {
  related: PublishedCard[];
  newer: Neighbour | null;
  older: Neighbour | null;
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
       own_tags AS (SELECT value AS slug FROM json_each(?4)),
       ${topicTables}, ${sharedTable}
       SELECT ${sectionsColumn}, ${relatedColumn}, ${topicColumn}, ${neighbourColumns} FROM here`,
    )
    .bind(articleId, position, section, JSON.stringify(tags))
    .first<NeighbourRow>();
  if (row === null) throw new Error("the neighbours' statement gave no row");
  return toNeighbours(row);
}

/** The columns `sectionsColumn`, `relatedColumn`, `topicColumn` and `neighbourColumns`. */
export type NeighbourRow = Record<"sections" | "related", string> &
  Record<"newer" | "older" | "topic", string | null>;

export function toNeighbours(row: NeighbourRow): Neighbours {
  const sections = parseSections(row.sections);
  return {
    related: parseCards(row.related, sections),
    newer: parseObject<Neighbour>(row.newer),
    older: parseObject<Neighbour>(row.older),
    topic: parseTopic(row.topic),
    sections,
  };
}

/** How many of the newest articles of each tag are candidates. */
const candidates = 8;

/** How many are shown. */
const maxRelated = 4;

/** How many other articles of its topic an article shows. */
const maxInTopic = 4;

/*
 * The tables below are for the statement of an article's page. They stand after `here`, which has the position and section of the
 * article, and `own_tags`, which has the slugs of its tags. D1 takes longer to make a table or an index for one statement than to
 * read these few rows: `own_tags` is read where it is needed, and a `+` keeps SQLite from making an index. `published_by_section` holds
 * many places on one page, where each row of `published` takes a page of its own.
 */

/** The positions of the articles of the chosen topic on one side of the article, the nearest first. */
const inTopic = (side: string): string => `SELECT position FROM published_labels
    WHERE kind = 'tag' AND slug = (SELECT slug FROM chosen) AND position ${side}`;

/**
 * `chosen` is the topic of the article (of several the one promoted last), `in_topic` the positions of the articles nearest to it
 * in the topic: two on each side, or more on one if the other has fewer.
 */
export const topicTables = `chosen AS MATERIALIZED (
    SELECT topics.slug, topics.name FROM own_tags CROSS JOIN topics ON topics.slug = own_tags.slug
    ORDER BY topics.promoted_at DESC, topics.slug LIMIT 1),
  earlier AS MATERIALIZED (
    ${inTopic("< (SELECT position FROM here) ORDER BY position DESC")} LIMIT ${maxInTopic}),
  later AS MATERIALIZED (
    ${inTopic("> (SELECT position FROM here) ORDER BY position")}
    LIMIT ${maxInTopic} - MIN(${maxInTopic / 2}, (SELECT COUNT(*) FROM earlier))),
  in_topic AS MATERIALIZED (
    SELECT position FROM later
    UNION ALL SELECT position FROM (SELECT position FROM earlier LIMIT ${maxInTopic} - (SELECT COUNT(*) FROM later)))`;

/** SQL that says whether a position is not in the box of the topic. Most are outside its range, so few are compared with each. */
function isNotInTopic(position: string): string {
  return `(${position} NOT BETWEEN (SELECT MIN(position) FROM in_topic) AND (SELECT MAX(position) FROM in_topic)
    OR NOT EXISTS (SELECT 1 FROM in_topic WHERE +in_topic.position = ${position}))`;
}

/** Where the candidates of a tag end: at its eighth newest article, the article itself left out. */
const lastCandidate = `(SELECT position FROM published_labels
  WHERE kind = 'tag' AND slug = own_tags.slug AND position <> here.position
  ORDER BY position DESC LIMIT 1 OFFSET ${candidates - 1})`;

/**
 * `shared` holds the positions of the nearest articles that share a tag with the article. Those that share most tags come first, then
 * those of its section, then the newest. Articles in the box of its topic are left out. What is read depends on the number of its
 * tags alone.
 */
export const sharedTable = `shared AS MATERIALIZED (
    SELECT label.position, COUNT(*) AS tags,
      EXISTS (SELECT 1 FROM published INDEXED BY published_by_section
        WHERE section = here.section AND position = label.position) AS near
    FROM here CROSS JOIN own_tags CROSS JOIN published_labels AS label
    WHERE label.kind = 'tag' AND label.slug = own_tags.slug AND label.position >= COALESCE(${lastCandidate}, 0)
      AND label.position <> here.position AND ${isNotInTopic("label.position")}
    GROUP BY label.position ORDER BY tags DESC, near DESC, label.position DESC LIMIT ${maxRelated})`;

/** The related articles, as a JSON array of cards: those of `shared`, then the newest others of the section as far as there is room. */
export const relatedColumn = `${selectCards(`(
  SELECT position FROM shared
  UNION ALL
  SELECT position FROM (
    SELECT position FROM published
    WHERE section = here.section AND position <> here.position
      AND ${isNotInTopic("published.position")} AND NOT EXISTS (SELECT 1 FROM shared WHERE +shared.position = published.position)
    ORDER BY position DESC LIMIT ${maxRelated})
  LIMIT ${maxRelated}
) AS related CROSS JOIN published ON published.position = related.position`)} AS related`;

/** The topic with the articles around this one, as a JSON object. */
export const topicColumn = `(SELECT json_object('slug', chosen.slug, 'name', chosen.name,
  'picture', ${selectPicture("'tag'", "chosen.slug")},
  'later', (SELECT COUNT(*) FROM later), 'others', json((
    SELECT json_group_array(json_object('position', published.position, 'id', published.article_id, 'slug', published.slug,
      'title', published.title, 'publishedAt', published.published_at))
    FROM in_topic CROSS JOIN published ON published.position = in_topic.position)))
  FROM chosen) AS topic`;

/** Sorting these few here spares D1 a temporary index. */
function parseTopic(json: string | null): TopicBox | null {
  const topic = parseObject<Omit<TopicBox, "picture"> & { picture: PictureRow | null }>(json);
  if (topic === null) return null;
  topic.others.sort((one, other) => other.position - one.position);
  return { ...topic, picture: topic.picture === null ? null : toPicture(topic.picture) };
}

function parseObject<Value>(json: string | null): Value | null {
  return json === null ? null : (JSON.parse(json) as Value);
}
