import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults, colourFaults } from "./support/axe-faults.ts";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import {
  buttonFaults,
  headingFaults,
  putLongWords,
  shiftFaults,
  sidewaysFaults,
  tapFaults,
} from "./support/layout-faults.ts";
import { findAddress, pageTypes, referenceArticle } from "./support/page-types.ts";
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
    const { page, faults } = await visit(browser, findAddress(site, type), options);
    faults.push(...(await shiftFaults(page)), ...(await sidewaysFaults(page)));
    faults.push(...(await axeFaults(page)), ...(await tapFaults(page)));
    faults.push(...(await headingFaults(page)), ...(await buttonFaults(page)));
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = [...(await colourFaults(page)), ...(await buttonFaults(page))];
    faults.push(...dark.map((fault) => `in the dark: ${fault}`));
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test.each(screens)("at $name has no fault without script", async ({ viewport, ...screen }) => {
    const options = { status, download, viewport, ...screen, script: false };
    const { page, faults } = await visit(browser, findAddress(site, type), options);
    faults.push(...(await axeFaults(page)), ...(await sidewaysFaults(page)));
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test("fits its width at 320 px and zoomed to 200 %", async () => {
    const { page, faults } = await visit(browser, findAddress(site, type), { status, download });
    for (const viewport of [narrowest, zoomed]) {
      await page.setViewportSize(viewport);
      faults.push(...(await sidewaysFaults(page)));
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test("fits its width with a long word in every text", async () => {
    const { page, faults } = await visit(browser, findAddress(site, type), { status, download });
    await putLongWords(page);
    for (const { viewport } of screens) {
      await page.setViewportSize(viewport);
      faults.push(...(await sidewaysFaults(page)));
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test("has at most one way to search", async () => {
    const { page } = await visit(browser, findAddress(site, type), { status, download });
    const counts: number[] = [];
    for (const { viewport } of screens) {
      await page.setViewportSize(viewport);
      counts.push(await page.locator("[type=search]:visible, .search-link:visible").count());
    }
    await page.context().close();
    expect(Math.max(...counts)).toBeLessThanOrEqual(1);
  });
});

const articles = pageTypes.filter(
  ({ name }) => /article|story/.test(name) && !/withdrawn/.test(name),
);

describe.each([true, false])("with script: %s", (script) => {
  test.each(articles)(
    "$name begins on a phone with its title, lede and picture",
    async ({ path }) => {
      const { page } = await visit(browser, site.address + path, { ...screens[0], script });
      const bottom = await page.locator(".article-lede").evaluate((lede) => {
        const photo = document.querySelector(".lead-photo img")?.getBoundingClientRect();
        return photo === undefined ? lede.getBoundingClientRect().bottom : photo.top + 40;
      });
      await page.context().close();
      expect(bottom).toBeLessThan(740);
    },
  );
});

test("the front page fits six screens of a phone, and its menu leads to it", async () => {
  const { page } = await visit(browser, site.address, { ...screens[0] });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6 * 740);
  await page.locator(".sections > details > summary").click();
  const home = page.locator(".sections li").first().getByRole("link", { name: "Trang chủ" });
  expect(await home.getAttribute("aria-current")).toBe("page");
  await page.context().close();
});

test("every part of an article begins at the left edge of the header", async () => {
  const { page } = await visit(browser, site.address + referenceArticle, { ...screens[1] });
  const parts = ".brand, .article > *, .article-head > *, .lead-photo img, .gallery, .neighbours";
  const edges = await page
    .locator(parts)
    .evaluateAll((found) =>
      found
        .filter((part) => part.checkVisibility())
        .map((part) => Math.round(part.getBoundingClientRect().left)),
    );
  await page.context().close();
  expect(edges.length).toBeGreaterThan(12);
  expect(new Set(edges).size).toBe(1);
});
