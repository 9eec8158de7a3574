import Chromium from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from "playwright-core";

/** A page and the faults while it loaded. */
export type Visit = { page: Page; faults: string[] };

export type VisitOptions = BrowserContextOptions & {
  /** The expected status. */
  status?: number;
  /** False: the page's scripts do not run. Those of the test do. */
  script?: boolean;
  /** Whether the answer is a download. It is shown as a page. */
  download?: boolean;
  /** Delay of each photo in ms, as on a slow line. */
  photoDelay?: number;
  /** Runs in each page before its own script. It adds what a phone has and this browser has not. */
  platform?: () => void;
};

/** Starts Chromium without a window. It draws without an emulated graphics card, which takes a fifth less CPU. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await Chromium.executablePath(),
    args: [
      "--no-sandbox",
      "--font-render-hinting=none",
      "--disable-gpu",
      "--disable-software-rasterizer",
    ],
    ignoreDefaultArgs: ["--enable-unsafe-swiftshader"],
  });
}

/** Ends what hangs, in ms. It is far above what is needed, because a busy machine may be ten times slower. */
const maxWait = 240_000;

/** Opens a context in which each wait of the test has `maxWait`. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(maxWait);
  return context;
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
  const context = await openContext(browser, options);
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
  // Playwright's javaScriptEnabled would stop axe too.
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

/** Collects console messages, script errors, requests to other sites, and error answers. */
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
    // The browser stops loading a photo when another of its sizes fits better.
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

/** Runs in the page before its scripts. Adds up the layout shifts. */
function sumLayoutShifts(): void {
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
  const sum = Object.assign(window, { layoutShift: 0 });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as Shift[]) {
      if (!shift.hadRecentInput) sum.layoutShift += shift.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}
