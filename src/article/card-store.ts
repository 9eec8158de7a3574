import type { PublishedCard } from "./published.ts";
import type { Section } from "./section.ts";

/*
 * One page is one statement, so one round trip: its lists come as JSON columns beside the row it is about. Every list is
 * read from an index, newest first, so the rows read do not depend on how many articles there are.
 */

/** Every section, in the order of the site: a JSON array for `sectionsOf`. */
export const sectionsColumn = `(SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM (
  SELECT slug, name FROM sections ORDER BY position)) AS sections`;

/** A PublishedCard as a JSON object; `published` stands for the row. */
const cardObject = `json_object(
  'position', published.position, 'id', published.article_id, 'slug', published.slug,
  'section', json_object('slug', published.section, 'name', (SELECT name FROM sections WHERE slug = published.section)),
  'title', published.title, 'lede', published.lede, 'genre', published.genre, 'byline', json(published.byline),
  'publishedAt', published.published_at, 'updatedAt', published.updated_at, 'leadPhoto', json(published.lead_photo))`;

/**
 * A JSON array of cards, for `cardsOf`; `source` is what follows FROM: at least `published`, its conditions, order and
 * limit.
 */
export function cards(source: string): string {
  return `(SELECT json_group_array(json(card)) FROM (SELECT ${cardObject} AS card FROM ${source}))`;
}

export function sectionsOf(json: string): Section[] {
  return JSON.parse(json) as Section[];
}

export function cardsOf(json: string): PublishedCard[] {
  return JSON.parse(json) as PublishedCard[];
}
