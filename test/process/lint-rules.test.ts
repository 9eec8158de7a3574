import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { layers } from "../../scripts/layers.ts";
import type { Layer } from "../../scripts/layers.ts";

/** An import in a file of src/, as the linter sees it. `types` means `import type`. */
type Import = { target: string; types: boolean; isAllowed: boolean };

/** Folders beside src/. No file of src/ may import them. */
const outside = ["scripts", "test", "demo", "bench", "import"];

/** Imports of every other layer by one layer: first of values, then of types. */
function writeImports({ name, uses, types = [] }: Layer): Import[] {
  const isFile = name.endsWith(".ts");
  const up = isFile ? "./" : "../";
  const others = layers.filter((other) => other.name !== name);
  const pathOf = (other: string): string => (other.endsWith(".ts") ? other : `${other}/x.ts`);
  return [
    ...others.map((other) => ({
      target: up + pathOf(other.name),
      types: false,
      isAllowed: uses.includes(other.name),
    })),
    ...others.map((other) => ({
      target: up + pathOf(other.name),
      types: true,
      isAllowed: uses.includes(other.name) || types.includes(other.name),
    })),
    ...outside.map((folder) => ({
      target: `${isFile ? "../" : "../../"}${folder}/x.ts`,
      types: false,
      isAllowed: false,
    })),
  ];
}

/** Rules that the table must keep, whatever else changes: from, to. */
const forbidden: [string, string][] = [
  ["vietnamese", "errors.ts"],
  ["article", "html"],
  ["check", "publishing"],
  ["client", "html"],
  ["intake", "client"],
  ["html", "reading"],
  ["publishing", "newsroom"],
  ["reading", "api"],
  ["feed", "reading"],
];

/** Files that each break one rule: rule, path, text. */
const faults: [string, string, string][] = [
  ["typescript(no-explicit-any)", "scripts/any.ts", "export const x = (y: any): unknown => y;\n"],
  [
    "typescript(no-floating-promises)",
    "src/api/floating.ts",
    "export function f(): void {\n  Promise.resolve(1).then(String);\n}\n",
  ],
  [
    "import(no-cycle)",
    "src/api/a.ts",
    'import { b } from "./b.ts";\nexport const a = (): unknown => b;\n',
  ],
  [
    "import(no-cycle)",
    "src/api/b.ts",
    'import { a } from "./a.ts";\nexport const b = (): unknown => a;\n',
  ],
  ["eslint(max-lines)", "bench/long.ts", "export {};\n".repeat(301)],
  [
    "eslint(max-lines-per-function)",
    "src/api/tall.ts",
    `export function f() {\n${"  f();\n".repeat(60)}}\n`,
  ],
  [
    "vitest(no-disabled-tests)",
    "test/skipped.test.ts",
    'import { expect, test } from "vitest";\ntest.skip("x", () => {\n  expect(1).toBe(1);\n});\n',
  ],
];

let tree: string;
/** Lint findings as "path rule line". */
let found: string[];

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), "ban-tin-lint-"));
  for (const file of ["oxlint.config.ts", "scripts/layers.ts", "package.json"]) {
    await write(file, await readFile(file, "utf8"));
  }
  await symlink(resolve("node_modules"), join(tree, "node_modules"));
  await write("tsconfig.json", JSON.stringify({ compilerOptions: { lib: ["es2024"], types: [] } }));
  for (const layer of layers) {
    const lines = writeImports(layer).map(
      ({ target, types }) => `export ${types ? "type " : ""}* from "${target}";`,
    );
    await write(nameImportFile(layer.name), lines.join("\n") + "\n");
  }
  for (const [, path, text] of faults) await write(path, text);
  found = await lint();
});

afterAll(() => rm(tree, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}

async function lint(): Promise<string[]> {
  const oxlint = resolve("node_modules/.bin/oxlint");
  const report = await new Promise<string>((done) => {
    execFile(
      oxlint,
      ["--type-aware", "--format=json", "src", "scripts", "bench", "test"],
      // The report of all the faults is about a megabyte.
      { cwd: tree, maxBuffer: 100_000_000 },
      (_, stdout) => done(stdout),
    );
  });
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[];
  };
  return diagnostics.map((one) => `${one.filename} ${one.code} ${one.labels[0]?.span.line}`);
}

/** The file that holds the imports of a layer. */
function nameImportFile(layer: string): string {
  return layer.endsWith(".ts") ? `src/${layer}` : `src/${layer}/imports.ts`;
}

describe("the layer rules of the linter", () => {
  test.for(layers)("refuse in $name every import that the table does not allow", (layer) => {
    const rule = `${nameImportFile(layer.name)} eslint(no-restricted-imports)`;
    const lines = found.flatMap((one) => (one.startsWith(rule) ? [Number(one.split(" ")[2])] : []));
    const refused = writeImports(layer).flatMap(({ isAllowed }, index) =>
      isAllowed ? [] : [index + 1],
    );
    expect(refused.length).toBeGreaterThanOrEqual(outside.length);
    expect(lines.sort((a, b) => a - b)).toEqual(refused);
  });

  test.for(forbidden)("keep %s from importing %s", ([from, to]) => {
    const layer = layers.find(({ name }) => name === from);
    expect(layer?.uses).not.toContain(to);
  });

  test("cover every file and folder of src", async () => {
    const entries = await readdir("src");
    const names = entries.filter((name) => !name.endsWith(".d.ts"));
    expect(layers.map(({ name }) => name).sort()).toEqual(names.sort());
  });
});

describe("the other rules of the linter", () => {
  test.for(faults)("%s finds a fault in %s", ([rule, path]) => {
    expect(found).toContainEqual(expect.stringContaining(`${path} ${rule}`));
  });
});
