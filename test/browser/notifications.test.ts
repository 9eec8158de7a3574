import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { signIn, signInOn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";
import { openContext } from "./support/visit.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 4);
});

const accountPath = "/toa-soan/tai-khoan";
const turnOn = "Bật thông báo trên thiết bị này";

describe("notifications on the account page", () => {
  // This Chromium reaches no push service: this is what a person sees whose network blocks it.
  test("say that the browser's service failed; the service worker is there and controls no page", async () => {
    const { page, faults } = await signIn(browser, site.address, "reporter-0");
    await page.addInitScript(() => {
      Object.defineProperty(Notification, "permission", { get: () => "granted" });
      Notification.requestPermission = async () => "granted";
    });
    await page.goto(site.address + accountPath);
    await page.getByText("Thiết bị này chưa nhận thông báo.").waitFor();
    await page.getByRole("button", { name: turnOn }).click();
    await page.getByText("không nối được với dịch vụ thông báo").waitFor();
    await page.reload();
    const workers = await page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      const scopes = registrations.map(({ scope }) => new URL(scope).pathname);
      return { scopes, controller: navigator.serviceWorker.controller };
    });
    expect(workers).toEqual({ scopes: ["/toa-soan/thong-bao/"], controller: null });
    expect(faults).toEqual([]);
  });

  test.each([360, 1280])(
    "say how to allow them when the browser blocks them, at %i px",
    async (width) => {
      const viewport = { width, height: 740 };
      const { page } = await signIn(browser, site.address, "reporter-1", { viewport });
      await page.addInitScript(() => {
        Object.defineProperty(Notification, "permission", { get: () => "denied" });
        Notification.requestPermission = async () => "denied";
      });
      await page.goto(site.address + accountPath);
      await page.getByText("Trình duyệt đang chặn thông báo của trang này.").waitFor();
      await page.getByRole("button", { name: turnOn }).focus();
      await page.keyboard.press("Enter");
      await page.getByText("rồi tải lại trang").waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );

  test("say that they need script when there is none", async () => {
    const context = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await signInOn(page, site.address, "reporter-2");
    await page.goto(site.address + accountPath);
    expect(await page.getByText("Bật thông báo cần JavaScript").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: turnOn }).isVisible()).toBe(false);
    await page.getByLabel("bài của tôi lên trang").uncheck();
    await page.getByRole("button", { name: "Lưu lựa chọn" }).click();
    expect(await page.getByText("Đã lưu các việc cần báo.").isVisible()).toBe(true);
    expect(await page.getByLabel("bài của tôi lên trang").isChecked()).toBe(false);
  });
});
