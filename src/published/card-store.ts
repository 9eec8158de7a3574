import type { CardContent, PublishedCard } from "./published.ts";
import type { Section } from "../article/article.ts";

/*
 * One page is one statement, so one round trip: its lists come as JSON columns beside the row it is about. Every list is
 * read from an index, newest first, so the rows read do not depend on how many articles there are.
 */

/** Every section, in the order of the site: a JSON array for `parseSections`. */
export const sectionsColumn = `(SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM (
  SELECT slug, name FROM sections ORDER BY position)) AS sections`;

/**
 * A JSON array of cards, for `parseCards`; `source` is what follows FROM: at least `published`, its conditions, order and
 * limit. Each row holds its card as JSON, so they are only joined.
 */
export function selectCards(source: string): string {
  return `(SELECT '[' || COALESCE(${joinCards(source)}, '') || ']')`;
}

/** The cards of `source` one after another, with commas between; NULL where there are none. */
export function joinCards(source: string): string {
  return `(SELECT group_concat(card) FROM (SELECT published.card AS card FROM ${source}))`;
}

export function parseSections(json: string): Section[] {
  return JSON.parse(json) as Section[];
}

/** A card as D1 holds it. It names its section by slug, so a renamed section is renamed everywhere at once. */
export type StoredCard<Card extends CardContent = PublishedCard> = Omit<Card, "section"> & {
  section: string;
};

export function parseCards(json: string, sections: Section[]): PublishedCard[] {
  return (JSON.parse(json) as StoredCard[]).map((card) => toCard(card, sections));
}

export function toCard<Stored extends { section: string }>(
  card: Stored,
  sections: readonly Section[],
): Omit<Stored, "section"> & { section: Section } {
  const { section: slug, ...rest } = card;
  return {
    ...rest,
    section: sections.find((known) => known.slug === slug) ?? { slug, name: slug },
  };
}
