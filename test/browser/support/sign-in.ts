import type { Browser, BrowserContextOptions, Cookie, Page } from "playwright-core";
import { deskPath, signInPath } from "../../../src/addresses/newsroom.ts";
import { openContext } from "./visit.ts";

/** The password of every user that the tests make. */
export const password = "một mật khẩu chỉ để thử";

/** A page and its faults. */
export type WatchedPage = { page: Page; faults: string[] };

/**
 * The cookies of users who have signed in, by address and username. A user signs in once for all tests of a file: the site
 * limits how often one account signs in within a minute, and a fast machine would reach that limit.
 */
const sessions = new Map<string, Promise<Cookie[]>>();

/** Opens the desk for a user in a new context. Collects script errors and breaches of the security policy. */
export async function signIn(
  browser: Browser,
  address: string,
  username: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await openContext(browser, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TypeError/.test(message.text())) faults.push(message.text());
  });
  await context.addCookies(await readSession(browser, address, username));
  await page.goto(address + deskPath);
  // A test has ended the session.
  if (new URL(page.url()).pathname === signInPath) await signInOn(page, address, username);
  return { page, faults };
}

function readSession(browser: Browser, address: string, username: string): Promise<Cookie[]> {
  const key = `${address} ${username}`;
  const session = sessions.get(key) ?? beginSession(browser, address, username);
  sessions.set(key, session);
  return session;
}

async function beginSession(
  browser: Browser,
  address: string,
  username: string,
): Promise<Cookie[]> {
  const context = await openContext(browser);
  await signInOn(await context.newPage(), address, username);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Fills in the sign-in form and waits for the desk. */
export async function signInOn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address + signInPath);
  await page.locator("[name=username]").fill(username);
  await page.locator("[name=password]").fill(password);
  await page.locator(`main form[action='${signInPath}'] button.primary`).click();
  await page.waitForURL(address + deskPath);
}
