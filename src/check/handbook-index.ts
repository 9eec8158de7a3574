import type { HandbookEntry } from "../article/handbook.ts";
import { fold } from "../vietnamese/fold.ts";
import { makePlainPassage } from "./passage.ts";
import { findPersonMentions } from "./person-mentions.ts";
import type { Role } from "./person-roles.ts";

/** A form that the text may have, and the form that it should have. */
type KnownForm = { readonly form: string; readonly right: string; readonly isRight: boolean };

/** A person of the handbook with the office. */
export type KnownPerson = {
  readonly entry: HandbookEntry;
  readonly name: string;
  readonly roles: readonly Role[];
};

/** The handbook, prepared for finding its forms in a text in linear time. */
export type HandbookIndex = {
  /** By the letters and digits of the form, without marks. */
  readonly forms: ReadonlyMap<string, readonly KnownForm[]>;
  /** The first letters of all keys. Few words of a text begin so. */
  readonly starts: ReadonlySet<string>;
  readonly maxKeyLength: number;
  readonly people: ReadonlyMap<string, readonly KnownPerson[]>;
};

const startLength = 3;

const indexes = new WeakMap<readonly HandbookEntry[], HandbookIndex>();

/** The index of a handbook. It is built once for each list of entries. */
export function buildHandbookIndex(entries: readonly HandbookEntry[]): HandbookIndex {
  const known = indexes.get(entries);
  if (known !== undefined) return known;
  const built = buildIndex(entries);
  indexes.set(entries, built);
  return built;
}

function buildIndex(entries: readonly HandbookEntry[]): HandbookIndex {
  const forms = new Map<string, KnownForm[]>();
  const people = new Map<string, KnownPerson[]>();
  const add = (form: string, right: string): void => {
    const key = splitIntoWords(form)
      .map(({ key: word }) => word)
      .join("");
    if (key !== "") put(forms, key, { form, right, isRight: form === right });
  };
  for (const entry of entries) {
    add(entry.text, entry.text);
    for (const form of entry.wrongForms) add(form, entry.text);
    const person = readPerson(entry);
    if (person === null) continue;
    put(people, fold(person.name), person);
    if (person.name !== entry.text) add(person.name, person.name);
  }
  const keys = [...forms.keys()];
  return {
    forms,
    people,
    starts: new Set(keys.map((key) => key.slice(0, startLength))),
    maxKeyLength: Math.max(0, ...keys.map(({ length }) => length)),
  };
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** The person whom an entry names with an office: "Giám đốc Sở Phạm Quốc Chính". */
function readPerson(entry: HandbookEntry): KnownPerson | null {
  const [mention, another] = findPersonMentions(makePlainPassage("", "title", entry.text));
  if (mention === undefined || another !== undefined) return null;
  const { name, roles } = mention;
  return roles.length === 0 ? null : { entry, name, roles };
}

/** A place in a text that has a form of the handbook. */
export type FoundForm = {
  readonly start: number;
  readonly end: number;
  readonly known: readonly KnownForm[];
};

/** The longest forms in a text, from left to right, without overlaps. */
export function findForms(text: string, index: HandbookIndex): FoundForm[] {
  const found: FoundForm[] = [];
  const words = splitIntoWords(text);
  for (let first = 0; first < words.length; first++) {
    const last = findLongest(words, first, index);
    const [from, to] = [words[first], words[last ?? -1]];
    if (last === null || from === undefined || to === undefined) continue;
    const known = index.forms.get(buildKey(words, first, last)) ?? [];
    found.push({ start: from.start, end: to.end, known });
    first = last;
  }
  return found;
}

function findLongest(
  words: readonly Word[],
  first: number,
  { forms, starts, maxKeyLength }: HandbookIndex,
): number | null {
  let key = "";
  let longest: number | null = null;
  for (let last = first; last < words.length; last++) {
    key += words[last]?.key ?? "";
    if (key.length > maxKeyLength) break;
    if (key.length >= startLength && !starts.has(key.slice(0, startLength))) break;
    if (forms.has(key)) longest = last;
  }
  return longest;
}

function buildKey(words: readonly Word[], first: number, last: number): string {
  return words
    .slice(first, last + 1)
    .map(({ key }) => key)
    .join("");
}

type Word = { readonly start: number; readonly end: number; readonly key: string };

/** Runs of letters and runs of digits: "Covid-19", "Covid 19" and "Covid19" have the same words. */
function splitIntoWords(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    key: fold(word),
  }));
}
