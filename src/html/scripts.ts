import manifest from "../client/built/manifest.txt";

/** A file of script for browsers: its name, and the address that changes with what it says. */
export type Script = { name: string; path: string };

/** Every script that a page can name: those of scripts/build-client.ts that are there. */
export const scripts: readonly Script[] = Object.entries(
  JSON.parse(manifest) as Record<string, string>,
).map(([name, path]) => ({ name, path }));

/** Before the first paint: what the reader chose, and whether there is script at all. */
export const firstPaintScript = findScript("first-paint");

/** Everything else, when the page is there. */
export const readingScript = findScript("reading");

/** The script of this name. Throws where the build has none. */
export function findScript(name: string): Script {
  const script = scripts.find((one) => one.name === name);
  if (script === undefined) throw new Error(`scripts/build-client.ts built no script "${name}"`);
  return script;
}
