import { readdir, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { verifyWords } from "../src/vietnamese/words/verify.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { runChecks } from "./verify/checks.ts";
import type { Finding, VerifiedSite } from "./verify/checks.ts";

/** Pictures of a few KB that the project has drawn (scripts/draw-photo-fixtures.ts). */
const photos = "test/photo/fixtures/";

/** An answer that takes longer is a failure, in ms. */
const timeout = 60_000;

/**
 * `npm run verify -- https://site`: checks a deployed site from outside, as its readers see it, and from inside with the token of an
 * admin in BAN_TIN_ADMIN_TOKEN. Prints one line a check, or JSON with `--json`. The exit code is 1 if a check failed.
 */
await explainStartFailure(async () => {
  const { json, ...flags } = readVerifyFlags();
  const site = await prepareSite(flags);
  const findings = await runChecks(site);
  const failed = findings.filter(({ problem }) => problem !== null);
  const report = { address: site.address, ok: failed.length === 0, findings };
  if (json) console.log(JSON.stringify(report, null, 2));
  else {
    for (const finding of findings) console.log(describe(finding));
    console.log(
      failed.length === 0 ? verifyWords.allPassed : verifyWords.someFailed(failed.length),
    );
    if (findings.some(({ isLeftOut }) => isLeftOut)) console.log(verifyWords.withoutToken);
  }
  if (failed.length > 0) process.exitCode = 1;
});

function readVerifyFlags() {
  try {
    const options = {
      json: { type: "boolean", default: false },
      "workers-dev": { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { origin, hostname } = new URL(positionals[0] ?? "");
    const own = hostname.endsWith(".workers.dev") ? hostname : null;
    return { address: origin, json: values.json, workersDev: values["workers-dev"] ?? own };
  } catch {
    throw new StartFailure(verifyWords.usage);
  }
}

async function prepareSite({
  address,
  workersDev,
}: {
  address: string;
  workersDev: string | null;
}): Promise<VerifiedSite> {
  const migrations = (await readdir("migrations")).filter((name) => name.endsWith(".sql"));
  const request = (url: string, init?: RequestInit) =>
    fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeout) });
  return {
    address,
    ask: (path, init) => request(address + path, init),
    askOther: request,
    token: process.env["BAN_TIN_ADMIN_TOKEN"] ?? null,
    workersDev,
    photos: {
      heic: new Uint8Array(await readFile(`${photos}phone.heic`)),
      rotated: new Uint8Array(await readFile(`${photos}orientation-6.jpg`)),
    },
    migration: migrations.sort().at(-1) ?? "",
    maxPurgeTime: 30_000,
  };
}

function describe({ check, isLeftOut, problem, measured }: Finding): string {
  if (isLeftOut) return verifyWords.leftOut(check);
  if (problem !== null) return verifyWords.failed(check, problem);
  return verifyWords.passed(measured === null ? check : `${check}: ${measured}`);
}
