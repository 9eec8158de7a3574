import { deployWords } from "../../src/vietnamese/words/start.ts";
import { StartFailure, takeFirstLine } from "../start/start-failure.ts";
import { captureWrangler } from "../start/wrangler.ts";

/**
 * The message of a version that `npm run deploy` uploads. It names the newest migration of Durable Objects, because Cloudflare makes
 * no version live again that is from before one.
 */
export function makeDeployMessage(migration: string): string {
  return `npm run deploy, objects ${migration}`;
}

/** The migration that a message names. Null for a version that `npm run deploy` did not upload. */
export function readMigration(message: string | undefined): string | null {
  return /^npm run deploy, objects (.+)$/.exec(message ?? "")?.slice(1)[0] ?? null;
}

/** Runs a command of wrangler and returns the JSON that it prints. Throws StartFailure when it fails. */
export function askWrangler<Answer>(command: string[]): Answer {
  const { status, answer, complaint } = captureWrangler(command);
  if (status !== 0) throw new StartFailure(deployWords.cannotAsk(takeFirstLine(complaint)));
  return JSON.parse(answer) as Answer;
}
