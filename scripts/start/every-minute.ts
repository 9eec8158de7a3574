import { startWords } from "../../src/vietnamese/words/start.ts";
import { takeFirstLine } from "./start-failure.ts";

const minute = 60_000;

/**
 * Does the work now, for the minutes when the site did not run, and then at the start of every minute, until `end`. Prints a
 * failure and tries again in the next minute.
 */
export function runEveryMinute(
  work: () => Promise<void>,
  end: AbortSignal,
  report: (text: string) => void = console.error,
): void {
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (end.aborted) return;
      report(startWords.scheduledFailed(takeFirstLine(error)));
    }
    setTimeout(() => void run(), minute - (Date.now() % minute));
  };
  void run();
}
