import { fold } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { PersonMention } from "../person-mentions.ts";
import { agree } from "../person-roles.ts";
import type { ReadArticle } from "../read-article.ts";
import { sentenceAround } from "../sentence.ts";

/** One person's name written in two ways; the rarer spelling is pointed at. */
export function personName({ people }: ReadArticle): Finding[] {
  const byName = Map.groupBy(people, ({ name }) => name);
  const names = [...byName.values()];
  return names.flatMap((mentions, i) =>
    names.slice(i + 1).flatMap((others) => {
      if (!isOnePerson(mentions, others)) return [];
      return others.length <= mentions.length
        ? findingOf(others, mentions)
        : findingOf(mentions, others);
    }),
  );
}

function findingOf([odd]: readonly PersonMention[], [usual]: readonly PersonMention[]): Finding[] {
  if (!odd || !usual) return [];
  const message = checkWords.personName(odd.name, usual.name);
  return [warn("person-name", locate(odd.passage, odd.start, odd.end), message, usual.name)];
}

function isOnePerson(some: readonly PersonMention[], others: readonly PersonMention[]): boolean {
  const a = some[0];
  const b = others[0];
  if (!a || !b) return false;
  const alike = soundKey(a.name) === soundKey(b.name) || isShortened(a.name, b.name);
  if (alike) return !standTogether(some, others);
  return differInOneSyllable(a.name, b.name) && shareAnOffice(some, others);
}

/** Without marks, and with the consonants that are heard alike made one. */
function soundKey(name: string): string {
  return fold(name).replaceAll("tr", "ch").replaceAll("s", "x").replaceAll("y", "i");
}

/** "Phạm Chính" for "Phạm Quốc Chính". */
function isShortened(a: string, b: string): boolean {
  const [short = [], long = []] = [a.split(" "), b.split(" ")].sort((x, y) => x.length - y.length);
  if (short.length !== 2 || long.length !== 3) return false;
  return short[0] === long[0] && short[1] === long[2];
}

/** Two people with names alike are told apart by being named side by side, or in a list. */
function standTogether(some: readonly PersonMention[], others: readonly PersonMention[]): boolean {
  return some.some((a) => {
    if (a.passage.kind === "cell" || a.passage.kind === "list-item") return true;
    const sentence = sentenceAround(a.passage.text, a.start);
    return others.some(
      (b) => b.passage === a.passage && b.start >= sentence.start && b.end <= sentence.end,
    );
  });
}

function differInOneSyllable(a: string, b: string): boolean {
  const left = a.split(" ");
  const right = b.split(" ");
  if (left.length !== right.length || left.length < 3) return false;
  return left.filter((syllable, i) => syllable !== right[i]).length === 1;
}

/** Of deputies there are several; an office held in full, in a body that is told, has one holder. */
function shareAnOffice(some: readonly PersonMention[], others: readonly PersonMention[]): boolean {
  const offices = some.flatMap(({ roles }) => roles).filter(isHeldByOne);
  const rest = others.flatMap(({ roles }) => roles).filter(isHeldByOne);
  return offices.some((a) => rest.some((b) => agree(a, b)));
}

function isHeldByOne({ degree, of }: { degree: string; of: string }): boolean {
  return degree === "" && of !== "";
}
