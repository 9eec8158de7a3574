import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** Reading wrangler.toml has silenced wrangler for this process (worker-config.ts); its commands may speak. */
const env = { ...process.env, WRANGLER_LOG: "log", WRANGLER_SEND_METRICS: "false" };

/** What a command of wrangler says. `status` is 0 where it succeeded; `complaint` is plain text, of use where it did not. */
export function captureWrangler(command: string[]): {
  status: number | null;
  answer: string;
  complaint: string;
} {
  const { status, stdout, stderr } = spawnSync("wrangler", command, { encoding: "utf8", env });
  return { status, answer: stdout, complaint: stripVTControlCharacters(stderr || stdout) };
}

/** Runs a command of wrangler as if it had been typed. False when it fails. */
export function runWrangler(command: string[]): boolean {
  return spawnSync("wrangler", command, { stdio: "inherit", env }).status === 0;
}
