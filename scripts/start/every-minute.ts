import { startWords } from "../../src/vietnamese/words/start.ts";
import { firstLine } from "./start-failure.ts";

const minute = 60_000;

/**
 * Does the work now, to catch up on what was missed, and then as every minute begins, until `end`. A failure is printed,
 * and the next minute tries again.
 */
export function runEveryMinute(work: () => Promise<void>, end: AbortSignal): void {
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (end.aborted) return;
      console.error(startWords.scheduledFailed(firstLine(error)));
    }
    setTimeout(() => void run(), minute - (Date.now() % minute));
  };
  void run();
}
