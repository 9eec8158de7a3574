import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What each room of src may import (at `ok`) and what it may not (at `refused`), one line an import. */
const layers: Record<string, { ok: string[]; refused: string[] }> = {
  "worker.ts": {
    ok: ["./app.ts", "./publishing/x.ts", "./site.ts"],
    refused: ["../scripts/x.ts", "../test/x.ts", "../demo/x.ts", "../bench/x.ts", "../import/x.ts"],
  },
  "app.ts": { ok: ["./reading/x.ts", "./errors.ts"], refused: ["./worker.ts", "../scripts/x.ts"] },
  "clock.ts": { ok: ["./api/x.ts", "./publishing/x.ts"], refused: ["./app.ts", "./worker.ts"] },
  "security-headers.ts": {
    ok: ["./context.ts", "./reading/x.ts"],
    refused: ["./app.ts", "./clock.ts"],
  },
  "context.ts": {
    ok: ["./site.ts", "./people/x.ts"],
    refused: ["./app.ts", "./api/x.ts", "./article/x.ts"],
  },
  "settings-store.ts": {
    ok: ["./site.ts"],
    refused: ["./app.ts", "./context.ts", "./article/x.ts", "./people/x.ts"],
  },
  "newsroom-routes.ts": {
    ok: ["./newsroom/x.ts", "./reading/x.ts", "./context.ts"],
    refused: ["./app.ts", "./worker.ts", "../scripts/x.ts"],
  },
  reading: {
    ok: [
      "../context.ts",
      "../publishing/x.ts",
      "../article/x.ts",
      "../html/x.ts",
      "../edge-cache/x.ts",
      "../site.ts",
    ],
    refused: [
      "../api/x.ts",
      "../newsroom/x.ts",
      "../feed/x.ts",
      "../app.ts",
      "../worker.ts",
      "../../demo/x.ts",
    ],
  },
  request: {
    ok: ["../errors.ts", "../vietnamese/x.ts"],
    refused: ["../api/x.ts", "../people/x.ts", "../article/x.ts", "../context.ts"],
  },
  newsroom: {
    ok: ["../people/x.ts", "../publishing/x.ts", "../request/x.ts"],
    refused: [
      "../api/x.ts",
      "../reading/x.ts",
      "../feed/x.ts",
      "../intake/x.ts",
      "../app.ts",
      "../../scripts/x.ts",
    ],
  },
  "newsroom/office": {
    ok: ["../guard.ts", "../../people/x.ts", "../../publishing/x.ts"],
    refused: ["../desk/x.ts", "../people/x.ts", "../../api/x.ts", "../../app.ts"],
  },
  api: {
    ok: ["../people/x.ts", "../publishing/x.ts", "../photo/x.ts"],
    refused: [
      "../reading/x.ts",
      "../newsroom/x.ts",
      "../feed/x.ts",
      "../app.ts",
      "../../test/x.ts",
    ],
  },
  feed: {
    ok: ["../article/x.ts", "../vietnamese/x.ts"],
    refused: [
      "../reading/x.ts",
      "../newsroom/x.ts",
      "../api/x.ts",
      "../worker.ts",
      "../../bench/x.ts",
    ],
  },
  publishing: {
    ok: ["../check/x.ts", "../article/x.ts", "../photo/x.ts", "../html/x.ts", "../edge-cache/x.ts"],
    refused: ["../reading/x.ts", "../newsroom/x.ts", "../api/x.ts", "../feed/x.ts", "../app.ts"],
  },
  check: {
    ok: ["../markdown/x.ts", "type ../article/x.ts", "../html/x.ts", "../vietnamese/words/x.ts"],
    refused: [
      "../article/x.ts",
      "../photo/x.ts",
      "../people/x.ts",
      "../publishing/x.ts",
      "../api/x.ts",
    ],
  },
  article: {
    ok: ["type ../photo/x.ts", "../html/x.ts", "../errors.ts"],
    refused: [
      "../photo/x.ts",
      "../search/x.ts",
      "../check/x.ts",
      "../people/x.ts",
      "../publishing/x.ts",
      "../reading/x.ts",
    ],
  },
  search: {
    ok: ["../article/x.ts", "../vietnamese/x.ts"],
    refused: ["../publishing/x.ts", "../reading/x.ts", "../photo/x.ts"],
  },
  markdown: {
    ok: ["../vietnamese/x.ts"],
    refused: ["../article/x.ts", "../check/x.ts", "../publishing/x.ts", "../html/x.ts"],
  },
  photo: {
    ok: ["../edge-cache/x.ts", "../errors.ts"],
    refused: [
      "../article/x.ts",
      "type ../article/x.ts",
      "../check/x.ts",
      "../publishing/x.ts",
      "../api/x.ts",
    ],
  },
  people: {
    ok: ["../errors.ts"],
    refused: ["../article/x.ts", "../photo/x.ts", "../api/x.ts", "../newsroom/x.ts"],
  },
  html: {
    ok: ["type ../article/x.ts", "../vietnamese/x.ts", "../site.ts", "../client/built/x.txt"],
    refused: [
      "../client/x.ts",
      "../article/x.ts",
      "../edge-cache/x.ts",
      "../photo/x.ts",
      "../reading/x.ts",
      "../publishing/x.ts",
    ],
  },
  "edge-cache": {
    ok: ["../errors.ts", "../site.ts"],
    refused: ["../html/x.ts", "../article/x.ts", "../publishing/x.ts", "../api/x.ts"],
  },
  intake: {
    ok: ["../vietnamese/x.ts", "../markdown/x.ts", "type ../article/x.ts", "../errors.ts"],
    refused: [
      "../article/x.ts",
      "../check/x.ts",
      "../html/x.ts",
      "../client/x.ts",
      "../publishing/x.ts",
      "../../import/x.ts",
    ],
  },
  client: {
    ok: [
      "../vietnamese/words/x.ts",
      "../intake/x.ts",
      "../check/x.ts",
      "../article/article-fields.ts",
    ],
    refused: [
      "../html/x.ts",
      "../site.ts",
      "../api/x.ts",
      "../article/x-store.ts",
      "../article/article-input.ts",
      "../article/commit.ts",
    ],
  },
  vietnamese: {
    ok: ["./x.ts"],
    refused: [
      "../errors.ts",
      "../site.ts",
      "../html/x.ts",
      "../check/x.ts",
      "../worker.ts",
      "../../demo/x.ts",
    ],
  },
  "errors.ts": { ok: [], refused: ["./site.ts", "./vietnamese/x.ts", "./article/x.ts"] },
  "colour.ts": { ok: [], refused: ["./site.ts", "./errors.ts", "./html/x.ts"] },
  "site.ts": {
    ok: ["./colour.ts"],
    refused: ["./errors.ts", "./vietnamese/x.ts", "./article/x.ts", "./app.ts"],
  },
};

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
  await cp(".oxlintrc.json", join(tree, ".oxlintrc.json"));
  await write("tsconfig.json", JSON.stringify({ compilerOptions: { lib: ["es2024"], types: [] } }));
  for (const [room, { ok, refused }] of Object.entries(layers)) {
    const lines = [...ok, ...refused].map(
      (target) =>
        `${target.startsWith("type ") ? "export type" : "export"} * from "${target.replace("type ", "")}";`,
    );
    await write(
      room.endsWith(".ts") ? `src/${room}` : `src/${room}/room.ts`,
      lines.join("\n") + "\n",
    );
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
    execFile(oxlint, ["--type-aware", "--format=json"], { cwd: tree }, (_, stdout) => done(stdout));
  });
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[];
  };
  return diagnostics.map((one) => `${one.filename} ${one.code} ${one.labels[0]?.span.line}`);
}

