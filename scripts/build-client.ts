import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { build } from "esbuild";
import type { BuildOptions } from "esbuild";
import { minify } from "oxc-minify";
import { cssAsText } from "./css-as-text.ts";
import { replaceFile } from "./replace-file.ts";

const source = "src/client";

/** Script that the pages of readers name: one whole file each, so that nothing waits for a second. */
const wholeFiles = ["first-paint", "reading"];

/** What telephones of 2020 run. It says nothing of regular expressions: none may look behind. */
const readersTarget = "es2020";

/** Script of the newsroom: modules, which share chunks and load what they `import()` only when it is used. */
const modules = ["newsroom/newsroom", "editor/editor"];

/** What browsers of 2021 run. Under an older one a form is a form without script. */
const staffTarget = "es2022";

/** Files that browsers are given as they are, by their address. JSON is packed. */
const plainFiles = {
  "apple-touch-icon.png": "src/html/icon-180.png",
  "icon-512.png": "src/html/icon-512.png",
  "api/openapi.json": "src/api/openapi.json",
};

/** Folders whose files are given as they are, by the folder they lie in then. */
const plainFolders = { guide: "src/newsroom/guide/pictures" };

/** The folder of [assets] in wrangler.toml: each file lies where the Worker serves it. */
export const assetsFolder = "dist/assets";

/** What src/html/scripts.ts imports: the address of each entry, by its name. */
export const scriptManifest = join(source, "built", "manifest.txt");

/** A file to be written; `entryFile` is the name of the entry it was bundled from. */
type AssetFile = { path: string; bytes: Uint8Array; entry: string | null };

/**
 * Writes what browsers are given besides pages into dist/assets: script under names that change with what it says, icons,
 * the OpenAPI document. Whatever builds or tests the Worker calls this first. A file that is right already is not touched,
 * so that nobody who watches it starts again; files of former builds stay, for a server that began with them may still run.
 */
export async function buildClient(): Promise<void> {
  const files = await Promise.all([
    bundle(wholeFiles, { format: "iife", target: readersTarget }),
    bundle(modules, { format: "esm", splitting: true, target: staffTarget }).then(minifyModules),
    Promise.all([...Object.entries(plainFiles), ...(await listPlainFolders())].map(readPlainFile)),
  ]);
  await Promise.all(files.flat().map(({ path, bytes }) => writeIfNew(path, bytes)));
  const paths = files
    .flat()
    .filter(({ entry }) => entry !== null)
    .map(({ entry, path }) => [entry, `/${relative(assetsFolder, path)}`]);
  await writeIfNew(scriptManifest, Buffer.from(JSON.stringify(Object.fromEntries(paths))));
}

/** Bundles those of the entries that are there, with their chunks. */
async function bundle(entries: string[], options: BuildOptions): Promise<AssetFile[]> {
  const entryPoints = entries.map((name) => join(source, `${name}.ts`)).filter(existsSync);
  if (entryPoints.length === 0) return [];
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints,
    outdir: join(assetsFolder, "js"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: "utf8",
    plugins: [cssAsText],
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles.map(({ path: absolute, contents }) => {
    const path = relative(".", absolute);
    const from = metafile?.outputs[path]?.entryPoint ?? "";
    const entry = entryPoints.includes(from) ? basename(from, ".ts") : null;
    return { path, bytes: contents, entry };
  });
}

/** Takes from modules what esbuild's own minifier leaves: some three in a hundred bytes. */
async function minifyModules(files: AssetFile[]): Promise<AssetFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const text = Buffer.from(file.bytes).toString();
      const options = { module: true, compress: { target: staffTarget } };
      const { code, errors } = await minify(basename(file.path), text, options);
      const [error] = errors;
      if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
      return { ...file, bytes: Buffer.from(code) };
    }),
  );
}

/** Each file of the plain folders: its address and where it is now. */
async function listPlainFolders(): Promise<[string, string][]> {
  const files = Object.entries(plainFolders).map(async ([address, folder]) =>
    (await readdir(folder)).map((name): [string, string] => [
      `${address}/${name}`,
      join(folder, name),
    ]),
  );
  return (await Promise.all(files)).flat();
}

async function readPlainFile([address, file]: [string, string]): Promise<AssetFile> {
  const bytes = await readFile(file);
  const packed = file.endsWith(".json")
    ? Buffer.from(JSON.stringify(JSON.parse(bytes.toString())))
    : bytes;
  return { path: join(assetsFolder, address), bytes: packed, entry: null };
}

/** Replaces a file at once: another process may be reading it, or listing its folder. */
async function writeIfNew(path: string, bytes: Uint8Array): Promise<void> {
  const former = await readFile(path).catch(() => null);
  if (former?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  const fresh = join("dist", `${basename(path)}.${process.pid}`);
  await replaceFile(path, bytes, { fresh });
}

if (import.meta.main) await buildClient();
