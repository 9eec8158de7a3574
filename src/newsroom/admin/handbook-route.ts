import { withQuery } from "../../addresses/address.ts";
import { handbookPath } from "../../addresses/newsroom.ts";
import { readHandbook } from "../../article/handbook-store.ts";
import { maxHandbookEntries } from "../../article/handbook.ts";
import type { HandbookEntry } from "../../article/handbook.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { readForm } from "../../request/read-body.ts";
import { foldToKey } from "../../vietnamese/fold.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { handbookWords } from "../../vietnamese/words/handbook.ts";
import { seeOther } from "../answer.ts";
import { readLine, readRaw } from "../form-data.ts";
import { answerCsv, readDialect } from "./csv.ts";
import type { CsvCell } from "./csv.ts";
import { addEntry, changeEntry, deleteEntry, makeFullError, importEntries } from "./handbook.ts";
import type { ImportedEntry } from "./handbook.ts";
import { showHandbook } from "./handbook-page.ts";
import type { RefusedEntry } from "./handbook-page.ts";
import { makeFileError, readCsv } from "./read-csv.ts";
import type { CsvRow } from "./read-csv.ts";
import { changeOrShowRefusal } from "./site-change.ts";

const entriesPerPage = 50;

/** The rows of a file that are read at most. Spreadsheets leave many empty ones at the end. */
const maxFileRows = 10_000;

/** A file with all entries, and room for the rest of the form. */
export const handbookFileBody = { bytes: 2_000_000, parts: 5 };

/** The text fields of the forms of the handbook. */
export const handbookFields = /^(?:text|wrongForms|note|seen)(?:-[\w-]+)?$/;

/** GET /toa-soan/quan-tri/so-tay: `?q=` searches, `?page=` counts from 1. For everybody. */
export async function getHandbook(c: AppContext): Promise<Response> {
  return answerPage(c, null);
}

/** GET /toa-soan/quan-tri/so-tay.json: all entries, for the article's form. For everybody. */
export async function getHandbookJson(c: AppContext): Promise<Response> {
  const entries = await readHandbook(c.env.DB);
  return c.json({
    entries: entries.map(({ text, wrongForms, note }) => ({ text, wrongForms, note })),
  });
}

/** GET /toa-soan/quan-tri/so-tay.csv. For everybody. */
export async function getHandbookCsv(c: AppContext): Promise<Response> {
  return answerCsv("so-tay.csv", readDialect(c), listCsvRows(c));
}

async function* listCsvRows(c: AppContext): AsyncGenerator<readonly CsvCell[]> {
  yield handbookWords.columns;
  for (const { text, wrongForms, note } of await readHandbook(c.env.DB)) {
    yield [text, wrongForms.join("; "), note];
  }
}

/** POST: adds an entry. */
export async function postEntry(c: AppContext): Promise<Response> {
  const typed = readTyped(await readForm(c), "");
  return change(c, "", typed, () => addEntry(c, typed));
}

/** POST …/:entry/sua. */
export async function postEntryChange(c: AppContext): Promise<Response> {
  const id = readEntryId(c);
  const form = await readForm(c);
  const typed = readTyped(form, `-${id}`);
  const changedAt = Number(readLine(form, `seen-${id}`));
  return change(c, id, typed, () => changeEntry(c, { ...typed, id, changedAt }));
}

/** POST …/:entry/xoa. */
export async function postEntryRemoval(c: AppContext): Promise<Response> {
  return change(c, null, nothing, () => deleteEntry(c, readEntryId(c)));
}

/** POST …/nhap: multipart `file`, a CSV file. */
export async function postHandbookFile(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const file = form.get("file");
  try {
    if (file === null || typeof file === "string" || file.size === 0) {
      throw makeFileError(handbookWords.fileless);
    }
    const rows = readCsv(new Uint8Array(await file.arrayBuffer()), maxFileRows);
    if (rows === null || rows.length > maxHandbookEntries + 1) throw makeFullError();
    const { added, changed } = await importEntries(c, readEntries(rows));
    const query = { added: String(added), changed: String(changed) };
    return seeOther(withQuery(handbookPath, query));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return answerPage(c, { form: null, typed: nothing, error });
  }
}