describe("the layer rules", () => {
  test.for(Object.entries(layers))(
    "%s imports only what stands below it",
    ([room, { ok, refused }]) => {
      const path = room.endsWith(".ts") ? `src/${room}` : `src/${room}/room.ts`;
      const rule = "eslint(no-restricted-imports)";
      const lines = found.flatMap((one) =>
        one.startsWith(`${path} ${rule}`) ? [Number(one.split(" ")[2])] : [],
      );
      expect(lines.sort((a, b) => a - b)).toEqual(refused.map((_, index) => ok.length + index + 1));
    },
  );

  test("cover every folder of src", async () => {
    const { overrides } = JSON.parse(await readFile(".oxlintrc.json", "utf8")) as {
      overrides: { files: string[]; rules: object }[];
    };
    const guarded = overrides.flatMap((one) =>
      "no-restricted-imports" in one.rules ? one.files : [],
    );
    const entries = await readdir("src", { withFileTypes: true });
    const rooms = entries
      .filter((entry) => !entry.name.endsWith(".d.ts"))
      .map((entry) => `src/${entry.name}${entry.isDirectory() ? "/**/*.ts" : ""}`);
    expect(guarded).toEqual(expect.arrayContaining(rooms));
  });
});

describe("the other rules", () => {
  test.for(faults)("%s fires (%s)", ([rule, path]) => {
    expect(found).toContainEqual(expect.stringContaining(`${path} ${rule}`));
  });
});
