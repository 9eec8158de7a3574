import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const source = "src/client";
const folder = join(source, "built");

/** One file of script each: see src/html/scripts.ts. */
const entries = ["first-paint", "reading"];

/**
 * Bundles the script for browsers into src/client/built/*.txt, which the Worker imports as text. Whatever builds or tests
 * the Worker calls this first. A file that is right already is not touched, so that nobody who watches it starts again.
 */
export async function buildClient(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => join(source, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    // What telephones of 2020 run. It says nothing of regular expressions: none may look behind.
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  await mkdir(folder, { recursive: true });
  await Promise.all(
    outputFiles.map(({ path, text }) => writeIfNew(path.replace(/\.js$/, ".txt"), text.trim())),
  );
}

/** Replaces a file at once: another process may be reading it. */
async function writeIfNew(path: string, text: string): Promise<void> {
  const former = await readFile(path, "utf8").catch(() => null);
  if (former === text) return;
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, path);
}

if (import.meta.main) await buildClient();
