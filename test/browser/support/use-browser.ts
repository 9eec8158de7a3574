import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./visit.ts";

/**
 * Before the tests of a file, starts Chromium and opens what they work on, and gives both to `keep`. After the tests, closes
 * Chromium and calls `stop` of what was opened, if it has one.
 */
export function useBrowser<Opened>(
  open: () => Promise<Opened>,
  keep: (opened: [Opened, Browser]) => void,
): void {
  const stops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const opening = open().then((opened) => {
      if (hasStop(opened)) stops.push(opened.stop);
      return opened;
    });
    const launching = launchChromium().then((browser) => {
      stops.push(() => browser.close());
      return browser;
    });
    keep(await Promise.all([opening, launching]));
  });
  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()));
  });
}

function hasStop(opened: unknown): opened is { stop: () => Promise<void> } {
  return typeof opened === "object" && opened !== null && "stop" in opened;
}
