import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
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

/** A telephone that can share, and notes what. */
function canShare(): void {
  const shared: ShareData[] = [];
  Object.assign(window, { shared });
  const share = async (data: ShareData): Promise<void> => void shared.push(data);
  Object.defineProperty(navigator, "share", { value: share, configurable: true });
}

describe("sharing", () => {
  test.each([0, 1])(
    "with the system's dialog is offered first when there is one (bar %i)",
    async (bar) => {
      await using page = await openArticle({ platform: canShare });
      const list = page.locator(".share").nth(bar);
      expect(await list.locator("li").first().innerText()).toBe("Chia sẻ");
      await list.getByRole("button", { name: "Chia sẻ" }).click();
      const shared = await page.evaluate(() => (window as Window & { shared?: unknown }).shared);
      const title = await page.locator("h1").innerText();
      expect(shared).toEqual([{ title, url: site.address + referenceArticle }]);
    },
  );

  test("with the system's dialog is not offered where there is none", async () => {
    await using page = await openArticle({
      platform: () => Reflect.deleteProperty(Navigator.prototype, "share"),
    });
    expect(await page.getByRole("button", { name: "Chia sẻ" }).count()).toBe(0);
  });
});

describe("copying the address", () => {
  test.each([0, 1])("puts it on the clipboard and announces it (bar %i)", async (bar) => {
    await using page = await openArticle({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator(".copy summary").nth(bar).click();
    await page.locator(".copy + [role=status]", { hasText: "Đã chép liên kết" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(site.address + referenceArticle);
  });

  test("announces nothing when the address is closed", async () => {
    await using page = await openArticle({ permissions: ["clipboard-read", "clipboard-write"] });
    const summary = page.locator(".copy summary").first();
    await summary.click();
    await page.locator(".copy + [role=status]", { hasText: "Đã chép liên kết" }).waitFor();
    await summary.click();
    await expect.poll(() => page.locator(".copy + p").first().innerText()).toBe("");
  });

  test.each([true, false])(
    "shows it in a field without a clipboard (script: %s)",
    async (script) => {
      await using page = await openArticle({
        script,
        platform: () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
      });
      await page.locator(".copy summary").first().click();
      const field = page.locator(".copy input").first();
      expect(await field.isVisible()).toBe(true);
      expect(await field.inputValue()).toBe(site.address + referenceArticle);
    },
  );
});
