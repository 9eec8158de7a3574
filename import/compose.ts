import type * as v from "valibot";
import type { ArticleInput } from "../src/article/article-input.ts";
import type { Byline } from "../src/article/article.ts";
import { fold } from "../src/vietnamese/fold.ts";
import { writeMarkdown } from "../src/intake/blocks/write-markdown.ts";
import { listPhotos } from "../src/intake/blocks/block.ts";
import { describePhotos } from "./describe-photos.ts";
import type { PhotoFiles } from "./folder/photo-files.ts";
import type { FactsTable } from "./facts-table.ts";
import { note } from "./note.ts";
import type { Note } from "./note.ts";
import { findDocuments } from "./find-documents.ts";
import type { FoundDocument } from "./find-documents.ts";
import { findPhotos } from "./find-photos.ts";
import type { FoundPhoto } from "./find-photos.ts";
import type { ReadSource } from "./read-source.ts";

/** Which section an article goes to. */
type SectionChoice = {
  /** For what the map says nothing of; null to leave it open. */
  fallback: string | null;
  /** From the name of an old section, or a folder "2017/", to a section of the site. */
  map: ReadonlyMap<string, string>;
};

export type ComposeOptions = {
  sections: SectionChoice;
  bylineUnit: string | null;
  standInAlt: boolean;
  facts: FactsTable;
};

/** The article JSON of the API, as it is sent. */
export type ArticleJson = v.InferInput<typeof ArticleInput>;

/** An article ready to be sent, with its photos by name and its documents by digest. */
export type Composed = {
  content: ArticleJson;
  photos: FoundPhoto[];
  documents: FoundDocument[];
  notes: Note[];
};

/** The article of a file as the API takes it; what could not be kept is noted. */
export async function compose(
  source: ReadSource,
  files: PhotoFiles,
  { sections, bylineUnit, standInAlt, facts }: ComposeOptions,
): Promise<Composed> {
  const { article } = source;
  const { found, notes } = await findPhotos(source, files, facts);
  const attached = await findDocuments(source, files);
  notes.push(...attached.notes);
  const { alts, missing, standIns } = describePhotos(article, [...found.keys()], standInAlt);
  if (missing > 0) notes.push(note("alt-missing", String(missing)));
  if (standIns > 0) notes.push(note("alt-stand-in", String(standIns)));
  notes.push(...source.reports);
  const lead = article.leadPhoto === null ? undefined : found.get(article.leadPhoto);
  const body = writeMarkdown(article.body, (photo) => {
    const named = found.get(photo);
    return named === undefined ? null : { name: named.name, alt: alts.get(photo) ?? "" };
  });
  const content: ArticleJson = {
    title: article.title,
    lede: article.lede,
    body,
    section: findSection(source, sections, notes),
    tags: article.tags,
    genre: "tin",
    byline: makeByline(article.byline, bylineUnit),
    source: article.source,
    madeByAi: facts.labelOf(source.file.name),
    documents: attached.documents.map(({ id, title }) => ({ file: id, name: title })),
    leadPhoto:
      article.leadPhoto === null || lead === undefined
        ? null
        : {
            photo: lead.name,
            alt: alts.get(article.leadPhoto) ?? "",
            caption: article.leadPhoto.caption,
            credit: null,
          },
  };
  const used = listPhotos(article.leadPhoto, article.body).flatMap(
    (photo) => found.get(photo) ?? [],
  );
  return { content, photos: [...new Set(used)], documents: attached.documents, notes };
}

function findSection(
  { file, article }: ReadSource,
  { fallback, map }: SectionChoice,
  notes: Note[],
): string | null {
  const category = fold(article.category ?? "").trim();
  let folder: [key: string, section: string] | null = null;
  for (const [key, section] of map) {
    if (category !== "" && fold(key).trim() === category) return section;
    const isLonger = folder === null || key.length > folder[0].length;
    if (key.endsWith("/") && file.name.startsWith(key) && isLonger) folder = [key, section];
  }
  if (folder !== null) return folder[1];
  if (article.category !== null && map.size > 0) {
    notes.push(note("category-unmapped", article.category));
  }
  if (fallback === null) notes.push(note("section-missing"));
  return fallback;
}

/** The unit signs where nobody does, and stands beside who signs without one. */
function makeByline({ authors, unit }: Byline, given: string | null): Byline {
  if (given === null || unit !== "" || authors.includes(given)) return { authors, unit };
  return authors.length === 0 ? { authors: [given], unit: "" } : { authors, unit: given };
}
