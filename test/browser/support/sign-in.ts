import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { deskPath, signInPath } from "../../../src/addresses/newsroom.ts";

/** The password of every user that the tests make. */
export const password = "một mật khẩu chỉ để thử";

/** A page and its faults. */
export type WatchedPage = { page: Page; faults: string[] };

/** Signs a user in by password in a new context. Collects script errors and breaches of the security policy. */
export async function signIn(
  browser: Browser,
  address: string,
  username: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TypeError/.test(message.text())) faults.push(message.text());
  });
  await signInOn(page, address, username);
  return { page, faults };
}

/** Fills in the sign-in form and waits for the desk. */
export async function signInOn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address + signInPath);
  await page.locator("[name=username]").fill(username);
  await page.locator("[name=password]").fill(password);
  await page.locator(`main form[action='${signInPath}'] button.primary`).click();
  await page.waitForURL(address + deskPath);
}
