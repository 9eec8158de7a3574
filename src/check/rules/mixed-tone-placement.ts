import { isCapitalised } from "../../vietnamese/letter-case.ts";
import { tonePlacements } from "../../vietnamese/tone-placement.ts";
import type { TonePlacement } from "../../vietnamese/tone-placement.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { Passage } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

interface Placed extends TonePlacement {
  readonly passage: Passage;
}

/**
 * Both "hòa" and "hoà" schools in one article. Names are left out: a name is spelt as on its
 * bearer's papers, whatever the article's own habit.
 */
export function mixedTonePlacement({ prose, people }: ReadArticle): Finding[] {
  const words = prose.flatMap((passage) =>
    tonePlacements(passage.text)
      .filter((word) => !isInName(word, passage.text))
      .map((word): Placed => ({ ...word, passage }))
      .filter(
        (word) => !people.some((person) => person.passage === passage && holds(person, word)),
      ),
  );
  const old = words.filter(({ style }) => style === "old");
  const modern = words.filter(({ style }) => style === "new");
  const [odd, usual] = modern.length <= old.length ? [modern, old] : [old, modern];
  const place = odd[0];
  const model = usual[0];
  if (!place || !model) return [];
  const where = locate(place.passage, place.start, place.end);
  const message = checkWords.mixedTonePlacement(place.word, model.word, odd.length, usual.length);
  return [warn("mixed-tone-placement", where, message, place.other)];
}

function holds(span: { start: number; end: number }, word: TonePlacement): boolean {
  return span.start <= word.start && word.end <= span.end;
}

/** A capitalised word beside another one ("Hòa Bình", "Thanh Hóa"), unless all is in capitals. */
function isInName({ word, start, end }: TonePlacement, text: string): boolean {
  if (!isCapitalised(word)) return false;
  const before = / ?([^ ]+) $/.exec(text.slice(Math.max(0, start - 10), start))?.[1];
  const after = /^ ([A-Za-zÀ-ỹ]+)/.exec(text.slice(end, end + 10))?.[1];
  return [before, after].some((word) => word !== undefined && isCapitalised(word));
}
