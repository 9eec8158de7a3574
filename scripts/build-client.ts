import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, parse, relative } from "node:path";
import { dictionary } from "@zxcvbn-ts/language-common";
import { build, type BuildOptions } from "esbuild";
import { rolldown } from "rolldown";
import type { InputOptions, OutputOptions } from "rolldown";
import { commonPasswordsPath, plainPassword } from "../src/people/password-rules.ts";
import { editorGuide } from "../src/vietnamese/words/guide-editor.ts";
import { reporterGuide } from "../src/vietnamese/words/guide-reporter.ts";
import { guideFilePath } from "../src/vietnamese/words/guide.ts";
import { cssAsText, cssModules } from "./css-as-text.ts";
import { leanProseMirror } from "./lean-prosemirror.ts";
import { markedLexer } from "./marked-lexer.ts";
import { replaceFile } from "./replace-file.ts";

const source = "src/client";

/** Scripts of public pages. What runs before the first paint is one whole file; the other loads a part that only articles use. */
const readersScripts = [
  { name: "first-paint", format: "iife" },
  { name: "reading", format: "esm" },
] as const;

/** What phones of 2020 run. esbuild does not translate regular expressions, so ours use no lookbehind. */
const readersTarget = "es2020";

/** The script of a worker: one whole file, because not every browser of 2021 loads modules in a worker. */
const workerEntry = "intake/word-worker";

/** The service worker of notifications: one whole file, which is served at an address of its own. */
const pushWorkerEntry = "newsroom/push-worker";

/** Scripts of the newsroom: modules that share chunks. They load with `import()` what is used only sometimes. */
const modules = ["newsroom/newsroom", "newsroom/review"];

/** Stylesheets of the newsroom. Readers' pages carry theirs inline, so that their first view needs one request. */
const stylesheets = [
  "src/newsroom/newsroom.css",
  "src/newsroom/form/editor.css",
  "src/approval/review.css",
];

/**
 * What the form always loads together stands in few files: each is compressed by itself, so that many small files are larger.
 */
const sharedChunks = [
  {
    name: "editor-parts",
    test: /prosemirror-(?:model|state|transform)|orderedmap|client\/editor\/(?:schema|element|text-lines)/,
  },
  { name: "markdown", test: /src\/markdown\/|marked/ },
  {
    name: "form-parts",
    test: /(?:ask-server|unsent-photos|saved-copies|sealed|cipher|local-copy|send-photo|make-element|form-script)\.ts/,
  },
];

/** What browsers of 2021 run. In an older browser the form works as it does without script. */
const staffTarget = "es2022";

/** Files that are served unchanged, by their address. JSON loses its spaces. */
const plainFiles = {
  "apple-touch-icon.png": "src/html/icon-180.png",
  "icon-512.png": "src/html/icon-512.png",
  "anh-chia-se.jpg": "src/html/share.jpg",
  "api/openapi.json": "src/api/openapi.json",
};

/** Folders whose files are served unchanged, by the folder of their addresses. */
const plainFolders = { guide: "src/newsroom/guide/pictures" };

/** The folder of [assets] in wrangler.toml. The path of a file in it is its address. */
export const assetsFolder = "dist/assets";

/** The addresses of scripts and of stylesheets, by name. src/html/built-files.ts imports it. */
export const manifestFile = join(source, "built", "manifest.txt");

/** A file to be written; `entryFile` is the name of the entry it was bundled from. */
type AssetFile = { path: string; bytes: Uint8Array; entry: string | null };

/**
 * Writes the files for browsers into dist/assets: scripts and stylesheets, whose names contain a hash of their content,
 * icons and the OpenAPI document. Everything that builds or tests the Worker calls this first. An unchanged file is not written
 * again, so that watchers do not restart. Files of former builds stay, because a server that started with them may
 * still run.
 */
export async function buildClient(): Promise<void> {
  const [scripts, sheets, plain] = await Promise.all([
    Promise.all([
      ...readersScripts.map(bundleForReaders),
      bundleModules(),
      bundle([pushWorkerEntry]),
    ]),
    bundleStylesheets(),
    Promise.all([...Object.entries(plainFiles), ...(await listPlainFolders())].map(readPlainFile)),
  ]);
  const written = [...scripts.flat(), ...sheets, ...plain, listCommonPasswords(), ...writeGuides()];
  await Promise.all(written.map(({ path, bytes }) => writeIfNew(path, bytes)));
  const manifest = { js: listEntries(scripts.flat()), css: listEntries(sheets) };
  await writeIfNew(manifestFile, Buffer.from(JSON.stringify(manifest)));
}

/** The address of each entry, by its name. */
function listEntries(files: AssetFile[]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ entry, path }) =>
      entry === null ? [] : [[entry, `/${relative(assetsFolder, path)}`]],
    ),
  );
}

