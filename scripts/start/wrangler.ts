import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** worker-config.ts turns wrangler's output off for this process. Commands print again with these variables. */
const env = { ...process.env, WRANGLER_LOG: "log", WRANGLER_SEND_METRICS: "false" };

/** Runs a command of wrangler and returns its output. `status` is 0 on success; `complaint` is plain text for a failure. */
export function captureWrangler(command: string[]): {
  status: number | null;
  answer: string;
  complaint: string;
} {
  const { status, stdout, stderr } = spawnSync("wrangler", command, { encoding: "utf8", env });
  return { status, answer: stdout, complaint: stripVTControlCharacters(stderr || stdout) };
}

/** Runs a command of wrangler in this terminal. Returns false when it fails. */
export function runWrangler(command: string[]): boolean {
  return spawnSync("wrangler", command, { stdio: "inherit", env }).status === 0;
}
