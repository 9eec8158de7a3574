import type { ArticleDocument } from "./document.ts";

/** The fields of one document in the form: "document.0.name", … . */
export const documentFields = ["file", "name", "number", "date", "signer", "kind"] as const;

/** What was typed about one document. */
export type DocumentRow = Record<(typeof documentFields)[number], string>;

/** The value of the form's field `documents`: JSON, because a list is one field. Empty if there are none. */
export function writeDocuments(documents: readonly (ArticleDocument | DocumentRow)[]): string {
  if (documents.length === 0) return "";
  return JSON.stringify(documents.map(toRow));
}

/** The rows of a value of the field `documents`. What is no list gives none. */
export function parseDocuments(value: string): DocumentRow[] {
  try {
    const parsed: unknown = JSON.parse(value === "" ? "[]" : value);
    const isRow = (one: unknown) => typeof one === "object" && one !== null;
    return Array.isArray(parsed)
      ? parsed.filter(isRow).map((one) => toRow(one as DocumentRow))
      : [];
  } catch {
    return [];
  }
}

/**
 * The value of `documents` by the fields of its rows, without those that are ticked for removal, in the order of the numbers
 * that were typed. Null if the form has no rows.
 */
export function readDocumentRows(form: FormData, prefix = ""): string | null {
  const rows: { row: DocumentRow; place: number }[] = [];
  let count = 0;
  const read = (field: string) => {
    const value = form.get(`${prefix}document.${count}.${field}`);
    return typeof value === "string" ? value : "";
  };
  for (; form.has(`${prefix}document.${count}.file`); count++) {
    const fields = documentFields.map((field) => [field, read(field)]);
    const place = Number.parseFloat(read("place"));
    if (read("remove") !== "") continue;
    rows.push({
      row: Object.fromEntries(fields) as DocumentRow,
      place: Number.isFinite(place) ? place : count + 1,
    });
  }
  if (count === 0) return null;
  rows.sort((one, other) => one.place - other.place);
  return writeDocuments(rows.map(({ row }) => row));
}

/** The rows of a value of `documents` as people read them, a line for each. */
export function describeRows(value: string): string {
  return parseDocuments(value).map(describeRow).join("\n");
}

/** One document in a line, with the beginning of its file's id, which tells two files of one name apart. */
export function describeRow(row: ArticleDocument | DocumentRow): string {
  const { name, kind, number, date, signer, file } = toRow(row);
  const parts = [name, kind, number, date, signer, file.slice(0, 8)];
  return parts.filter((part) => part !== "").join(", ");
}

function toRow(document: ArticleDocument | DocumentRow): DocumentRow {
  const fields = documentFields.map((field) => [field, String(document[field] ?? "")]);
  return Object.fromEntries(fields) as DocumentRow;
}
