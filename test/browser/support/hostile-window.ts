import type { Browser, BrowserContext, Page } from "playwright-core";
import { markupFaults } from "./markup-faults.ts";

export type WindowOptions = {
  /** Whether the site's content security policy is in force; without it only escaping keeps text from running. */
  policy?: boolean;
  /** Pages that stand in for the site's, by path. */
  pages?: ReadonlyMap<string, string>;
};

/** A browser window in which nothing that a hostile text does stays unseen. */
export class HostileWindow {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #site: string;
  readonly #faults: string[] = [];

  private constructor(context: BrowserContext, page: Page, site: string) {
    this.#context = context;
    this.page = page;
    this.#site = site;
  }

  static async open(
    browser: Browser,
    site: string,
    { policy = true, pages = new Map() }: WindowOptions,
  ): Promise<HostileWindow> {
    const context = await browser.newContext({ bypassCSP: !policy });
    const window = new HostileWindow(context, await context.newPage(), site);
    await window.#watch(pages);
    return window;
  }

  /** Opens a page of the site, and tells what is wrong with it, one line a fault. */
  async faultsAt(path: string): Promise<string[]> {
    const address = new URL(path, this.#site).href;
    try {
      await this.page.goto(address, { waitUntil: "load" });
      this.#faults.push(...(await markupFaults(this.page)));
    } catch (error) {
      // The page went elsewhere by itself before it could be looked at.
      this.#faults.push(String(error).split("\n", 1).join());
    }
    if (this.page.url() !== address) this.#faults.push(`left for ${this.page.url()}`);
    return this.#faults.splice(0).map((fault) => `${path}: ${fault}`);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #watch(pages: ReadonlyMap<string, string>): Promise<void> {
    const { page } = this;
    await this.#context.exposeFunction("xss", () => this.#faults.push("script ran"));
    await this.#context.route("**", async (route) => {
      const { origin, pathname, href } = new URL(route.request().url());
      const body = pages.get(pathname);
      if (origin !== this.#site) this.#faults.push(`asks ${href}`);
      // Photos only cost time; and one that fails sets off the handlers that wait for it.
      if (origin !== this.#site || route.request().resourceType() === "image") await route.abort();
      else if (body === undefined) await route.continue();
      else await route.fulfill({ body, contentType: "text/html; charset=utf-8" });
    });
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
