import { exports } from "cloudflare:workers";
import { vi } from "vitest";

export const minute = 60_000;

/** Lets the Worker's clock strike at a time, in ms since the epoch, as the cron trigger would. */
export async function strike(time: number): Promise<void> {
  vi.setSystemTime(time);
  try {
    await exports.default.scheduled({ scheduledTime: new Date(time), cron: "* * * * *" });
  } finally {
    vi.useRealTimers();
  }
}
