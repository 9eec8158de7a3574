import { selectCards, parseCards, sectionsColumn, parseSections, toCard } from "./card-store.ts";
import { parseChosen, selectChosen } from "./choice-store.ts";
import { parsePicture, selectPicture } from "./label-profile-store.ts";
import type { LabelKind } from "./label-store.ts";
import { makeMonthKey, parseMonth, findMonthPositions } from "./month.ts";
import type { Month } from "./month.ts";
import { fillPlaces } from "./places.ts";
import type { ChosenCard, PlaceRules } from "./places.ts";
import type { LabelPicture, PublishedCard, Topic } from "./published.ts";
import type { Section } from "../article/article.ts";
import { maxPosition } from "./position.ts";

/** One page of a list, newest first; `older` is the cursor of the next page. */
export type ListPart = { sections: Section[]; cards: PublishedCard[]; older: number | null };

type ListRow = { sections: string; cards: string };

/** A part of a list: the articles before a position, at most `limit`. */
export type ListRange = { before: number; limit: number };

/** The places of a section's first page that editors may choose articles for. */
export const sectionPlaces: PlaceRules = { count: 7, leadsWithPhoto: false };

/**
 * Articles of a section. Its first page begins with what editors chose. What is older than that page stands in the list by its
 * date, too.
 */
export async function readSectionPage(
  db: D1Database,
  section: string,
  { before, limit }: ListRange,
): Promise<ListPart> {
  const isFirst = before === maxPosition;
  const unlessChosen = isFirst
    ? `AND NOT EXISTS (SELECT 1 FROM front_choices WHERE article_id = published.article_id AND page = ?1)`
    : "";
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${isFirst ? selectChosen("?1") : "'[]'"} AS chosen,
         ${selectCards(`published WHERE published.section = ?1 AND published.position < ?2 ${unlessChosen}
         ORDER BY published.position DESC LIMIT ?3`)} AS cards`,
    )
    .bind(section, before, limit + 1)
    .first<ListRow & { chosen: string }>();
  if (row === null) throw new Error("the list's statement gave no row");
  const sections = parseSections(row.sections);
  const chosen = parseChosen(row.chosen).map((one) => ({
    ...one,
    card: toCard(one.card, sections),
  }));
  return arrangeListPart({ sections, chosen, cards: parseCards(row.cards, sections) }, limit);
}

type FoundCards = {
  sections: Section[];
  chosen: readonly ChosenCard<PublishedCard>[];
  cards: readonly PublishedCard[];
};

/** A page of a section with the chosen articles in their places. */
export function arrangeListPart({ sections, chosen, cards }: FoundCards, limit: number): ListPart {
  const places = fillPlaces(chosen, cards, { ...sectionPlaces, count: limit });
  const listed = places.filter(({ choice }) => choice === null).map(({ card }) => card);
  const others = cards.filter(({ id }) => !chosen.some(({ card }) => card.id === id));
  return {
    sections,
    cards: places.map(({ card }) => card),
    older: others.length > listed.length ? (listed.at(-1)?.position ?? null) : null,
  };
}

/** The list of a tag or an author. `name` is as the newest article spells it; `topic` is set if the tag is a topic; `about` and `picture` are what editors told. */
export type LabelListPart = ListPart & {
  name: string;
  topic: Topic | null;
  about: string;
  picture: LabelPicture | null;
};

/** Articles with a tag or an author; null if no published article has it. */
export async function readLabelPage(
  db: D1Database,
  label: { kind: LabelKind; slug: string },
  { before, limit }: ListRange,
): Promise<LabelListPart | null> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${selectCards(`published_labels AS listed JOIN published ON published.position = listed.position
         WHERE listed.kind = ?1 AND listed.slug = ?2 AND listed.position < ?3
         ORDER BY listed.position DESC LIMIT ?4`)} AS cards,
         (SELECT name FROM published_labels WHERE kind = ?1 AND slug = ?2 ORDER BY position DESC LIMIT 1) AS name,
         (SELECT json_object('slug', slug, 'name', name, 'summary', summary) FROM topics
          WHERE slug = ?2 AND ?1 = 'tag') AS topic,
         (SELECT about FROM label_profiles WHERE kind = ?1 AND slug = ?2) AS about, ${selectPicture("?1", "?2")} AS picture`,
    )
    .bind(label.kind, label.slug, before, limit + 1)
    .first<ListRow & Record<"name" | "topic" | "about" | "picture", string | null>>();
  if (row === null) throw new Error("the list's statement gave no row");
  if (row.name === null) return null;
  const topic = row.topic === null ? null : (JSON.parse(row.topic) as Topic);
  const picture = parsePicture(row.picture);
  return { ...toListPart(row, limit), name: row.name, topic, about: row.about ?? "", picture };
}

