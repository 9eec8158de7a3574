import { fold } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { Passage } from "../passage.ts";
import type { PersonMention } from "../person-mentions.ts";
import { areSameRole, areContradictory } from "../person-roles.ts";
import type { Role } from "../person-roles.ts";
import type { ReadArticle } from "../read-article.ts";
import { findSentence } from "../sentence.ts";

/** Limit for comparing names. No article names more people. */
const maxNames = 200;

/** What the article says of the people with one name. */
type Named = {
  readonly name: string;
  /** The name as it sounds. */
  readonly sound: string;
  readonly mentions: readonly PersonMention[];
  /** Offices that only one person can hold, so no deputies, in an organisation that the text names. */
  readonly offices: readonly Role[];
};

/** One person's name written in two ways. The finding marks the rarer spelling. */
export function personName({ people }: ReadArticle): Finding[] {
  const byName = [...Map.groupBy(people, ({ name }) => name)].slice(0, maxNames);
  const named = byName.map(([name, mentions]) => collectKnown(name, mentions));
  return named.flatMap((one, i) =>
    named.slice(i + 1).flatMap((other) => {
      if (!areOnePerson(one, other)) return [];
      const isOtherRarer = other.mentions.length <= one.mentions.length;
      return isOtherRarer ? pointAtFirst(other, one) : pointAtFirst(one, other);
    }),
  );
}

function collectKnown(name: string, mentions: readonly PersonMention[]): Named {
  const offices = mentions
    .flatMap(({ roles }) => roles)
    .filter(({ degree, of }) => degree === "" && of.length > 0);
  return { name, sound: spellBySound(name), mentions, offices };
}

function pointAtFirst(odd: Named, usual: Named): Finding[] {
  return odd.mentions.slice(0, 1).map(({ passage, start, end }) => {
    const message = checkWords.personName(odd.name, usual.name);
    return warn("person-name", locate(passage, start, end), message, usual.name);
  });
}

function areOnePerson(one: Named, other: Named): boolean {
  if (one.sound === other.sound || isShortened(one.name, other.name)) {
    return !areNamedTogether(one.mentions, other.mentions);
  }
  if (differInOneLetter(one.name, other.name)) {
    return isOnlyOneIntroduced(one, other) && !areNamedTogether(one.mentions, other.mentions);
  }
  if (one.offices.length === 0 || !differInOneSyllable(one.name, other.name)) return false;
  return one.offices.some((a) => other.offices.some((b) => areSameRole(a, b)));
}

/** The name without diacritics, with one spelling for consonants that sound alike. */
function spellBySound(name: string): string {
  return fold(name).replaceAll("tr", "ch").replaceAll("s", "x").replaceAll("y", "i");
}

/** "Phạm Chính" for "Phạm Quốc Chính": one syllable in the middle left out. */
function isShortened(a: string, b: string): boolean {
  const [short = [], long = []] = [a.split(" "), b.split(" ")].sort((x, y) => x.length - y.length);
  if (long.length !== short.length + 1 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) {
    return false;
  }
  const gap = short.findIndex((syllable, i) => syllable !== long[i]);
  return short.slice(gap).join(" ") === long.slice(gap + 1).join(" ");
}

