import type { TopicBox } from "./topic.ts";

/** How many other articles of its topic an article shows. */
const shown = 4;

/**
 * The topic of an article with its newest others, as a JSON object for `topicBoxOf`; `here` must stand for the article's
 * position. Of several topics, the one that was promoted last.
 */
export const topicColumn = `(SELECT json_object('slug', topics.slug, 'name', topics.name, 'others', json((
    SELECT json_group_array(json_object('id', id, 'slug', slug, 'title', title, 'publishedAt', published_at)) FROM (
      SELECT published.article_id AS id, published.slug, published.title, published.published_at
      FROM published_labels AS listed JOIN published ON published.position = listed.position
      WHERE listed.kind = 'tag' AND listed.slug = topics.slug AND listed.position <> here.position
      ORDER BY listed.position DESC LIMIT ${shown}))))
  FROM published_labels AS mine JOIN topics ON topics.slug = mine.slug
  WHERE mine.position = here.position AND mine.kind = 'tag'
  ORDER BY topics.promoted_at DESC, topics.slug LIMIT 1) AS topic`;

export function topicBoxOf(json: string | null): TopicBox | null {
  return json === null ? null : (JSON.parse(json) as TopicBox);
}