/** The articles of a topic. `since` is when the first was published, ms; null if there is none. */
export type TopicListPart = ListPart & {
  topic: Topic;
  picture: LabelPicture | null;
  since: number | null;
};

/** Articles of a topic; null if there is no such topic. */
export async function readTopicPage(
  db: D1Database,
  slug: string,
  { before, limit }: ListRange,
): Promise<TopicListPart | null> {
  const row = await db
    .prepare(
      `SELECT topics.name, topics.summary, ${selectPicture("'tag'", "topics.slug")} AS picture, ${sectionsColumn},
         (SELECT published.published_at FROM published_labels AS listed
          JOIN published ON published.position = listed.position
          WHERE listed.kind = 'tag' AND listed.slug = ?1 ORDER BY listed.position LIMIT 1) AS since,
         ${selectCards(`published_labels AS listed JOIN published ON published.position = listed.position
         WHERE listed.kind = 'tag' AND listed.slug = ?1 AND listed.position < ?2
         ORDER BY listed.position DESC LIMIT ?3`)} AS cards
       FROM topics WHERE topics.slug = ?1`,
    )
    .bind(slug, before, limit + 1)
    .first<
      ListRow & { name: string; summary: string; picture: string | null; since: number | null }
    >();
  if (row === null) return null;
  const { name, summary, since } = row;
  const picture = parsePicture(row.picture);
  return { ...toListPart(row, limit), topic: { slug, name, summary }, picture, since };
}

/** The articles of a month, and the nearest months with articles before and after it. */
export type MonthListPart = ListPart & { earlier: Month | null; later: Month | null };

/** Articles first published in a month, or null when there are none. */
export async function readMonthPage(
  db: D1Database,
  month: Month,
  { before, limit }: ListRange,
): Promise<MonthListPart | null> {
  const { from, until } = findMonthPositions(month);
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${selectCards(`published WHERE published.position >= ?2 AND published.position < ?3
         ORDER BY published.position DESC LIMIT ?4`)} AS cards,
         (SELECT month FROM published_months WHERE month < ?1 ORDER BY month DESC LIMIT 1) AS earlier,
         (SELECT month FROM published_months WHERE month > ?1 ORDER BY month LIMIT 1) AS later
       FROM published_months WHERE month = ?1`,
    )
    .bind(makeMonthKey(month), from, Math.min(before, until), limit + 1)
    .first<ListRow & { earlier: string | null; later: string | null }>();
  if (row === null) return null;
  const { earlier, later } = row;
  return {
    ...toListPart(row, limit),
    earlier: earlier === null ? null : parseMonth(earlier),
    later: later === null ? null : parseMonth(later),
  };
}

/** One card more than the limit was read: if it is there, there is another page. */
function toListPart(row: ListRow, limit: number): ListPart {
  const sections = parseSections(row.sections);
  const found = parseCards(row.cards, sections);
  const shown = found.slice(0, limit);
  return {
    sections,
    cards: shown,
    older: found.length > limit ? (shown.at(-1)?.position ?? null) : null,
  };
}

/** How many of the newest articles a page offers that has nothing else to show. */
export const articlesInstead = 6;

/** The sections, and the newest articles of the site. */
export async function readLatest(
  db: D1Database,
): Promise<{ sections: Section[]; latest: PublishedCard[] }> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${selectCards(`published WHERE published.position < ?1
         ORDER BY published.position DESC LIMIT ?2`)} AS cards`,
    )
    .bind(maxPosition, articlesInstead)
    .first<ListRow>();
  if (row === null) throw new Error("the statement of the latest gave no row");
  const sections = parseSections(row.sections);
  return { sections, latest: parseCards(row.cards, sections) };
}
