import { listRecordingFiles } from "../addresses/recording.ts";
import type { ArticleContent } from "../article/article.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { readVisibleFiles } from "../file/file-store.ts";
import { addressName } from "../file/file.ts";
import type { StoredFile } from "../file/file.ts";
import type { PublishedDocument } from "../published/published.ts";
import { formatIsoDay } from "../vietnamese/dates.ts";
import { fileWords } from "../vietnamese/words/file.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { listRecordingFaults } from "./article-recordings.ts";
import { readUsable } from "./permission.ts";
import type { ActContext, ReadContext } from "./permission.ts";

/** The ids of the files that a text uses, each once: its documents, and the recordings and captions of its body. */
export function listFileIds({
  documents,
  body,
}: Pick<ArticleContent, "documents" | "body">): string[] {
  return [...new Set([...documents.map(({ file }) => file), ...listRecordingFiles(body)])];
}

/**
 * Checks the documents and recordings of a text, and names those documents that have no name by their files. Returns the files by id. AppError invalid
 * for each that the actor may not use, because knowing an id is no right, and for each date that cannot be right. A document that some version of the article lists may stay.
 */
export async function resolveDocuments(
  context: ActContext,
  articleId: string,
  content: ArticleContent,
): Promise<{ content: ArticleContent; files: Map<string, StoredFile> }> {
  const ids = listFileIds(content);
  if (ids.length === 0) return { content, files: new Map() };
  const files = await readUsableFiles(context, articleId, ids);
  const lastDay = formatIsoDay(new Date(context.now + year));
  const errors = content.documents.flatMap(({ file, name, date }, index): FieldError[] => [
    ...findFault(files.get(file), name || file.slice(0, 8), `documents.${index}.file`),
    ...findDateFault(date, lastDay, `documents.${index}.date`),
  ]);
  errors.push(...listRecordingFaults(content, files));
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  const documents = content.documents.map((document) => ({
    ...document,
    name: document.name || (files.get(document.file)?.name.replace(/\.[a-z0-9]+$/i, "") ?? ""),
  }));
  return { content: { ...content, documents }, files };
}

function findFault(file: StoredFile | undefined, name: string, path: string): FieldError[] {
  if (file === undefined) return [{ path, message: fileWords.unknownDocument(name) }];
  if (file.kind !== "document") return [{ path, message: fileWords.noDocument(name) }];
  return [];
}

const year = 366 * 24 * 60 * 60 * 1000;

/** The day on which the state was founded. No document of its offices is older. */
const firstDay = "1945-09-02";

/** A day that cannot be right is a slip of the pen: it would stand first or last in every list. */
function findDateFault(date: string | null, lastDay: string, path: string): FieldError[] {
  if (date === null || (date >= firstDay && date <= lastDay)) return [];
  return [{ path, message: fileWords.wrongDocumentDate }];
}

/** Reads those of the files that the actor may put into a text of this article. */
export function readUsableFiles(
  context: ReadContext,
  articleId: string,
  ids: string[],
): Promise<Map<string, StoredFile>> {
  return readUsable(context, articleId, ids, {
    readVisible: readVisibleFiles,
    listIds: listFileIds,
  });
}

/** The documents as readers see them, without those whose files are no longer stored. */
export function publishDocuments(
  { documents }: Pick<ArticleContent, "documents">,
  files: ReadonlyMap<string, StoredFile>,
): PublishedDocument[] {
  return documents.flatMap(({ file: id, ...said }) => {
    const file = files.get(id);
    if (file === undefined) return [];
    const { type, bytes, pages } = file;
    return [{ ...said, file: id, address: addressName(file), type, bytes, pages }];
  });
}
