import { commit } from "../../article/commit.ts";
import {
  readHandbook,
  removeEntry,
  rewriteEntry,
  saveEntries,
} from "../../article/handbook-store.ts";
import type { StoredEntry } from "../../article/handbook-store.ts";
import { maxHandbookEntries } from "../../article/handbook.ts";
import type { HandbookEntry } from "../../article/handbook.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { foldToKey } from "../../vietnamese/fold.ts";
import { handbookWords } from "../../vietnamese/words/handbook.ts";
import { startAct } from "../guard.ts";
import { fileError } from "./read-csv.ts";

/** Characters, and forms of one entry. */
export const maxEntry = { text: 120, forms: 10, note: 300 } as const;

/** Adds an entry. AppErrors: invalid, conflict. */
export async function addEntry(c: AppContext, given: HandbookEntry): Promise<void> {
  const act = startAct(c);
  const entries = await readHandbook(act.db);
  throwFaults(findFaults(given));
  refuseTwin(entries, given);
  if (entries.length >= maxHandbookEntries) throw fullError();
  const entry = { ...given, id: crypto.randomUUID() };
  await commit(act, [
    saveEntries(act.db, [entry], act.now),
    recordAct(act, { act: "handbook.added", subject: entry.text, detail: describe(entry) }),
  ]);
}

/** Changes an entry. AppErrors: not-found, invalid, conflict. */
export async function changeEntry(c: AppContext, entry: StoredEntry): Promise<void> {
  const act = startAct(c);
  const entries = await readHandbook(act.db);
  const former = findEntry(entries, entry.id);
  throwFaults(findFaults(entry));
  refuseTwin(
    entries.filter((other) => other !== former),
    entry,
  );
  const detail = { ...describe(entry), from: former.text === entry.text ? null : former.text };
  await commit(act, [
    rewriteEntry(act.db, entry, act.now),
    recordAct(act, { act: "handbook.changed", subject: entry.text, detail }),
  ]);
}

/** Removes an entry. AppError not-found. */
export async function deleteEntry(c: AppContext, id: string): Promise<void> {
  const act = startAct(c);
  const entry = findEntry(await readHandbook(act.db), id);
  await commit(act, [
    removeEntry(act.db, id),
    recordAct(act, { act: "handbook.removed", subject: entry.text, detail: describe(entry) }),
  ]);
}

/** An entry of a file, with the number of its line. */
export type ImportedEntry = HandbookEntry & { line: number };

/**
 * Adds the entries of a file, and changes those that are known. All or none: AppError invalid names the lines of the
 * entries that cannot be taken.
 */
export async function importEntries(
  c: AppContext,
  given: readonly ImportedEntry[],
): Promise<{ added: number; changed: number }> {
  const act = startAct(c);
  const ids = new Map((await readHandbook(act.db)).map(({ text, id }) => [text, id]));
  refuseLines(given);
  const added = given.filter(({ text }) => !ids.has(text)).length;
  if (ids.size + added > maxHandbookEntries) throw fullError();
  const changed = given.length - added;
  const entries = given.map(({ text, wrongForms, note }) => {
    const id = ids.get(text) ?? crypto.randomUUID();
    return { id, text, wrongForms, note };
  });
  await commit(act, [
    saveEntries(act.db, entries, act.now),
    recordAct(act, { act: "handbook.imported", subject: "", detail: { added, changed } }),
  ]);
  return { added, changed };
}

/** At most so many faults of a file are listed. */
const maxListed = 20;

function refuseLines(given: readonly ImportedEntry[]): void {
  const lines = new Map<string, number>();
  const faults = given.flatMap((entry) => {
    const { text, line } = entry;
    const former = lines.get(text);
    lines.set(text, line);
    const twice = former === undefined ? [] : [handbookWords.twice(text, former)];
    const messages = [...findFaults(entry).map(({ message }) => message), ...twice];
    return messages.map((message) => handbookWords.atLine(line, message));
  });
  const [first] = faults;
  if (first === undefined) return;
  const errors = faults.slice(0, maxListed).map((message) => ({ path: "file", message }));
  throw new AppError("invalid", first, errors);
}

function findFaults({ text, wrongForms, note }: HandbookEntry): FieldError[] {
  const faults: FieldError[] = [];
  const add = (path: string, message: string): void => void faults.push({ path, message });
  if (text === "") add("text", handbookWords.textless);
  else if (foldToKey(text).length < 2) add("text", handbookWords.tooShort);
  if (text.length > maxEntry.text) add("text", handbookWords.tooLong(maxEntry.text));
  if (wrongForms.length > maxEntry.forms) {
    add("wrongForms", handbookWords.tooManyForms(maxEntry.forms));
  }
  if (wrongForms.some((form) => form.length > maxEntry.text)) {
    add("wrongForms", handbookWords.tooLong(maxEntry.text));
  }
  if (wrongForms.includes(text)) add("wrongForms", handbookWords.sameForm);
  if (note.length > maxEntry.note) add("note", handbookWords.tooLong(maxEntry.note));
  return faults;
}

function throwFaults(faults: FieldError[]): void {
  const [first] = faults;
  if (first !== undefined) throw new AppError("invalid", first.message, faults);
}

function refuseTwin(others: readonly HandbookEntry[], { text }: HandbookEntry): void {
  if (!others.some((other) => other.text === text)) return;
  const message = handbookWords.already(text);
  throw new AppError("conflict", message, [{ path: "text", message }]);
}

function fullError(): AppError {
  return fileError(handbookWords.full(maxHandbookEntries));
}

function findEntry(entries: readonly StoredEntry[], id: string): StoredEntry {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw new AppError("not-found", handbookWords.unknown);
  return entry;
}

function describe({ wrongForms, note }: HandbookEntry): Record<string, string> {
  return { wrongForms: wrongForms.join("; "), note };
}