/** People with similar names are different people if they stand in one sentence or in a list. */
function areNamedTogether(
  some: readonly PersonMention[],
  others: readonly PersonMention[],
): boolean {
  return some.some((a) => {
    if (a.passage.kind === "cell" || a.passage.kind === "list-item") return true;
    const sentence = findSentence(a.passage.text, a.start);
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

/** "Sùng A Chảo" and "Sùng A Cháu": one letter of one syllable. */
function differInOneLetter(a: string, b: string): boolean {
  if (!differInOneSyllable(a, b)) return false;
  const [left, right] = [spellBySound(a), spellBySound(b)];
  const start = [...left].findIndex((letter, i) => letter !== right[i]);
  const [restA, restB] = [left.slice(start + 1), right.slice(start + 1)];
  return (
    start >= 0 && (restA === restB || left.slice(start) === restB || restA === right.slice(start))
  );
}

/** Words after a name that say who its bearer is. An article says so of everybody whom it names. */
const introduction =
  /^\s?(?:,|\(|[-–—] |ở |tại |thôn |bản |xã |người |dân tộc |là |đại diện |thuộc |và |cùng )/iu;

function isOnlyOneIntroduced(one: Named, other: Named): boolean {
  return isIntroduced(one) !== isIntroduced(other);
}

function isIntroduced({ mentions }: Named): boolean {
  return mentions.some(
    ({ passage, end, roles }) =>
      roles.length > 0 || introduction.test(passage.text.slice(end, end + 20)),
  );
}

const appointmentPattern =
  /bổ nhiệm|giữ chức|điều động|luân chuyển|được bầu|bầu giữ|thôi giữ|miễn nhiệm/iu;

/** Limit for comparing mentions of one person. No article has more. */
const maxMentions = 100;

/** One person with two offices that exclude each other ("Giám đốc Sở", then "Phó Giám đốc Sở"). */
export function personOffice({ people, prose }: ReadArticle): Finding[] {
  const titled = people.filter(({ roles }) => roles.length > 0);
  const byName = [...Map.groupBy(titled, ({ name }) => name).values()];
  const findings = byName.flatMap((mentions) => findContradictions(mentions.slice(0, maxMentions)));
  return findings.length === 0 || isAboutAppointment(prose) ? [] : findings;
}

/** Whether the article tells of an appointment. It may name an old office and a new one. */
export function isAboutAppointment(prose: readonly Passage[]): boolean {
  return prose.some(({ text }) => appointmentPattern.test(text));
}

/** At most one finding a person: at the first mention that contradicts an earlier one. */
function findContradictions(mentions: readonly PersonMention[]): Finding[] {
  for (const [i, later] of mentions.entries()) {
    for (const earlier of mentions.slice(0, i)) {
      const pair = findContradiction(earlier.roles, later.roles);
      if (!pair) continue;
      const where = locate(later.passage, later.start, later.end);
      const message = checkWords.personOffice(later.name, pair[0].text, pair[1].text);
      return [warn("person-office", where, message)];
    }
  }
  return [];
}

function findContradiction(earlier: readonly Role[], later: readonly Role[]): [Role, Role] | null {
  for (const b of later) {
    // A person may hold two offices (director of a centre, deputy director of its department) and be introduced with both.
    if (earlier.some((a) => areSameRole(a, b))) continue;
    const a = earlier.find((candidate) => areContradictory(candidate, b));
    if (a && !later.some((other) => areSameRole(a, other))) return [a, b];
  }
  return null;
}

/** "Ảnh: Thế Bằng" names the photographer. */
const credit = /(?:ảnh|nguồn|thực hiện|đồ họa|đồ hoạ)\s*:?[^.;]{0,20}$/iu;

/** A caption that names a person whom the text does not mention. */
export function captionStranger({ article, people, prose }: ReadArticle): Finding[] {
  const named = people.filter(({ passage }) => passage.kind === "caption");
  if (named.length === 0) return [];
  const text = prose.filter(({ kind }) => kind !== "caption").map((passage) => passage.text);
  const knownText = [...text, ...article.byline.authors].join("\n");
  return named
    .filter((mention) => !isCredit(mention) && !isNamedIn(mention.name, knownText))
    .map(({ passage, start, end, name }) =>
      warn("caption-stranger", locate(passage, start, end), checkWords.captionStranger(name)),
    );
}

/** A name with other diacritics counts as mentioned. Another rule checks its spelling. */
function isNamedIn(name: string, knownText: string): boolean {
  return knownText.includes(name) || fold(knownText).includes(fold(name));
}

function isCredit({ passage, start }: PersonMention): boolean {
  return credit.test(passage.text.slice(Math.max(0, start - 30), start));
}
