import type { StoredCard } from "./card-store.ts";
import type { CardContent } from "./published.ts";

/** What stands on the front page. Stories without a photo or lede in their place have none here either. */
export type FrontPage<Card = CardContent> = {
  /** The story on top: null on a site without articles. */
  lead: Card | null;
  /** Lines beside the lead story, newest first. */
  latest: readonly Card[];
  /** With photo and lede, below the lead story, newest first. */
  more: readonly Card[];
  /** Up to one block for each section, by its slug. Newest first; the first card is the large one. */
  blocks: readonly { section: string; cards: readonly Card[] }[];
};

/** A front page as D1 holds it. */
export type StoredFrontPage = FrontPage<StoredCard<CardContent>>;

/** The newest articles of the site, and of each section the newest of those that are older still. Newest first. */
export type FrontPageLists = { newest: readonly StoredCard[]; older: readonly StoredCard[] };

/** How many articles of the whole site the front page needs, and how many older ones of each section. */
export const maxNewest = 13;
export const maxOlder = 4;

const maxBeside = 6;

/** A section's block has this many articles; it repeats some from above rather than have fewer than the minimum. */
const maxInBlock = 4;
const minInBlock = 3;

/** Chooses what stands on the front page. */
export function chooseFrontPage({ newest, older }: FrontPageLists): StoredFrontPage {
  const lead = newest.find((card) => card.leadPhoto !== null) ?? newest[0];
  const rest = newest.filter((card) => card !== lead);
  const sections = new Set([...newest, ...older].map((card) => card.section));
  return {
    lead: lead === undefined ? null : largeCard(lead),
    latest: rest.slice(0, maxBeside).map(lineCard),
    more: rest.slice(maxBeside).map(largeCard),
    blocks: [...sections].map((section) => ({
      section,
      cards: chooseBlock(
        newest.filter((card) => card.section === section),
        older.filter((card) => card.section === section),
      ),
    })),
  };
}

/** What is not above already, if there is enough of it. Newest first. */
function chooseBlock(
  above: readonly StoredCard[],
  older: readonly StoredCard[],
): StoredCard<CardContent>[] {
  const cards = (older.length < minInBlock ? [...above, ...older] : older).slice(0, maxInBlock);
  return cards.map((card, place) => (place === 0 ? largeCard(card) : lineCard(card)));
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
export function findReach({ older }: FrontPageLists): Record<string, number> {
  const sections = Map.groupBy(older, (card) => card.section);
  const full = [...sections].filter(([, cards]) => cards.length >= maxOlder);
  return Object.fromEntries(
    full.map(([section, cards]) => [section, Math.min(...cards.map((card) => card.position))]),
  );
}
