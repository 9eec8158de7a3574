import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { jobs, Steps } from "../../bench/step-jobs.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const usernames = { reporter: "thebang", editor: "bientap" };

test.each(jobs)("$name takes at most $max steps", async ({ max, role, play }) => {
  const page = await site.signIn(browser, usernames[role]);
  const steps = new Steps();
  await play(page, steps);
  expect(steps.count).toBeLessThanOrEqual(max);
  await page.context().close();
});
