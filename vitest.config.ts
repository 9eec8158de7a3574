import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { buildClient } from "./scripts/build-client.ts";
import { ClosingLine } from "./scripts/closing-line.ts";

// The tests bring their own secrets; wrangler's warnings that there are none would drown theirs.
process.env["WRANGLER_LOG"] = "error";

await buildClient();

/** Pure rooms need no Worker: they run in Node, where a test file starts at once. */
const pure = [
  "test/vietnamese/**/*.test.ts",
  "test/check/**/*.test.ts",
  "test/client/**/*.test.ts",
  "test/demo/**/*.test.ts",
  "test/import/**/*.test.ts",
  "test/intake/**/*.test.ts",
];

/** Tests that start servers of their own, and those in a real browser. */
const wholeProcess = ["test/process/**/*.test.ts"];
const inBrowser = ["test/browser/**/*.test.ts"];

/** Ends a test that hangs, in ms. No test is about time, and a busy machine may be ten times slower than a quiet one. */
const patience = 30_000;

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    projects: [
      { test: { name: "pure", include: pure } },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations("migrations"),
                TOKEN_KEY: "a key for tests only, of 32 bytes and more",
              },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/**/*.test.ts"],
          exclude: [...pure, ...wholeProcess, ...inBrowser],
          setupFiles: ["test/support/migrate.ts"],
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
      {
        test: {
          name: "process",
          include: wholeProcess,
          testTimeout: 4 * patience,
          hookTimeout: 4 * patience,
        },
      },
      {
        test: {
          name: "browser",
          include: inBrowser,
          globalSetup: "test/browser/support/demo-setup.ts",
          maxConcurrency: 3,
          testTimeout: 4 * patience,
          hookTimeout: 4 * patience,
        },
      },
    ],
  },
});
