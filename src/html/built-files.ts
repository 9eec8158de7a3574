import manifest from "../client/built/manifest.txt";

/** A folder of dist/assets whose files have a hash of their content in their names. */
export type BuiltFolder = "js" | "css";

/** The addresses of the files that pages name: those of scripts/build-client.ts, by folder and name. */
export const builtFiles: Record<BuiltFolder, Record<string, string>> = JSON.parse(manifest);

/** The address of the file of this name. Throws if there is none. */
export function findBuiltFile(folder: BuiltFolder, name: string): string {
  const path = builtFiles[folder][name];
  if (path === undefined) throw new Error(`scripts/build-client.ts built no ${name}.${folder}`);
  return path;
}

/** The script that runs before the first paint: what the reader chose, and whether there is script at all. */
export const firstPaintScript = findBuiltFile("js", "first-paint");

/** The script of readers' pages, which runs when the page is there. */
export const readingScript = findBuiltFile("js", "reading");
