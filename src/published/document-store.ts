import { fold } from "../vietnamese/fold.ts";
import { formatIsoDay } from "../vietnamese/dates.ts";
import type { Section } from "../article/article.ts";
import { parseSections, sectionsColumn } from "./card-store.ts";
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
  const today = formatIsoDay(new Date(publishedAt));
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
export function documentNumberKey(number: string): string {
  return fold(number)
    .replace(/^so[\s:.]+/, "")
    .replace(/\s+/g, "");
}

/** A document in the list, with the article or page that has it. */
type ListedDocument = {
  day: string;
  articleId: string;
  place: number;
  path: string;
  title: string;
  document: PublishedDocument;
};

/** Which documents: of a year, of a folded kind, with a number that begins so; null for all. `after` is where the page begins. */
export type DocumentFilter = {
  year: string | null;
  kind: string | null;
  number: string | null;
  after: Pick<ListedDocument, "day" | "articleId" | "place"> | null;
};

export type DocumentPage = {
  documents: ListedDocument[];
  hasMore: boolean;
  kinds: { kind: string; name: string }[];
  /** The years that have a document, the newest first. */
  years: string[];
  sections: Section[];
};

type DocumentPageRow = {
  documents: string;
  years: string;
  kinds: string;
  sections: string;
};

/** One page of the list, the newest day first, in one round trip. It reads as many rows as it shows, whatever the archive holds. */
export async function readDocumentPage(
  db: D1Database,
  { year, kind, number, after }: DocumentFilter,
  limit: number,
): Promise<DocumentPage> {
  const values: (string | number)[] = [];
  const bind = (value: string | number) => `?${values.push(value) + 3}`;
  const conditions: string[] = [];
  if (kind !== null) conditions.push(`kind = ${bind(kind)}`);
  if (number !== null) {
    conditions.push(`number >= ${bind(number)} AND number < ${bind(`${number}\u{10FFFF}`)}`);
  }
  if (after !== null) {
    const { day, articleId, place } = after;
    const next = `(article_id, place) > (${bind(articleId)}, ${bind(place)})`;
    conditions.push(`(day < ${bind(day)} OR ${next})`);
  }
  const row = await db
    .prepare(
      `WITH RECURSIVE found_kinds (kind) AS (
         SELECT MIN(kind) FROM published_documents WHERE kind > ''
         UNION ALL SELECT (SELECT MIN(kind) FROM published_documents WHERE kind > found_kinds.kind)
         FROM found_kinds WHERE found_kinds.kind IS NOT NULL),
       found_years (day) AS (
         SELECT MAX(day) FROM published_documents
         UNION ALL SELECT (SELECT MAX(day) FROM published_documents WHERE day < substr(found_years.day, 1, 4))
         FROM found_years WHERE found_years.day IS NOT NULL),
       found AS (SELECT day, article_id, place, path, title, document FROM published_documents
         WHERE day >= ?1 AND day <= ?2 ${conditions.map((one) => `AND ${one}`).join(" ")}
         ORDER BY day DESC, article_id, place LIMIT ?3)
       SELECT ${sectionsColumn},
         (SELECT json_group_array(substr(day, 1, 4)) FROM found_years WHERE day IS NOT NULL) AS years,
         (SELECT json_group_array(json_object('kind', kind, 'name', (SELECT document ->> 'kind' FROM published_documents
            WHERE published_documents.kind = found_kinds.kind LIMIT 1))) FROM found_kinds WHERE kind IS NOT NULL) AS kinds,
         (SELECT json_group_array(json_object('day', day, 'articleId', article_id, 'place', place, 'path', path,
            'title', title, 'document', json(document))) FROM found) AS documents`,
    )
    .bind(
      `${year ?? "0000"}-01-01`,
      [`${year ?? "9999"}-12-31`, after?.day ?? "9999-12-31"].sort()[0] ?? "",
      limit + 1,
      ...values,
    )
    .first<DocumentPageRow>();
  if (row === null) throw new Error("the statement of the documents gave no row");
  const documents = JSON.parse(row.documents) as ListedDocument[];
  return {
    documents: documents.slice(0, limit),
    hasMore: documents.length > limit,
    kinds: JSON.parse(row.kinds) as DocumentPage["kinds"],
    years: JSON.parse(row.years) as string[],
    sections: parseSections(row.sections),
  };
}
