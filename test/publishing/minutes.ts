import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import worker from "../../src/worker.ts";

export const minute = 60_000;

/** Runs the Worker's clock as the cron trigger would, at a time in ms since the epoch. */
export async function runClock(time: number): Promise<void> {
  const ctx = createExecutionContext();
  vi.setSystemTime(time);
  try {
    const controller = createScheduledController({ scheduledTime: time, cron: "* * * * *" });
    await worker.scheduled(controller, env, ctx);
    await waitOnExecutionContext(ctx);
  } finally {
    vi.useRealTimers();
  }
}