/** Rolldown makes the scripts of readers' pages 2 % smaller than esbuild does. */
async function bundleForReaders({
  name,
  format,
}: (typeof readersScripts)[number]): Promise<AssetFile[]> {
  const input = { [name]: join(source, `${name}.ts`) };
  return bundleWithRolldown({ input, transform: { target: readersTarget } }, { format });
}

/**
 * The modules of the newsroom, which know the address of the worker that they start. Rolldown leaves what a module shares
 * with one that it loads later in the module itself; esbuild would make more and larger files of it.
 */
async function bundleModules(): Promise<AssetFile[]> {
  const worker = await bundle([workerEntry]);
  const address = `/${relative(assetsFolder, worker[0]?.path ?? "")}`;
  const names = modules.map((name) => [basename(name), join(source, `${name}.ts`)]);
  const files = await bundleWithRolldown(
    {
      input: Object.fromEntries(names),
      plugins: [cssModules, markedLexer, leanProseMirror],
      transform: { define: { wordWorkerAddress: JSON.stringify(address) }, target: staffTarget },
    },
    { format: "esm", codeSplitting: { groups: sharedChunks } },
  );
  return [...worker, ...files];
}

async function bundleWithRolldown(
  options: InputOptions,
  shape: OutputOptions,
): Promise<AssetFile[]> {
  const bundled = await rolldown({ ...options, treeshake: { moduleSideEffects: false } });
  const { output } = await bundled.generate({
    ...shape,
    minify: true,
    comments: { annotation: false, legal: false },
    // The route of scripts knows names of letters and digits only.
    hashCharacters: "base36",
    entryFileNames: "[name]-[hash].js",
    chunkFileNames: "[name]-[hash].js",
  });
  await bundled.close();
  const chunks = output.filter((file) => file.type === "chunk");
  return chunks.map(({ fileName, code, isEntry, name }) => ({
    path: join(assetsFolder, "js", fileName),
    bytes: Buffer.from(code),
    entry: isEntry ? name : null,
  }));
}

/** Bundles each of the entries that exist as one whole file. */
async function bundle(entries: string[]): Promise<AssetFile[]> {
  const entryPoints = entries.map((name) => join(source, `${name}.ts`)).filter(existsSync);
  if (entryPoints.length === 0) return [];
  return buildEntries(entryPoints, "js", {
    format: "iife",
    target: staffTarget,
    plugins: [cssAsText],
  });
}

/** Joins each stylesheet with those that it imports. */
async function bundleStylesheets(): Promise<AssetFile[]> {
  return buildEntries(stylesheets, "css", {});
}

async function buildEntries(
  entryPoints: string[],
  folder: "js" | "css",
  options: BuildOptions,
): Promise<AssetFile[]> {
  const { outputFiles, metafile } = await build({
    entryPoints,
    outdir: join(assetsFolder, folder),
    entryNames: "[name]-[hash]",
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    ...options,
  });
  return (outputFiles ?? []).map(({ path: absolute, contents }) => {
    const path = relative(".", absolute);
    const from = metafile?.outputs[path]?.entryPoint ?? "";
    const entry = entryPoints.includes(from) ? parse(from).name : null;
    return { path, bytes: contents, entry };
  });
}

/** So many of the most common passwords are refused. The shortest of them matter as beginnings of longer ones. */
const commonPasswords = { count: 20_000, minLength: 4 };

/** The file of common passwords, one a line, as src/people/password-rules.ts compares them. */
function listCommonPasswords(): AssetFile {
  const plain = (dictionary["passwords-common"] ?? []).map((one) => plainPassword(String(one)));
  const lines = [...new Set(plain)].filter((one) => one.length >= commonPasswords.minLength);
  const text = lines.slice(0, commonPasswords.count).join("\n");
  return { path: join(assetsFolder, commonPasswordsPath), bytes: Buffer.from(text), entry: null };
}

/** The words of the guides, which the Worker reads when somebody opens a guide. */
function writeGuides(): AssetFile[] {
  const guides = { reporter: reporterGuide, editor: editorGuide };
  return (["reporter", "editor"] as const).map((name) => ({
    path: join(assetsFolder, guideFilePath(name)),
    bytes: Buffer.from(JSON.stringify(guides[name])),
    entry: null,
  }));
}

/** The address and the source path of each file in the plain folders. */
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

/** Replaces a file in one step, because another process may be reading it or listing its folder. */
async function writeIfNew(path: string, bytes: Uint8Array): Promise<void> {
  const former = await readFile(path).catch(() => null);
  if (former?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  // Several builds may run in one process.
  const fresh = join("dist", `${basename(path)}.${randomUUID()}`);
  await replaceFile(path, bytes, { fresh });
}

if (import.meta.main) await buildClient();