const nothing: HandbookEntry = { text: "", wrongForms: [], note: "" };

async function change(
  c: AppContext,
  form: string | null,
  typed: HandbookEntry,
  act: () => Promise<void>,
): Promise<Response> {
  return changeOrShowRefusal(act, handbookPath, (error) => answerPage(c, { form, typed, error }));
}

async function answerPage(c: AppContext, refused: RefusedEntry | null): Promise<Response> {
  const all = await readHandbook(c.env.DB);
  const words = normaliseLine(c.req.query("q") ?? "").text.slice(0, 100);
  const key = foldToKey(words);
  const found = all.filter(({ text, wrongForms }) =>
    [text, ...wrongForms].some((form) => foldToKey(form).includes(key)),
  );
  const page = Math.max(1, Math.min(maxPage, Math.trunc(Number(c.req.query("page"))) || 1));
  const start = (page - 1) * entriesPerPage;
  // The form of an entry that was refused must be on the page.
  const shown = found.slice(start, start + entriesPerPage);
  const edited = all.filter(
    ({ id }) => id === refused?.form && !shown.some((one) => one.id === id),
  );
  return showHandbook(c, {
    count: all.length,
    entries: [...edited, ...shown],
    question: { words, page, hasMore: found.length > start + entriesPerPage },
    message: importMessage(c),
    refused,
  });
}

const maxPage = 100;

function importMessage(c: AppContext): string | null {
  const [added, changed] = [c.req.query("added"), c.req.query("changed")].map(Number);
  if (!Number.isInteger(added) || !Number.isInteger(changed)) return null;
  return handbookWords.imported(added ?? 0, changed ?? 0);
}

function readTyped(form: FormData, ending: string): HandbookEntry {
  return {
    text: readLine(form, `text${ending}`),
    wrongForms: splitForms(readRaw(form, `wrongForms${ending}`)),
    note: readLine(form, `note${ending}`),
  };
}

/**
 * The entries below the head of a file. AppError invalid without a column of right forms, with two columns of one name, and for
 * a row with more cells than the head: a text in it was split at a sign that it has itself.
 */
function readEntries([head, ...rows]: readonly CsvRow[]): ImportedEntry[] {
  const names = (head?.cells ?? []).map(foldToKey);
  const findColumn = (name: string): number | null => {
    const place = names.indexOf(name);
    if (place !== names.lastIndexOf(name)) {
      throw makeFileError(handbookWords.twoColumns(head?.cells[place] ?? ""));
    }
    return place < 0 ? null : place;
  };
  const [text, forms, note] = ["dangdung", "dangsai", "ghichu"].map(findColumn);
  if (typeof text !== "number") throw makeFileError(handbookWords.noColumn);
  if (rows.length === 0) throw makeFileError(handbookWords.noRows);
  return rows.map(({ line, cells }) => {
    if (cells.slice(names.length).some((cell) => cell !== "")) {
      throw makeFileError(handbookWords.atLine(line, handbookWords.moreCells));
    }
    const readCell = (column: number): string => cells[column] ?? "";
    return {
      line,
      text: normaliseLine(readCell(text)).text,
      wrongForms: typeof forms === "number" ? splitForms(readCell(forms)) : null,
      note: typeof note === "number" ? normaliseLine(readCell(note)).text : null,
    };
  });
}

/** One form a line, or several between semicolons. */
function splitForms(text: string): string[] {
  const forms = text.split(/[;\n]/).map((form) => normaliseLine(form).text);
  return [...new Set(forms)].filter((form) => form !== "");
}

function readEntryId(c: AppContext): string {
  return c.req.param("entry") ?? "";
}
