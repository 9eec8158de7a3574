import { readFile } from "node:fs/promises";
import type { SourceFile } from "./folder/source-files.ts";
import { readPage } from "../src/intake/page/read-page.ts";
import type { Recognised } from "../src/intake/recognition/recognised.ts";
import type { IntakeReport } from "../src/intake/report.ts";
import { readText } from "../src/intake/text/read-text.ts";
import type { ReadOptions } from "../src/intake/text/read-text.ts";
import { readWord } from "../src/intake/word/read-word.ts";

/** A file that was read: its bytes, its article, and what its photos are looked up by. */
export type ReadSource = {
  file: SourceFile;
  bytes: Uint8Array;
  article: Recognised;
  /** Photos that are in the file itself, by their source. */
  embedded: ReadonlyMap<string, Uint8Array>;
  /** The page's own address. */
  base: string | null;
  /** What was left out or changed. */
  reports: IntakeReport[];
};

/** Reads a file by its kind. ReadFailures as the readers, and errors of the file system. */
export async function readSource(file: SourceFile, options: ReadOptions): Promise<ReadSource> {
  const bytes = await readFile(file.path);
  const read = { file, bytes, embedded: new Map<string, Uint8Array>(), base: null, reports: [] };
  switch (file.kind) {
    case "text": {
      const article = readText(bytes, options);
      return { ...read, article, reports: article.leftOut };
    }
    case "page":
      return { ...read, ...readPage(bytes, options) };
    case "word": {
      const { photos, ...word } = readWord(bytes, options);
      const embedded = new Map([...photos].map(([source, photo]) => [source, photo.bytes]));
      return { ...read, ...word, embedded };
    }
  }
}
