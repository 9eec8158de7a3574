/** A card with the fields that decide where it stands. */
type PlacedCard = { id: string; leadPhoto: object | null };

/** An article that an editor chose for a place, counted from 0, until a time (ms); null: until an editor changes it. */
export type Choice = { place: number; article: string; until: number | null };

/** The card of a chosen article, for its place. */
export type ChosenCard<Card> = { place: number; until: number | null; card: Card };

/** A place of a page, counted from 0. `choice` is null if nobody chose its article. */
export type Place<Card> = { place: number; card: Card; choice: { until: number | null } | null };

/** How many places a page has; `leadsWithPhoto`: its first place prefers an article with a photo. */
export type PlaceRules = { count: number; leadsWithPhoto: boolean };

/** Puts the chosen articles into their places, and the newest of the others into the places between them, newest first. */
export function fillPlaces<Card extends PlacedCard>(
  chosen: readonly ChosenCard<Card>[],
  newest: readonly Card[],
  { count, leadsWithPhoto }: PlaceRules,
): Place<Card>[] {
  const chosenIds = new Set(chosen.map(({ card }) => card.id));
  const others = newest.filter((card) => !chosenIds.has(card.id));
  const isLeadFree = !chosen.some(({ place }) => place === 0);
  const lead = leadsWithPhoto ? others.findIndex((card) => card.leadPhoto !== null) : 0;
  if (isLeadFree && lead > 0) others.unshift(...others.splice(lead, 1));
  const places: Place<Card>[] = [];
  for (let place = 0; place < count; place++) {
    const choice = chosen.find((one) => one.place === place) ?? null;
    const card = choice?.card ?? others.shift();
    if (card !== undefined) places.push({ place, card, choice });
  }
  return places;
}
