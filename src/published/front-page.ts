import type { StoredCard } from "./card-store.ts";
import { fillPlaces } from "./places.ts";
import type { ChosenCard, PlaceRules } from "./places.ts";
import type { CardContent, CardPhoto } from "./published.ts";

/** What stands on the front page. Stories without a photo or lede in their place have none here either. */
export type FrontPage<Card = CardContent> = {
  /** The story on top: null on a site without articles. */
  lead: Card | null;
  /** Lines beside the lead story. `isChosen`: an editor chose one of them, so they are not just the latest. */
  beside: { cards: readonly Card[]; isChosen: boolean };
  /** With photo and lede, below the lead story. */
  more: readonly Card[];
  /** Below the stories. The cards of a block are newest first; the first one is large. */
  blocks: readonly FrontBlock<Card>[];
};

/** A block of the front page as an admin chose it. */
export type BlockChoice =
  | { kind: "section"; section: string }
  | { kind: "topic"; topic: string }
  | { kind: "most-read" }
  | { kind: "banner"; href: string; photo: CardPhoto }
  | { kind: "links"; title: string; links: { name: string; href: string }[] };

type FrontBlock<Card> =
  | { kind: "section"; section: string; cards: readonly Card[] }
  | { kind: "topic"; topic: string; name: string; cards: readonly Card[] }
  | { kind: "most-read"; cards: readonly Card[] }
  | Extract<BlockChoice, { kind: "banner" | "links" }>;

/** A front page as D1 holds it. */
export type StoredFrontPage = FrontPage<StoredCard<CardContent>>;

/**
 * What editors chose, the newest articles of the site, and of each section the newest of those that are older still and that
 * nobody chose, newest first; and the blocks.
 */
export type FrontPageLists = {
  chosen: readonly ChosenCard<StoredCard>[];
  newest: readonly StoredCard[];
  older: readonly StoredCard[];
  /** The sections in the order of the site. */
  sections: readonly string[];
  /** What an admin ordered; none for a block of each section. */
  blocks: readonly BlockChoice[];
  /** The topics of these blocks, with their newest articles. */
  topics: readonly { topic: string; name: string; cards: readonly StoredCard[] }[];
  mostRead: readonly StoredCard[];
};

/** The places above the blocks: the lead story, those beside it, and those below. */
export const frontPlaces: PlaceRules = { count: 13, leadsWithPhoto: true };
const maxBeside = 6;

/** How many articles of the whole site the front page needs, and how many older ones of each section. */
export const maxNewest = frontPlaces.count;
export const maxOlder = 4;

/** How many articles of a topic: enough for a block if all places above show articles of it. */
export const maxOfTopic = frontPlaces.count + maxOlder;

/** A section's block has this many articles; it repeats some from above rather than have fewer than the minimum. */
const maxInBlock = 4;
const minInBlock = 3;

const maxMostReadInBlock = 5;

/** Chooses what stands on the front page. */
export function chooseFrontPage(lists: FrontPageLists): StoredFrontPage {
  const { chosen, newest, older, sections, blocks, topics, mostRead } = lists;
  const places = fillPlaces(chosen, newest, frontPlaces);
  const [lead, ...rest] = places.map(({ card }) => card);
  const shown = new Set(places.map(({ card }) => card.id));
  const listed = [...newest, ...older];
  return {
    lead: lead === undefined ? null : largeCard(lead),
    beside: {
      cards: rest.slice(0, maxBeside).map(lineCard),
      isChosen: places.slice(1, maxBeside + 1).some(({ choice }) => choice !== null),
    },
    more: rest.slice(maxBeside).map(largeCard),
    blocks: (blocks.length === 0 ? sections.map(sectionBlock) : blocks).flatMap((block) => {
      if (block.kind === "banner" || block.kind === "links") return [block];
      if (block.kind === "topic") return fillTopic(topics, block.topic, shown);
      if (block.kind === "most-read") return fillMostRead(mostRead);
      const ofSection = listed.filter((card) => card.section === block.section);
      if (ofSection.length === 0) return [];
      return [{ ...block, cards: chooseBlock(ofSection, shown) }];
    }),
  };
}

function sectionBlock(section: string): BlockChoice {
  return { kind: "section", section };
}

function fillTopic(
  topics: FrontPageLists["topics"],
  slug: string,
  shown: ReadonlySet<string>,
): StoredFrontPage["blocks"] {
  return topics
    .filter(({ topic, cards }) => topic === slug && cards.length > 0)
    .map((topic) => ({ kind: "topic", ...topic, cards: chooseBlock(topic.cards, shown) }));
}

/** The first ones, also those that are above already. */
function fillMostRead(mostRead: FrontPageLists["mostRead"]): StoredFrontPage["blocks"] {
  const cards = mostRead.slice(0, maxMostReadInBlock).map(lineCard);
  return cards.length === 0 ? [] : [{ kind: "most-read", cards }];
}

/** The articles of a section or a topic that are not above already, if there are enough of them. */
function chooseBlock(
  cards: readonly StoredCard[],
  shown: ReadonlySet<string>,
): StoredCard<CardContent>[] {
  const others = cards.filter(({ id }) => !shown.has(id));
  return (others.length < minInBlock ? cards : others)
    .slice(0, maxInBlock)
    .map((card, place) => (place === 0 ? largeCard(card) : lineCard(card)));
}

function largeCard(card: StoredCard): StoredCard<CardContent> {
  const { slug, section, title, lede, genre, publishedAt, leadPhoto } = card;
  return { slug, section, title, lede, genre, publishedAt, leadPhoto };
}

function lineCard(card: StoredCard): StoredCard<CardContent> {
  return { ...largeCard(card), lede: "", leadPhoto: null };
}

/**
 * From which position on an article of a section may change the front page, by the section's slug. A section that is not
 * named has too few articles: each one may change it.
 */
export function findReach({ older }: Pick<FrontPageLists, "older">): Record<string, number> {
  const sections = Map.groupBy(older, (card) => card.section);
  const full = [...sections].filter(([, cards]) => cards.length >= maxOlder);
  return Object.fromEntries(
    full.map(([section, cards]) => [section, Math.min(...cards.map((card) => card.position))]),
  );
}
