import { deployWords } from "../../src/vietnamese/words/start.ts";
import { StartFailure, takeFirstLine } from "../start/start-failure.ts";
import { captureWrangler } from "../start/wrangler.ts";

/** The message of each version that `npm run deploy` uploads. */
export const deployMessage = "npm run deploy";

/** Runs a command of wrangler and returns the JSON that it prints. Throws StartFailure when it fails. */
export function askWrangler<Answer>(command: string[]): Answer {
  const { status, answer, complaint } = captureWrangler(command);
  if (status !== 0) throw new StartFailure(deployWords.cannotAsk(takeFirstLine(complaint)));
  return JSON.parse(answer) as Answer;
}
