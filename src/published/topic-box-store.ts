import type { TopicBox } from "./topic.ts";

/** How many other articles of its topic an article shows. */
const shown = 4;

/**
 * Two tables for the statement of an article's page, after `here`, which stands for its position, and `mine`, for its tags: `chosen`
 * is the article's topic (of several the one promoted last), `message` the positions of the topic's newest others.
 */
export const topicTables = `chosen AS MATERIALIZED (
    SELECT topics.slug, topics.name FROM mine JOIN topics ON topics.slug = mine.slug
    ORDER BY topics.promoted_at DESC, topics.slug LIMIT 1),
  told AS MATERIALIZED (
    SELECT position FROM published_labels
    WHERE kind = 'tag' AND slug = (SELECT slug FROM chosen) AND position <> (SELECT position FROM here)
    ORDER BY position DESC LIMIT ${shown})`;

/** The topic with its newest others, as a JSON object for `parseTopicBox`. */
export const topicColumn = `(SELECT json_object('slug', chosen.slug, 'name', chosen.name, 'others', json((
    SELECT json_group_array(json_object('id', id, 'slug', slug, 'title', title, 'publishedAt', published_at)) FROM (
      SELECT published.article_id AS id, published.slug, published.title, published.published_at
      FROM told JOIN published ON published.position = told.position ORDER BY told.position DESC))))
  FROM chosen) AS topic`;

export function parseTopicBox(json: string | null): TopicBox | null {
  return json === null ? null : (JSON.parse(json) as TopicBox);
}
