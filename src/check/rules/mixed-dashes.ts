import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { PersonMention } from "../person-mentions.ts";
import type { ReadArticle } from "../read-article.ts";

/** One person's title set off by " - " here and by " – " there; the rarer dash is pointed at. */
export function mixedDashes({ people }: ReadArticle): Finding[] {
  const titled = people.filter(({ dashes }) => dashes.length > 0);
  return [...Map.groupBy(titled, ({ name }) => name).values()].flatMap(mixedFor);
}

function mixedFor(mentions: readonly PersonMention[]): Finding[] {
  const dashes = mentions.flatMap(({ passage, dashes: own }) =>
    own.map((dash) => ({ ...dash, passage })),
  );
  const hyphens = dashes.filter(({ sign }) => sign === "-");
  const rules = dashes.filter(({ sign }) => sign !== "-");
  const [odd, usual] = hyphens.length <= rules.length ? [hyphens, rules] : [rules, hyphens];
  const place = odd[0];
  const model = usual[0];
  if (!place || !model) return [];
  const message = checkWords.mixedDashes(mentions[0]?.name ?? "");
  const where = locate(place.passage, place.start, place.end);
  return [warn("mixed-dashes", where, message, ` ${model.sign} `)];
}
