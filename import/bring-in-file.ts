import { createHash } from "node:crypto";
import * as v from "valibot";
import { ArticleInput } from "../src/article/article-input.ts";
import { checkArticle } from "../src/check/check-article.ts";
import { formatIsoWithOffset } from "../src/vietnamese/dates.ts";
import { importWords } from "../src/vietnamese/words/import.ts";
import { normaliseOldAddress } from "../src/article/old-address.ts";
import { compose } from "./compose.ts";
import type { Composed, ComposeOptions } from "./compose.ts";
import type { PhotoFiles } from "./folder/photo-files.ts";
import type { SourceFile } from "./folder/source-files.ts";
import type { FileRecord, JournalStore } from "./journal-store.ts";
import { note } from "./note.ts";
import { readSource } from "./read-source.ts";
import type { ReadSource } from "./read-source.ts";
import { ReadFailure } from "../src/intake/recognition/read-failure.ts";
import type { ReadOptions } from "../src/intake/text/read-text.ts";
import { enterArticle } from "./site/enter-article.ts";
import type { Entry } from "./site/enter-article.ts";
import { SiteUnreachable } from "./site/site-client.ts";

/** What bringing files in needs. `entryFile` is null for a dry run. */
export type Bringing = {
  files: PhotoFiles;
  journal: JournalStore;
  reading: ReadOptions;
  composing: ComposeOptions;
  entry: Entry | null;
};

/** The result for a file. `isNew` is false if the file was imported before. */
export type Outcome = { record: FileRecord; isNew: boolean };

/**
 * Brings one file in, or tells why not; a file that went in before is left alone, whatever became of it since. Throws only
 * what ends the run: SiteUnreachable.
 */
export async function bringInFile(file: SourceFile, bringing: Bringing): Promise<Outcome> {
  const known = bringing.journal.file(file.name);
  try {
    const source = await readSource(file, bringing.reading);
    const fingerprint = makeFingerprint(source);
    if (known !== null && isFinal(known)) return keepUnchanged(known, fingerprint);
    const composed = await compose(source, bringing.files, bringing.composing);
    const record = recordOf(source, fingerprint, composed, known);
    const outcome =
      bringing.entry === null
        ? foresee(record, composed, source)
        : await enterArticle(
            bringing.entry,
            record,
            composed,
            source.article.publishedAt,
            listAddresses(source, bringing.journal),
          );
    bringing.journal.keep(outcome);
    return { record: outcome, isNew: true };
  } catch (error) {
    if (error instanceof SiteUnreachable) throw error;
    if (known !== null && isFinal(known)) return { record: known, isNew: false };
    const record = { ...(known ?? makeEmptyRecord(file.name)), ...describeFailure(error) };
    bringing.journal.keep(record);
    return { record, isNew: true };
  }
}

function isFinal({ stage }: FileRecord): boolean {
  return stage === "published" || stage === "submitted" || stage === "draft";
}

function keepUnchanged(known: FileRecord, fingerprint: string): Outcome {
  const record =
    known.fingerprint === fingerprint ? known : { ...known, reason: importWords.changedSource };
  return { record, isNew: false };
}

/** By name and bytes: what keeps an article from coming in twice, whatever else is set differently. */
function makeFingerprint({ file, bytes }: ReadSource): string {
  return createHash("sha256").update(file.name).update("\0").update(bytes).digest("hex");
}

function recordOf(
  { file, article }: ReadSource,
  fingerprint: string,
  { content, photos, documents, notes }: Composed,
  known: FileRecord | null,
): FileRecord {
  const dated = article.publishedAt === null;
  const date = note(article.ambiguousDate ? "date-ambiguous" : "date-missing");
  return {
    name: file.name,
    // Of an article that went in but was not published yet, the file may have changed meanwhile.
    fingerprint: known?.articleId ? known.fingerprint : fingerprint,
    stage: "entered",
    articleId: known?.articleId ?? null,
    url: known?.url ?? null,
    recognised: {
      ...known?.recognised,
      title: article.title,
      publishedAt:
        article.publishedAt === null ? null : formatIsoWithOffset(new Date(article.publishedAt)),
      byline: content.byline,
      section: content.section,
      category: article.category,
      photos: photos.length,
      documents: documents.length,
      by: article.by,
    },
    notes: dated ? [date, ...notes] : notes,
    reason: null,
  };
}

/** What would become of an article: soát bài is asked here as the site would ask it. */
function foresee(
  record: FileRecord,
  { content, photos, documents }: Composed,
  source: ReadSource,
): FileRecord {
  const parsed = v.safeParse(ArticleInput, content);
  if (!parsed.success) {
    return {
      ...record,
      stage: "failed",
      reason: parsed.issues.map((issue) => issue.message).join(" "),
    };
  }
  const findings = checkArticle({
    ...parsed.output,
    kind: "article",
    photos: new Map(
      photos.map(({ name, width, height, facts }) => {
        return [name, { width, height, usableUntil: facts.usableUntil ?? null }];
      }),
    ),
    files: new Map(documents.map((document) => [document.id, document])),
    publishedTitles: [],
    knownLabels: [],
    handbook: [],
    normalised: [],
    today: new Date(),
  });
  const blocks = findings
    .filter(({ severity }) => severity === "block")
    .map(({ message }) => message);
  const notes = [
    ...record.notes,
    ...[...new Set(blocks)].map((message) => note("blocked", message)),
  ];
  const isDraft = blocks.length > 0 || source.article.publishedAt === null;
  return { ...record, stage: isDraft ? "draft" : "published", notes };
}

/** Those that somebody listed, then those that the page itself tells. */
function listAddresses({ file, article }: ReadSource, journal: JournalStore): string[] {
  const all = [...journal.oldAddresses(file.name), ...article.addresses];
  return [...new Set(all.flatMap((address) => normaliseOldAddress(address) ?? []))];
}

function describeFailure(error: unknown): Pick<FileRecord, "stage" | "reason"> {
  if (error instanceof ReadFailure) {
    return { stage: "skipped", reason: importWords.failures[error.code](error.about) };
  }
  // Messages of libraries are English: they go to the log alone.
  console.error(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return { stage: "failed", reason: importWords.unreadable(code) };
}

function makeEmptyRecord(name: string): FileRecord {
  return {
    name,
    fingerprint: "",
    stage: "failed",
    articleId: null,
    url: null,
    recognised: {},
    notes: [],
    reason: null,
  };
}
