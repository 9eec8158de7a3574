import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import type { PersonMention } from "../person-mentions.ts";
import { isCapitalised } from "../../vietnamese/syllable.ts";
import { findTonePlacements } from "../../vietnamese/tone-placement.ts";
import type { TonePlacement } from "../../vietnamese/tone-placement.ts";
import type { Passage } from "../passage.ts";

const run = /(?<=\S) {2,}(?=\S)/g;

/** Two spaces or more inside a line of prose. */
export function doubleSpace({ everything }: ReadArticle): Finding[] {
  return everything.filter(isProse).flatMap((passage) =>
    [...passage.text.matchAll(run)].map((match) => {
      const where = locate(passage, match.index, match.index + match[0].length);
      return warn("double-space", where, checkWords.doubleSpace, " ");
    }),
  );
}

function isProse({ kind }: Passage): boolean {
  return kind !== "code";
}

/** A stop after a space. Not " .NET", " 1 : 50", " …" or an ellipsis of dots. */
const spacedPattern = /(?<! ) +(?:[,;](?!\d)|[.!?:](?=[\s"”’)\]]|$))/gu;

/** A space before a comma, a stop or a colon. */
export function spaceBeforePunctuation({ everything }: ReadArticle): Finding[] {
  return everything.filter(isProse).flatMap((passage) =>
    [...passage.text.matchAll(spacedPattern)]
      .filter(({ index }) => /[A-Za-zÀ-ỹ\d"”’)\]%\ufffc]/.test(passage.text.charAt(index - 1)))
      .filter((match) => !isRatio(passage.text, match))
      .map((match) => {
        const where = locate(passage, match.index, match.index + match[0].length);
        const sign = match[0].trim();
        return warn("space-before-punctuation", where, checkWords.spaceBefore(sign), sign);
      }),
  );
}

/** "tỷ lệ 1 : 50", "tỷ lệ đạm : lân" */
function isRatio(text: string, { 0: spaced, index }: RegExpExecArray): boolean {
  if (!spaced.endsWith(":")) return false;
  if (/t[ỷỉ] (?:lệ|số)[^.;\n]*$/i.test(text.slice(Math.max(0, index - 40), index))) return true;
  return /\d/.test(text.charAt(index - 1)) && /^ \d/.test(text.slice(index + spaced.length));
}

/** One person's title after " - " in one place and after " – " in another. The finding marks the rarer dash. */
export function mixedDashes({ people }: ReadArticle): Finding[] {
  const titled = people.filter(({ dashes }) => dashes.length > 0);
  return [...Map.groupBy(titled, ({ name }) => name).values()].flatMap(findMixedDashes);
}

function findMixedDashes(mentions: readonly PersonMention[]): Finding[] {
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

const endsASentence = /[.!?…]["”’»)\]]*$/u;

/** A lede without a full stop at its end. */
export function ledeFullStop({ lede }: ReadArticle): Finding[] {
  const text = lede.text.trimEnd();
  if (text === "" || endsASentence.test(text)) return [];
  const where = locate(lede, text.length, text.length);
  return [warn("lede-full-stop", where, checkWords.ledeFullStop, ".")];
}

type Placed = {
  readonly passage: Passage;
} & TonePlacement;

/**
 * Both "hòa" and "hoà" in one article. Names are not checked, because each person's own papers decide their spelling.
 */
export function mixedTonePlacement({ prose, people }: ReadArticle): Finding[] {
  const words = prose.flatMap((passage) =>
    findTonePlacements(passage.text)
      .filter((word) => !isInName(word, passage.text))
      .map((word): Placed => ({ ...word, passage }))
      .filter(
        (word) => !people.some((person) => person.passage === passage && contains(person, word)),
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

function contains(span: { start: number; end: number }, word: TonePlacement): boolean {
  return span.start <= word.start && word.end <= span.end;
}

/** A capitalised word beside another one ("Hòa Bình", "Thanh Hóa"), unless all is in capitals. */
function isInName({ word, start, end }: TonePlacement, text: string): boolean {
  if (!isCapitalised(word)) return false;
  const before = / ?([^ ]+) $/.exec(text.slice(Math.max(0, start - 10), start))?.[1];
  const after = /^ ([A-Za-zÀ-ỹ]+)/.exec(text.slice(end, end + 10))?.[1];
  return [before, after].some((word) => word !== undefined && isCapitalised(word));
}
