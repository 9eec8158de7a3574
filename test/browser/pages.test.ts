import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults, colourFaults } from "./support/axe-faults.ts";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import { shiftFaults, sidewaysFaults } from "./support/layout-faults.ts";
import { addressOf, pageTypes } from "./support/page-types.ts";
import { useBrowser } from "./support/use-browser.ts";
import { visit } from "./support/visit.ts";

let site: DemoSite;
let browser: Browser;

useBrowser(demoSite, (opened) => ([site, browser] = opened));

/** A phone, a desktop, the narrowest that WCAG 1.4.10 asks for, and a desktop of 1280 px zoomed to 200 %. */
const screens = [
  { name: "360 px", viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  { name: "1280 px", viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];
const narrowest = { width: 320, height: 512 };
const zoomed = { width: 640, height: 400 };

// The browser has processes of its own for each page, so two cores have work.
describe.concurrent.each(pageTypes)("$name", (type) => {
  const { status, download = false } = type;

  test.each(screens)("at $name has no fault in light and dark", async ({ viewport, ...screen }) => {
    const options = { status, download, viewport, ...screen, photoDelay: 100 };
    const { page, faults } = await visit(browser, addressOf(site, type), options);
    faults.push(...(await shiftFaults(page)), ...(await sidewaysFaults(page)));
    faults.push(...(await axeFaults(page)));
    await page.emulateMedia({ colorScheme: "dark" });
    faults.push(...(await colourFaults(page)).map((fault) => `in the dark: ${fault}`));
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test.each(screens)("at $name has no fault without script", async ({ viewport, ...screen }) => {
    const options = { status, download, viewport, ...screen, script: false };
    const { page, faults } = await visit(browser, addressOf(site, type), options);
    faults.push(...(await axeFaults(page)), ...(await sidewaysFaults(page)));
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test("fits its width at 320 px and zoomed to 200 %", async () => {
    const { page, faults } = await visit(browser, addressOf(site, type), { status, download });
    for (const viewport of [narrowest, zoomed]) {
      await page.setViewportSize(viewport);
      faults.push(...(await sidewaysFaults(page)));
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
