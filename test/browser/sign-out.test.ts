import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { deskPath, signInPath } from "../../src/addresses/newsroom.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;
useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

test("signing out asks about text that was never sent, and deletes it only with consent", async () => {
  const page = await site.signIn(browser, "thebang");
  await page.evaluate(() => {
    localStorage.setItem("bai:x:moi:y", JSON.stringify({ sent: false, values: {} }));
  });
  const signOut = () => page.locator("#thoat button").click();
  page.once("dialog", (dialog) => void dialog.dismiss());
  await signOut();
  await page.goto(site.address + deskPath);
  expect(await page.evaluate(() => localStorage.length)).toBe(1);
  const asked = page.waitForEvent("dialog");
  const signedOut = page.waitForURL(site.address + signInPath);
  const clicked = signOut();
  const dialog = await asked;
  expect(dialog.message()).toContain("bài viết chưa gửi");
  await dialog.accept();
  await Promise.all([clicked, signedOut]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
