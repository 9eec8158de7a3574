import { fold } from "../vietnamese/fold.ts";
import { isoDay } from "../vietnamese/dates.ts";
import type { PublishedDocument } from "./published.ts";

/** A published text whose documents are listed. `publishedAt` is in ms since the epoch. */
export type DocumentSource = {
  articleId: string;
  /** The address of the article or page. */
  path: string;
  title: string;
  publishedAt: number;
  documents: readonly PublishedDocument[];
  /** The ids of every file that the text uses. */
  files: readonly string[];
};

/** The statements that list the documents of a published text and make its files public, and no others by this text. */
export function writePublishedFiles(
  db: D1Database,
  { articleId, path, title, publishedAt, documents, files }: DocumentSource,
): D1PreparedStatement[] {
  const today = isoDay(new Date(publishedAt));
  const rows = documents.map((document, place) => ({
    place,
    day: document.date ?? today,
    kind: fold(document.kind ?? ""),
    number: documentNumberKey(document.number ?? ""),
    document,
  }));
  return [
    ...removePublishedFiles(db, articleId),
    db
      .prepare(
        `INSERT INTO published_files (file_id, article_id) SELECT DISTINCT value, ?1 FROM json_each(?2)`,
      )
      .bind(articleId, JSON.stringify(files)),
    db
      .prepare(
        `INSERT INTO published_documents (article_id, place, day, kind, number, document, path, title)
         SELECT ?1, value ->> 'place', value ->> 'day', value ->> 'kind', value ->> 'number', value -> 'document', ?3, ?4
         FROM json_each(?2)`,
      )
      .bind(articleId, JSON.stringify(rows), path, title),
  ];
}

/** The statements that remove what `writePublishedFiles` wrote. */
export function removePublishedFiles(db: D1Database, articleId: string): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM published_files WHERE article_id = ?1`).bind(articleId),
    db.prepare(`DELETE FROM published_documents WHERE article_id = ?1`).bind(articleId),
  ];
}

/** A number as it is compared: "Số 05/QĐ-SKHCN" and "05/qd-skhcn" are the same. */
function documentNumberKey(number: string): string {
  return fold(number)
    .replace(/^so[\s:.]+/, "")
    .replace(/\s+/g, "");
}
