import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import { guidePaths } from "../../src/addresses/newsroom.ts";
import { axeFaults } from "./support/axe-faults.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

describe.each([360, 1280])("the guides at %i px", (width) => {
  test("are accessible, need no scrolling sideways and show their pictures", async () => {
    const page = await site.signIn(browser, "thebang", { viewport: { width, height: 740 } });
    for (const path of Object.values(guidePaths)) {
      await page.goto(site.address + path);
      for (const picture of await page.locator("main img").all()) {
        await picture.scrollIntoViewIfNeeded();
      }
      await page.waitForFunction(() =>
        [...document.images].every((picture) => picture.complete && picture.naturalWidth > 0),
      );
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysFaults(page)).toEqual([]);
    }
    await page.context().close();
  });
});
