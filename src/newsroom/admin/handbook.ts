import { commit } from "../../article/commit.ts";
import {
  insertEntry,
  isUnchangedEntry,
  readHandbook,
  removeEntry,
  rewriteEntry,
  saveEntries,
} from "../../article/handbook-store.ts";
import type { IdentifiedEntry, StoredEntry } from "../../article/handbook-store.ts";
import { maxHandbookEntries } from "../../article/handbook.ts";
import type { HandbookEntry } from "../../article/handbook.ts";
import type { AppContext } from "../../context.ts";
import { AppError, isConstraintError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { requireThat } from "../../people/requirement-store.ts";
import { foldToKey } from "../../vietnamese/fold.ts";
import { handbookWords } from "../../vietnamese/words/handbook.ts";
import { startAct } from "../guard.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { makeFileError } from "./read-csv.ts";

/** Characters, and forms of one entry. */
export const maxEntry = { text: 120, forms: 10, note: 300 } as const;

/** Adds an entry. The same entry again changes nothing. AppErrors: invalid, conflict. */
export async function addEntry(c: AppContext, given: HandbookEntry): Promise<void> {
  const act = startAct(c);
  const entries = await readHandbook(act.db);
  throwFaults(findFaults(given));
  if (entries.some((one) => isSameEntry(one, given))) return;
  refuseTwin(entries, given);
  if (entries.length >= maxHandbookEntries) throw makeFullError();
  const entry = { ...given, id: crypto.randomUUID() };
  try {
    await commitEntry(act, entry, [
      insertEntry(act.db, entry, act.now),
      recordAct(act, { act: "handbook.added", subject: entry.text, detail: describe(entry) }),
    ]);
  } catch (error) {
    // A second click may have added it in this moment.
    const present = await readHandbook(act.db);
    if (!present.some((one) => isSameEntry(one, given))) throw error;
  }
}

/**
 * Changes an entry that was last changed at `changedAt` when the user saw it. AppErrors: not-found, invalid, and conflict if
 * somebody else changed it since, or if another entry has the same right form.
 */
export async function changeEntry(c: AppContext, entry: StoredEntry): Promise<void> {
  const act = startAct(c);
  const { id, changedAt } = entry;
  const entries = await readHandbook(act.db);
  const former = findEntry(entries, id);
  throwFaults(findFaults(entry));
  if (isSameEntry(former, entry)) return;
  refuseChanged(former, entry);
  refuseTwin(
    entries.filter((other) => other !== former),
    entry,
  );
  const detail = { ...describe(entry), from: former.text === entry.text ? null : former.text };
  try {
    await commitEntry(act, entry, [
      requireThat(act.db, isUnchangedEntry, id, changedAt),
      rewriteEntry(act.db, entry, act.now),
      recordAct(act, { act: "handbook.changed", subject: entry.text, detail }),
    ]);
  } catch (error) {
    // Somebody may have changed or removed it in this moment.
    refuseChanged(findEntry(await readHandbook(act.db), id), entry);
    throw error;
  }
}

/** Commits an act on one entry. AppError conflict if another entry got its right form in this moment. */
async function commitEntry(
  act: ActContext,
  entry: IdentifiedEntry,
  statements: D1PreparedStatement[],
): Promise<void> {
  try {
    await commit(act, statements);
  } catch (error) {
    if (!isConstraintError(error, "handbook.text")) throw error;
    throw makeTwinError(entry);
  }
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

/** An entry of a file, with the number of its line. Null: the file has no such column, so what is known stays. */
export type ImportedEntry = {
  line: number;
  text: string;
  wrongForms: string[] | null;
  note: string | null;
};

/**
 * Adds the entries of a file, and changes those that are known. All or none: AppError invalid names the lines of the
 * entries that cannot be taken.
 */
export async function importEntries(
  c: AppContext,
  given: readonly ImportedEntry[],
): Promise<{ added: number; changed: number }> {
  const act = startAct(c);
  const known = new Map((await readHandbook(act.db)).map((entry) => [entry.text, entry]));
  refuseLines(given);
  const added = given.filter(({ text }) => !known.has(text)).length;
  if (known.size + added > maxHandbookEntries) throw makeFullError();
  const changed = given.length - added;
  const entries = given.map(({ text, ...columns }) => {
    const former = known.get(text);
    const id = former?.id ?? crypto.randomUUID();
    const wrongForms = columns.wrongForms ?? former?.wrongForms ?? [];
    return { id, text, wrongForms, note: columns.note ?? former?.note ?? "" };
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
  const found = given.flatMap((entry) => {
    const { text, line } = entry;
    const former = lines.get(text);
    lines.set(text, line);
    const twice = former === undefined ? [] : [handbookWords.twice(text, former)];
    const { wrongForms, note } = entry;
    const faults = findFaults({ text, wrongForms: wrongForms ?? [], note: note ?? "" });
    const messages = [...faults.map(({ message }) => message), ...twice];
    return messages.map((message) => handbookWords.atLine(line, message));
  });
  const [first] = found;
  if (first === undefined) return;
  const errors = found.slice(0, maxListed).map((message) => ({ path: "file", message }));
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
  if (wrongForms.some((form) => foldToKey(form) === "")) {
    add("wrongForms", handbookWords.formWithoutLetter);
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

function refuseTwin(others: readonly HandbookEntry[], entry: HandbookEntry): void {
  if (others.some(({ text }) => text === entry.text)) throw makeTwinError(entry);
}

function makeTwinError({ text }: HandbookEntry): AppError {
  const message = handbookWords.already(text);
  return new AppError("conflict", message, [{ path: "text", message }]);
}

function refuseChanged(present: StoredEntry, { changedAt }: StoredEntry): void {
  if (present.changedAt !== changedAt) throw new AppError("conflict", handbookWords.changed);
}

function isSameEntry(one: HandbookEntry, other: HandbookEntry): boolean {
  const { text, wrongForms, note } = one;
  const isSameText = text === other.text && note === other.note;
  return isSameText && JSON.stringify(wrongForms) === JSON.stringify(other.wrongForms);
}

export function makeFullError(): AppError {
  return makeFileError(handbookWords.full(maxHandbookEntries));
}

function findEntry(entries: readonly StoredEntry[], id: string): StoredEntry {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw new AppError("not-found", handbookWords.unknown);
  return entry;
}

function describe({ wrongForms, note }: HandbookEntry): Record<string, string> {
  return { wrongForms: wrongForms.join("; "), note };
}
