import { parseArgs } from "node:util";
import { verifyWords } from "../src/vietnamese/words/verify.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { runPublicChecks } from "./verify/public-checks.ts";

/**
 * `npm run verify -- https://site`: checks a deployed site from outside, as its readers see it. Prints one line a check, or JSON
 * with `--json`. The exit code is 1 if a check failed.
 */
await explainStartFailure(async () => {
  const { address, json } = readVerifyFlags();
  const findings = await runPublicChecks({
    address,
    ask: (path, init) => fetch(address + path, { ...init, redirect: "manual" }),
  });
  const failed = findings.filter(({ problem }) => problem !== null);
  if (json) console.log(JSON.stringify({ address, ok: failed.length === 0, findings }, null, 2));
  else {
    for (const { check, problem } of findings) {
      console.log(
        problem === null ? verifyWords.passed(check) : verifyWords.failed(check, problem),
      );
    }
    const { allPassed, someFailed } = verifyWords;
    console.log(failed.length === 0 ? allPassed : someFailed(failed.length));
  }
  if (failed.length > 0) process.exitCode = 1;
});

function readVerifyFlags(): { address: string; json: boolean } {
  try {
    const options = { json: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [address = ""] = positionals;
    return { address: new URL(address).origin, json: values.json };
  } catch {
    throw new StartFailure(verifyWords.usage);
  }
}
