import Chromium from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page, Route } from "playwright-core";

/** A page in a browser of its own window, with what went wrong while it loaded. */
export type Visit = { page: Page; faults: string[] };

export type VisitOptions = BrowserContextOptions & {
  /** The status the page is meant to answer with. */
  status?: number;
  /** False: the page's scripts do not run. What a test evaluates still does. */
  script?: boolean;
  /** Whether the address answers with a file to keep; it is shown all the same. */
  download?: boolean;
  /** How many ms each photo is held back, as on a slow line. */
  photoDelay?: number;
  /** Runs in each page before its own script: what a telephone has that this browser has not. */
  platform?: () => void;
};

/** A real Chromium, without a window. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await Chromium.executablePath(),
    args: ["--no-sandbox", "--font-render-hinting=none"],
  });
}

/** Opens an address in a new context and waits until it is loaded. Close the page's context after use. */
export async function visit(
  browser: Browser,
  address: string,
  {
    status = 200,
    script = true,
    photoDelay = 0,
    download = false,
    platform,
    ...options
  }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = watchForFaults(page, address, status);
  if (photoDelay > 0) {
    await page.route("**/anh/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, photoDelay));
      await route.continue();
    });
  }
  if (download) await page.route(address, showInPlace);
  await page.addInitScript(sumLayoutShifts);
  if (platform !== undefined) await page.addInitScript(platform);
  // Playwright's own javaScriptEnabled would stop axe, too.
  const debug = await context.newCDPSession(page);
  await debug.send("Emulation.setScriptExecutionDisabled", { value: !script });
  const response = await page.goto(address, { waitUntil: "load" });
  await debug.send("Emulation.setScriptExecutionDisabled", { value: false });
  if (response?.status() !== status) faults.push(`answers ${response?.status()}, not ${status}`);
  return { page, faults };
}

async function showInPlace(route: Route): Promise<void> {
  const response = await route.fetch();
  const { "content-disposition": _, ...headers } = response.headers();
  await route.fulfill({ response, headers });
}

/** Every message of the console, script that fails, request that leaves the site, and answer that is an error. */
function watchForFaults(page: Page, address: string, status: number): string[] {
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on("console", (message) => {
    const ofItself = status >= 400 && message.location().url === address;
    if (!ofItself) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== origin) faults.push(`leaves the site: ${url}`);
  });
  page.on("requestfailed", (request) => {
    // The browser itself gives up a photo when another of its sizes fits better.
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    faults.push(`fails: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== address) {
      faults.push(`answers ${response.status()}: ${response.url()}`);
    }
  });
  return faults;
}

/** Runs in the page before anything else: adds up how far things move on their own. */
function sumLayoutShifts(): void {
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
  const sum = Object.assign(window, { layoutShift: 0 });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as Shift[]) {
      if (!shift.hadRecentInput) sum.layoutShift += shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}
