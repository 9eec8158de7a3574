import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import { focusFaults } from "./support/focus-walk.ts";
import { findAddress, pageTypes } from "./support/page-types.ts";
import { useBrowser } from "./support/use-browser.ts";
import { visit } from "./support/visit.ts";

let site: DemoSite;
let browser: Browser;

useBrowser(demoSite, (opened) => ([site, browser] = opened));

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 800 };
// Focus must be where it is to be seen at once, not after a smooth scroll.
const reducedMotion = "reduce";

describe.each(pageTypes)("$name", (type) => {
  const { status, download = false, bare = false } = type;

  test.each([phone, desktop])(
    "at $width px Tab reaches every control, and each shows its focus",
    async (viewport) => {
      const options = { status, download, viewport, reducedMotion } as const;
      const { page } = await visit(browser, findAddress(site, type), options);
      const faults = await focusFaults(page, { skipLink: !bare });
      await page.context().close();
      expect(faults).toEqual([]);
    },
  );
});

describe.each([true, false])("with script: %s", (script) => {
  test("the skip link leads into the content", async () => {
    const { page } = await visit(browser, site.address, { script, reducedMotion });
    await page.keyboard.press("Tab");
    const skip = await page.evaluate(
      () => document.activeElement?.getBoundingClientRect().top ?? -1,
    );
    expect(skip).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inContent = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    await page.context().close();
    expect(inContent).toBe(true);
  });

  test("the menu of a phone opens, leads to a section, and closes, by keyboard", async () => {
    const { page } = await visit(browser, site.address, { script, reducedMotion, viewport: phone });
    const menu = page.locator(".sections > details");
    await menu.locator("> summary").focus();
    expect(await menu.getByRole("link").first().isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    expect(await menu.getByRole("link").first().isVisible()).toBe(true);
    await page.keyboard.press("Space");
    expect(await menu.getByRole("link").first().isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Trang chủ");
    await page.keyboard.press("Tab");
    const below = page.locator(".menu-more").first();
    await page.keyboard.press("Enter");
    expect(await below.getByRole("link").first().isVisible()).toBe(true);
    await page.keyboard.press(script ? "ArrowDown" : "Tab");
    expect(await page.locator(":focus").getAttribute("href")).toBe("/trang/gioi-thieu");
    for (const key of script ? ["Escape"] : ["Shift+Tab", "Enter"]) await page.keyboard.press(key);
    expect(await below.getByRole("link").first().isVisible()).toBe(false);
    expect(await page.locator(":focus").evaluate((focused) => focused.tagName)).toBe("SUMMARY");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/chuyen-muc/*");
    await page.context().close();
  });
});

test("an open menu of a desktop closes when the focus or a press leaves it", async () => {
  const { page } = await visit(browser, site.address, { reducedMotion });
  const menu = page.locator(".menu-more").first();
  const entry = menu.locator("> summary");
  await entry.focus();
  await page.keyboard.press("Enter");
  for (let link = await menu.getByRole("link").count(); link > 0; link--) {
    await page.keyboard.press("Tab");
    expect(await menu.evaluate((details) => details.hasAttribute("open"))).toBe(true);
  }
  await page.keyboard.press("Tab");
  expect(await menu.evaluate((details) => details.hasAttribute("open"))).toBe(false);
  await entry.click();
  expect(await menu.evaluate((details) => details.hasAttribute("open"))).toBe(true);
  await page.locator("main").click({ position: { x: 2, y: 600 } });
  expect(await menu.evaluate((details) => details.hasAttribute("open"))).toBe(false);
  await page.context().close();
});
