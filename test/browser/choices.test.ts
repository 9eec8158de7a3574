import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { findAddress, pageTypes, referenceArticle } from "./support/page-types.ts";
import { useBrowser } from "./support/use-browser.ts";
import { visit } from "./support/visit.ts";
import type { VisitOptions } from "./support/visit.ts";

let site: DemoSite;
let browser: Browser;

useBrowser(demoSite, (opened) => ([site, browser] = opened));

async function openArticle(options: VisitOptions = {}): Promise<Page & AsyncDisposable> {
  const { page, faults } = await visit(browser, site.address + referenceArticle, options);
  expect(faults).toEqual([]);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

/** The ground of the page in every frame since it had a body; see `recordFrames`. */
function readGrounds(page: Page): Promise<string[]> {
  return page.evaluate(() => [...new Set((window as Window & { grounds?: string[] }).grounds)]);
}

/** Runs in the page from its very beginning. */
function recordFrames(): void {
  const { grounds } = Object.assign(window, { grounds: [] as string[] });
  const look = (): void => {
    if (document.body) grounds.push(getComputedStyle(document.documentElement).backgroundColor);
    requestAnimationFrame(look);
  };
  look();
}

const paper = "rgb(255, 255, 255)";
const night = "rgb(16, 22, 29)";

function isPressed(page: Page, name: string): Promise<string | null> {
  return page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed");
}

describe("the theme", () => {
  test("follows the system until the reader chooses", async () => {
    await using page = await openArticle({ colorScheme: "dark" });
    expect(await isPressed(page, "Giao diện tối")).toBe("true");
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => isPressed(page, "Giao diện tối")).toBe("false");
  });

  test("once chosen is on every page from the first frame, without a cookie", async () => {
    await using page = await openArticle({ colorScheme: "light" });
    await page.getByRole("button", { name: "Giao diện tối" }).click();
    expect(await isPressed(page, "Giao diện tối")).toBe("true");
    await page.addInitScript(recordFrames);
    for (const path of ["/", referenceArticle]) {
      await page.goto(site.address + path);
      expect(await readGrounds(page)).toEqual([night]);
      expect(await isPressed(page, "Giao diện tối")).toBe("true");
    }
    expect(await page.context().cookies()).toEqual([]);
  });

  test("that equals the system's setting is not stored", async () => {
    await using page = await openArticle({ colorScheme: "light" });
    const button = page.getByRole("button", { name: "Giao diện tối" });
    await button.click();
    await button.click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.addInitScript(recordFrames);
    await page.reload();
    expect(await readGrounds(page)).toEqual([paper]);
  });

  test("colours the browser's own bars too", async () => {
    await using page = await openArticle({ colorScheme: "light" });
    await page.getByRole("button", { name: "Giao diện tối" }).click();
    const media = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLMetaElement>("[name=theme-color]")].map((one) => one.media),
    );
    expect(media).toEqual(["not all", "all"]);
  });

  test("changes in another tab at once", async () => {
    await using page = await openArticle({ colorScheme: "light" });
    const other = await page.context().newPage();
    await other.goto(site.address);
    await other.getByRole("button", { name: "Giao diện tối" }).click();
    await expect.poll(() => isPressed(page, "Giao diện tối")).toBe("true");
  });
});

describe("the text size", () => {
  test("is one of three, enlarges everything, and is remembered", async () => {
    await using page = await openArticle();
    const sizeOfText = (): Promise<number> =>
      page.evaluate(() => {
        const text = document.querySelector(".article-body p");
        return text === null ? 0 : Number.parseFloat(getComputedStyle(text).fontSize);
      });
    const usual = await sizeOfText();
    expect(await isPressed(page, "Chữ thường")).toBe("true");
    await page.getByRole("button", { name: "Chữ rất lớn" }).click();
    expect(await sizeOfText()).toBeGreaterThan(usual * 1.3);
    await page.reload();
    expect(await sizeOfText()).toBeGreaterThan(usual * 1.3);
    expect(await isPressed(page, "Chữ rất lớn")).toBe("true");
    expect(await isPressed(page, "Chữ thường")).toBe("false");
  });

  test("at its largest fits a screen of 320 px on every page", async () => {
    await using page = await openArticle({ viewport: { width: 320, height: 640 } });
    await page.locator(".sizes summary").click();
    await page.getByRole("button", { name: "Chữ rất lớn" }).click();
    for (const type of pageTypes.filter(({ status, bare }) => status === 200 && !bare)) {
      await page.goto(findAddress(site, type));
      expect(await sidewaysFaults(page), type.name).toEqual([]);
    }
  });
});

test("where storage is forbidden, choices last as long as the page", async () => {
  await using page = await openArticle({
    colorScheme: "light",
    platform: () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      }),
  });
  await page.getByRole("button", { name: "Giao diện tối" }).click();
  await page.getByRole("button", { name: "Chữ lớn", exact: true }).click();
  expect(await isPressed(page, "Giao diện tối")).toBe("true");
  expect(await isPressed(page, "Chữ lớn")).toBe("true");
});

test("without script no control is shown that needs it", async () => {
  await using page = await openArticle({ script: false });
  for (const name of [".theme", ".tools", ".native-share"]) {
    expect(await page.locator(name).first().isVisible(), name).toBe(false);
  }
  expect(await page.locator(".article-body p").first().isVisible()).toBe(true);
});

describe("an article's page", () => {
  /** The addresses that the page sends something to. */
  async function readSent(platform: () => void): Promise<string[]> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });
    await page.addInitScript(platform);
    await page.goto(site.address + referenceArticle, { waitUntil: "networkidle" });
    expect(await context.cookies()).toEqual([]);
    await context.close();
    return sent;
  }

  test("tells once that it is read, without a cookie, unless the reader wants no trace", async () => {
    const [sent = "", ...more] = await readSent(() => null);
    expect(sent).toMatch(/^\/luot-xem\/1-\w{16}-[\w-]{11}$/);
    expect(more).toEqual([]);
    const doNotTrack = () => Object.defineProperty(navigator, "doNotTrack", { value: "1" });
    expect(await readSent(doNotTrack)).toEqual([]);
    const control = () => Object.assign(navigator, { globalPrivacyControl: true });
    expect(await readSent(control)).toEqual([]);
  });
});
