import type { FieldError } from "../errors.ts";
import type { StoredCard } from "../published/card-store.ts";
import type { ChosenCard } from "../published/places.ts";
import { parseMoment } from "../request/read-value.ts";
import { frontWords } from "../vietnamese/words/front.ts";

/** The fields of a place as an editor filled them in. `article` is empty for an automatic place; `until` is local time. */
export type TypedPlace = { article: string; until: string };

/** The names of the fields of a place, counted from 0. */
export const placeFields = {
  article: (place: number) => `story-${place}`,
  until: (place: number) => `until-${place}`,
} as const;

export function readTypedPlaces(read: (name: string) => string, count: number): TypedPlace[] {
  return Array.from({ length: count }, (_, place) => ({
    article: read(placeFields.article(place)),
    until: read(placeFields.until(place)),
  }));
}

/** The typed choices whose articles are among `known`, and what is wrong with the others. `now` in ms. */
export function checkTypedPlaces(
  typed: readonly TypedPlace[],
  known: readonly StoredCard[],
  now: number,
): { chosen: ChosenCard<StoredCard>[]; errors: FieldError[] } {
  const chosen: ChosenCard<StoredCard>[] = [];
  const errors: FieldError[] = [];
  for (const [place, { article, until: typedEnd }] of typed.entries()) {
    if (article === "") continue;
    const card = known.find(({ id }) => id === article);
    const isTwice = chosen.some((one) => one.card.id === article);
    if (card === undefined || isTwice) {
      const message = isTwice ? frontWords.twice : frontWords.notPublished;
      errors.push({ path: placeFields.article(place), message });
      continue;
    }
    const until = typedEnd === "" ? null : parseMoment(`${typedEnd}+07:00`);
    const fault = typedEnd === "" ? null : findEndFault(until, now);
    if (fault !== null) errors.push({ path: placeFields.until(place), message: fault });
    chosen.push({ place, until, card });
  }
  return { chosen, errors };
}

function findEndFault(until: number | null, now: number): string | null {
  if (until === null) return frontWords.badTime;
  return until <= now ? frontWords.timePassed : null;
}
