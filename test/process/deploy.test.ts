import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maxWorkerSize } from "../../scripts/build-worker.ts";
import { deployWords } from "../../src/vietnamese/words/start.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ban-tin-deploy-"));
});

afterAll(() => rm(folder, { recursive: true }));

type Outcome = { code: number; stdout: string; stderr: string };

/** Runs `npm run deploy -- --dry-run` with a changed copy of wrangler.toml. */
async function deploy(rewrite: (toml: string) => string): Promise<Outcome> {
  const file = join(folder, "wrangler.toml");
  await writeFile(file, rewrite(await readFile("wrangler.toml", "utf8")));
  const command = ["run", "--silent", "deploy", "--", "--dry-run", "--config", file];
  return new Promise((resolve) => {
    execFile("npm", command, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

const publicAddress = (toml: string) =>
  toml.replace("http://localhost:8787", "https://bantin.tinh.gov.vn");
const realIdentity = (toml: string) => toml.replaceAll("example.gov.vn", "tinh.gov.vn");

test("npm run deploy refuses a local address by name", async () => {
  const { code, stderr } = await deploy((toml) => toml);
  expect(code).toBe(1);
  expect(stderr).toBe(deployWords.localAddress("http://localhost:8787") + "\n");
});

test("npm run deploy refuses settings with the example's values by name", async () => {
  const { code, stderr } = await deploy(publicAddress);
  expect(code).toBe(1);
  expect(stderr).toBe(deployWords.exampleSettings(["AGENCY_EMAIL", "PORTAL_URL"]) + "\n");
});

test("npm run deploy refuses a missing setting by name", async () => {
  const { code, stderr } = await deploy((toml) =>
    publicAddress(toml).replace(/^AGENCY_PHONE.*$/m, ""),
  );
  expect(code).toBe(1);
  expect(stderr).toBe(deployWords.wrongSettings(["AGENCY_PHONE"]) + "\n");
});

test("npm run deploy gives the built Worker with its bindings to wrangler, within its size, when every setting is right", async () => {
  const { code, stdout, stderr } = await deploy((toml) => realIdentity(publicAddress(toml)));
  expect(code, stderr).toBe(0);
  for (const binding of ["DB", "PHOTOS", "IMAGES", "ASSETS", "WRITE_LIMIT", "BASE_URL"]) {
    expect(stdout).toContain(`env.${binding} `);
  }
  const worker = await readFile("dist/worker.js");
  expect(gzipSync(worker).length).toBeLessThanOrEqual(maxWorkerSize);
});
