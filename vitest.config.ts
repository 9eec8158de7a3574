import { existsSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { build } from "esbuild";
import { defineConfig } from "vitest/config";
import { buildClient } from "./scripts/build-client.ts";
import { ClosingLine } from "./scripts/closing-line.ts";
import { ProcessesFirst } from "./scripts/processes-first.ts";
import { replaceFiles } from "./scripts/without-attestation.ts";

// Hides wrangler's warning about missing secrets: the tests set their own.
process.env["WRANGLER_LOG"] = "error";
// No test reads the traces that the local runtime records of each call.
process.env["X_LOCAL_OBSERVABILITY"] = "false";
// The stores of the tests are files. In memory they cost no writing to the disk.
if (hasRoom("/dev/shm")) process.env["TMPDIR"] = "/dev/shm";

await buildClient();
const replacedFiles = await replaceFiles();

/** Says whether this folder exists and has room for the stores and browsers of a whole run, with much to spare. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 4 * 1024 ** 3;
}

/** Tests that need nothing of the Worker's runtime. They run in Node, where a file starts ten times faster. */
const pure = [
  "test/{check,client,demo,docs,import,intake,markdown,migrations,search,vietnamese}/**/*.test.ts",
  "test/addresses/external-video.test.ts",
  "test/article/old-address.test.ts",
  "test/feed/{*-feed,feed-content,feed-photo,hostile-feeds,sitemap}.test.ts",
  "test/memory-budget.test.ts",
  "test/html/{head,picture,qr-code,share-links,template,xml}.test.ts",
  "test/newsroom/{body-changes,merged-body,text-diff}.test.ts",
  "test/people/{device,turns}.test.ts",
  "test/photo/{dimensions,sniff,variant-plan}.test.ts",
  "test/published/{front-page,label-store,month,published-body}.test.ts",
  "test/publishing/render-body.test.ts",
];

/** Tests that start servers. */
const processes = ["test/process/**/*.test.ts"];

/** Tests that open pages in Chromium. */
const browser = ["test/browser/**/*.test.ts"];

// These end what hangs, in ms. They are far above what is needed, because a busy machine may be ten times slower.
const expect = { poll: { timeout: 60_000 } };
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000, expect };
const serverTimeouts = { testTimeout: 300_000, hookTimeout: 600_000, expect };

/** Tests with a server wait half of their time, for a browser, a start or a delay. So more files run at once, after the others. */
const waiting = {
  ...serverTimeouts,
  maxWorkers: 2 * availableParallelism(),
  sequence: { groupOrder: 1 },
};

/** Every migration as one, so that each test file makes its tables in one transaction. */
async function readMigrationsAsOne() {
  const migrations = await readD1Migrations("migrations");
  return [{ name: "all", queries: migrations.flatMap(({ queries }) => queries) }];
}

/** The Worker that the tests have for a push service. */
async function readPushService() {
  const { outputFiles } = await build({
    entryPoints: ["test/support/push-service.ts"],
    format: "esm",
    write: false,
  });
  return {
    name: "push-service",
    modules: true,
    script: outputFiles[0]?.text ?? "",
    compatibilityDate: "2026-01-01",
    compatibilityFlags: ["nodejs_compat"],
  };
}

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    // Vitest leaves one core free, so it would use one of two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: ProcessesFirst },
    projects: [
      { test: { name: "pure", include: pure, isolate: false, ...timeouts } },
      {
        plugins: [
          // The Worker's tests run the passkey library as it is deployed.
          {
            name: "without-attestation",
            enforce: "pre",
            load: (path) => replacedFiles.get(path),
          },
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                EDGE_CACHE: "stand-in",
                REQUEST_LOG: "off",
                TEST_MIGRATIONS: await readMigrationsAsOne(),
                TOKEN_KEY: "a key for tests only, of 32 bytes and more",
                PUSH_KEY: "a-key-for-tests-only-of-43-characters-aaaaa",
              },
              // All that the Worker sends outside goes here.
              outboundService: "push-service",
              workers: [await readPushService()],
            },
          })),
        ],
        test: {
          name: "worker",
          // One runtime runs many files. test/support/empty-stores.ts keeps them apart.
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: [...pure, ...processes, ...browser],
          setupFiles: ["test/support/empty-stores.ts"],
          ...timeouts,
        },
      },
      {
        test: {
          name: "process",
          include: processes,
          ...waiting,
        },
      },
      {
        test: {
          name: "browser",
          include: browser,
          // The files of one process share the built Worker and the libraries, each file has its own site.
          isolate: false,
          globalSetup: "test/browser/support/demo-setup.ts",
          ...waiting,
        },
      },
    ],
  },
});
