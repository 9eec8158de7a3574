import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** worker-config.ts turns wrangler's output off for this process. Commands print again with these variables. */
function makeEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, WRANGLER_LOG: "log", WRANGLER_SEND_METRICS: "false" };
}

/** Runs a command of wrangler and returns its output. `status` is 0 on success; `complaint` is plain text for a failure. */
export function captureWrangler(command: string[]): {
  status: number | null;
  answer: string;
  complaint: string;
} {
  const options = { encoding: "utf8", env: makeEnvironment() } as const;
  const { status, stdout, stderr } = spawnSync("wrangler", command, options);
  return { status, answer: stdout, complaint: stripVTControlCharacters(stderr || stdout) };
}

/** Runs a command of wrangler in this terminal. It asks questions only if `mayAsk`. Returns false when it fails. */
export function runWrangler(command: string[], mayAsk = false): boolean {
  const stdin = mayAsk ? "inherit" : "ignore";
  const env = makeEnvironment();
  return spawnSync("wrangler", command, { stdio: [stdin, "inherit", "inherit"], env }).status === 0;
}
