import { waitForGlobalWaitUntil } from "cloudflare:test-internal";

/**
 * Waits until everything that was given to `waitUntil` is done.
 *
 * The last work ends in the context of its own request, and the runtime would go on there: what a test then asks of the database
 * is lost when that request ends, and the test waits for ever. A timer of the test brings it back into the test's context.
 */
export async function finishBackgroundWork(): Promise<void> {
  const work = { isDone: false };
  const finished = waitForGlobalWaitUntil().finally(() => (work.isDone = true));
  while (!work.isDone) await scheduler.wait(1);
  await finished;
}
