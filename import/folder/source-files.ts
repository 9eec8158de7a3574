import { opendir, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";

/** A file that may hold an article. */
export type SourceFile = {
  /** Where it is. */
  path: string;
  /** Its path below the folder that is brought in, with `/`: the name it is known by in the journal. */
  name: string;
  kind: "text" | "page" | "word";
};

const kinds: Record<string, SourceFile["kind"]> = {
  ".txt": "text",
  ".html": "page",
  ".htm": "page",
  ".xhtml": "page",
  ".aspx": "page",
  ".php": "page",
  ".docx": "word",
};

const unsupported = new Set([".doc", ".pdf", ".rtf", ".odt", ".mht", ".mhtml"]);

/** What browsers save beside a page: its pictures, but also pages that were shown in frames. */
const besidePage = /(?:_files|\.files|_tệp|_tap_tin)$/i;

/** The folder that names and photos are looked up in: the input itself, or the one a single file is in. */
export async function findRoot(input: string): Promise<string> {
  return (await stat(input)).isDirectory() ? input : dirname(input);
}

/** The files of a folder and of those in it, one after another as the file system gives them, or the one file. */
export async function* listSourceFiles(input: string): AsyncGenerator<SourceFile> {
  const root = await findRoot(input);
  if (root !== input) {
    const kind = findKind(input);
    if (kind !== null) yield { path: input, name: basename(input), kind };
    return;
  }
  for await (const path of walkFiles(root)) {
    const kind = findKind(path);
    if (kind !== null) yield { path, name: relative(root, path).split(sep).join("/"), kind };
  }
}

/** How many files there are to read, and how many of kinds that cannot be read. */
export async function countFiles(
  input: string,
): Promise<{ readable: number; unsupported: number }> {
  const counts = { readable: 0, unsupported: 0 };
  const root = await findRoot(input);
  const all = root === input ? walkFiles(root) : [input];
  for await (const path of all) {
    if (findKind(path) !== null) counts.readable++;
    else if (unsupported.has(extname(path).toLowerCase())) counts.unsupported++;
  }
  return counts;
}

/** Word leaves "~$…" beside a document that is open. */
function findKind(path: string): SourceFile["kind"] | null {
  if (basename(path).startsWith("~$")) return null;
  return kinds[extname(path).toLowerCase()] ?? null;
}

async function* walkFiles(folder: string): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !besidePage.test(entry.name)) yield* walkFiles(path);
  }
}
