import type { Browser, BrowserContext, Page } from "playwright-core";
import { markupFaults } from "./markup-faults.ts";
import { openContext } from "./visit.ts";

export type WindowOptions = {
  /** Whether the site's content security policy applies. Without it only escaping keeps a text from running. */
  policy?: boolean;
  /** Pages that replace the site's, by path. */
  pages?: ReadonlyMap<string, string>;
};

/** A browser window that reports everything that a hostile text does. */
export class HostileWindow {
  #page: Page;
  readonly #context: BrowserContext;
  readonly #site: string;
  readonly #faults: string[] = [];

  private constructor(context: BrowserContext, page: Page, site: string) {
    this.#context = context;
    this.#page = page;
    this.#site = site;
  }

  static async open(
    browser: Browser,
    site: string,
    { policy = true, pages = new Map() }: WindowOptions,
  ): Promise<HostileWindow> {
    const context = await openContext(browser, { bypassCSP: !policy });
    const window = new HostileWindow(context, await context.newPage(), site);
    await window.#watch(pages);
    return window;
  }

  /** The tab with the page that was opened last. */
  get page(): Page {
    return this.#page;
  }

  /** Opens a page of the site and returns its faults, one line each. */
  async faultsAt(path: string): Promise<string[]> {
    const address = new URL(path, this.#site).href;
    let hasLeft = false;
    try {
      await this.page.goto(address, { waitUntil: "load" });
      await this.#settle();
      this.#faults.push(...(await markupFaults(this.page)));
    } catch (error) {
      // The page left for another address before it could be examined.
      hasLeft = true;
      this.#faults.push(String(error).split("\n", 1).join());
    }
    if (this.page.url() !== address) {
      hasLeft = true;
      this.#faults.push(`left for ${this.page.url()}`);
    }
    if (hasLeft) await this.#replaceTab();
    return this.#faults.splice(0).map((fault) => `${path}: ${fault}`);
  }

  /**
   * Waits for handlers that run after the load, such as those of focus and of animations: they run before the second frame.
   * Then waits for a call of its own, because the browser reports calls in their order: the page's `xss()` calls are
   * reported by then.
   */
  async #settle(): Promise<void> {
    await this.page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await (window as Window & { afterCalls?: () => Promise<void> }).afterCalls?.();
    });
  }

  /** Opens a new tab. In the old one, the navigation of a page that left would interrupt the opening of the next page. */
  async #replaceTab(): Promise<void> {
    await this.#page.close();
    this.#page = await this.#context.newPage();
    this.#watchTab(this.#page);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #watch(pages: ReadonlyMap<string, string>): Promise<void> {
    await this.#context.exposeFunction("xss", () => this.#faults.push("script ran"));
    await this.#context.exposeFunction("afterCalls", () => undefined);
    await this.#context.route("**", async (route) => {
      const { origin, pathname, href } = new URL(route.request().url());
      const body = pages.get(pathname);
      if (origin !== this.#site) this.#faults.push(`asks ${href}`);
      // Photos are not loaded: they cost time, and a photo that fails calls the handlers of hostile texts.
      if (origin !== this.#site || route.request().resourceType() === "image") await route.abort();
      else if (body === undefined) await route.continue();
      else await route.fulfill({ body, contentType: "text/html; charset=utf-8" });
    });
    this.#watchTab(this.#page);
  }

  #watchTab(page: Page): void {
    page.on("dialog", (dialog) => {
      this.#faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", (popup) => this.#faults.push(`opens ${popup.url()}`));
    page.on("pageerror", (error) => this.#faults.push(`script: ${error.message}`));
    page.on("console", (message) => {
      if (/security policy|violates/i.test(message.text())) this.#faults.push(message.text());
    });
  }
}
