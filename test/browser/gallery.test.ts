import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import { referenceArticle } from "./support/page-types.ts";
import { useBrowser } from "./support/use-browser.ts";
import { visit } from "./support/visit.ts";
import type { VisitOptions } from "./support/visit.ts";

let site: DemoSite;
let browser: Browser;

useBrowser(demoSite, (opened) => ([site, browser] = opened));

async function openArticle(options: VisitOptions = {}): Promise<Page & AsyncDisposable> {
  const { page } = await visit(browser, site.address + referenceArticle, options);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

/** Alternative texts and captions of the article's photos, in order. */
function readShownPhotos(page: Page): Promise<{ alt: string; caption: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".photo")].map((figure) => ({
      alt: figure.querySelector("img")?.alt ?? "",
      caption: figure.querySelector("figcaption")?.textContent.trim() ?? "",
    })),
  );
}

/** What the viewer shows; null while it is closed. */
function readViewer(page: Page): Promise<{ count: string; alt: string; caption: string } | null> {
  return page.evaluate(() => {
    const viewer = document.querySelector("dialog[open]");
    if (viewer === null) return null;
    const textOf = (name: string) => viewer.querySelector(name)?.textContent.trim() ?? "";
    const alt = viewer.querySelector("img")?.alt ?? "";
    return { count: textOf("p"), alt, caption: textOf("figcaption") };
  });
}

/** A finger that moves over the screen, in CSS pixels. */
async function swipe(page: Page, fromX: number, toX: number): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  const point = (x: number) => ({ touchPoints: [{ x, y: 300 }] });
  await debug.send("Input.dispatchTouchEvent", { type: "touchStart", ...point(fromX) });
  await debug.send("Input.dispatchTouchEvent", { type: "touchMove", ...point(toX) });
  await debug.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

describe("the photos of an article, by keyboard", () => {
  test("open large, change by arrow keys in a circle, and close by Esc", async () => {
    await using page = await openArticle();
    const photos = await readShownPhotos(page);
    const last = photos.length;
    expect(last).toBeGreaterThan(4);
    await page.locator(".photo-link").nth(1).focus();
    await page.keyboard.press("Enter");
    expect(await readViewer(page)).toEqual({ count: `2/${last}`, ...photos[1] });
    await page.keyboard.press("ArrowRight");
    expect(await readViewer(page)).toEqual({ count: `3/${last}`, ...photos[2] });
    for (let turns = 0; turns < 3; turns++) await page.keyboard.press("ArrowLeft");
    expect(await readViewer(page)).toEqual({ count: `${last}/${last}`, ...photos[last - 1] });
    await page.keyboard.press("ArrowRight");
    expect(await readViewer(page)).toEqual({ count: `1/${last}`, ...photos[0] });
    await page.keyboard.press("Escape");
    expect(await readViewer(page)).toBeNull();
  });

  test("give the focus back to the photo that was opened", async () => {
    await using page = await openArticle();
    const link = page.locator(".photo-link").nth(2);
    await link.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("keep Tab among the viewer's buttons", async () => {
    await using page = await openArticle();
    await page.locator(".photo-link").first().focus();
    await page.keyboard.press("Enter");
    const names = new Set<string>();
    for (let tabs = 0; tabs < 8; tabs++) {
      await page.keyboard.press("Tab");
      names.add(await page.evaluate(() => document.activeElement?.ariaLabel ?? "elsewhere"));
    }
    // The browser's own bars stand for "elsewhere" between two rounds.
    names.delete("elsewhere");
    expect([...names].sort()).toEqual(["Đóng", "Ảnh sau", "Ảnh trước"].sort());
  });
});

describe("the photos of an article, by hand", () => {
  test("change by swipe on a phone", async () => {
    const phone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } };
    await using page = await openArticle(phone);
    await page.locator(".photo-link").first().tap();
    await swipe(page, 300, 60);
    await expect.poll(async () => (await readViewer(page))?.count).toMatch(/^2\//);
    await swipe(page, 60, 300);
    await expect.poll(async () => (await readViewer(page))?.count).toMatch(/^1\//);
    await swipe(page, 200, 190);
    expect((await readViewer(page))?.count).toMatch(/^1\//);
    await page.getByRole("button", { name: "Đóng" }).tap();
    expect(await readViewer(page)).toBeNull();
  });

  test("change by buttons, without accessibility faults while one is open", async () => {
    await using page = await openArticle();
    await page.locator(".photo-link").first().click();
    await page.getByRole("button", { name: "Ảnh sau" }).click();
    expect((await readViewer(page))?.count).toMatch(/^2\//);
    await page.getByRole("button", { name: "Ảnh trước" }).click();
    expect((await readViewer(page))?.count).toMatch(/^1\//);
    expect(await axeFaults(page)).toEqual([]);
  });

  test("show the largest file, uncropped", async () => {
    await using page = await openArticle();
    const link = page.locator(".photo-link").first();
    await link.click();
    const image = page.locator("dialog img");
    expect(await image.getAttribute("src")).toBe(
      await link.evaluate((one: HTMLAnchorElement) => one.href),
    );
    await image.evaluate((one: HTMLImageElement) => one.decode());
    const box = await image.boundingBox();
    const window = page.viewportSize();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(window?.height ?? 0);
  });
});

test("without script a photo opens as its largest file", async () => {
  await using page = await openArticle();
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.reload();
  const [answer] = await Promise.all([
    page.waitForResponse(/\/anh\/[0-9a-f]+\/\w+\.\w+$/),
    page.waitForURL("**/anh/**"),
    page.locator(".photo-link").first().click(),
  ]);
  expect(answer.status()).toBe(200);
});
