import type { Browser, BrowserContext, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { signInOn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";
import { openContext } from "./support/visit.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 5);
});

/** A window on a computer with a fingerprint reader. */
async function openWindow(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send("WebAuthn.enable");
  await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page };
}

async function addByOffer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Thêm khóa đăng nhập" }).click();
  await page.waitForURL(/\/tai-khoan\?done=passkey-added$/);
}

/** By the button, in a browser that suggests no keys under the username: the virtual reader would take those by itself. */
async function signInByButton(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await page.goto(`${site.address}/toa-soan/dang-nhap?next=/toa-soan/tai-khoan`);
  await page.getByRole("button", { name: "Đăng nhập bằng khóa" }).click();
}

describe("passkeys", () => {
  test("are offered after a password sign-in, created, used to sign in, listed and removed", async () => {
    const { context, page } = await openWindow();
    await signInOn(page, site.address, "reporter-0");
    await addByOffer(page);
    expect(await page.getByText("chưa dùng lần nào").count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);

    await context.clearCookies();
    await signInByButton(page);
    await page.waitForURL(`${site.address}/toa-soan/tai-khoan`);
    expect(await page.getByText("bằng khóa").count()).toBeGreaterThan(0);
    expect(await page.getByText("chưa dùng lần nào").count()).toBe(0);

    await page.locator("summary", { hasText: "Xóa khóa" }).click();
    await page.locator("details[open]").getByRole("button", { name: "Xóa khóa" }).click();
    await page.waitForURL(/done=passkey-removed$/);
    expect(await page.getByText("Chưa có khóa nào").count()).toBe(1);
    await context.close();
  });

  test("are suggested under the username when the browser can do that", async () => {
    const { context, page } = await openWindow();
    await signInOn(page, site.address, "reporter-4");
    await addByOffer(page);
    await context.clearCookies();
    // The virtual fingerprint reader takes the suggestion by itself.
    await page.goto(`${site.address}/toa-soan/dang-nhap?next=/toa-soan/tai-khoan`);
    await page.waitForURL(`${site.address}/toa-soan/tai-khoan`);
    await context.close();
  });

  test("created on the account page have the typed name; a second one on the same computer is refused", async () => {
    const { context, page } = await openWindow();
    await signInOn(page, site.address, "reporter-1");
    await page.goto(`${site.address}/toa-soan/tai-khoan`);
    await page.getByLabel("Tên khóa").fill("Máy ở phòng tin");
    await page.getByRole("button", { name: "Thêm khóa trên máy này" }).click();
    await page.waitForURL(/done=passkey-added$/);
    expect(await page.getByText("Máy ở phòng tin").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Thêm khóa trên máy này" }).click();
    await page.getByText("Máy này đã có khóa của bạn").waitFor();
    await context.close();
  });

  test("that were removed sign nobody in, and the page says so", async () => {
    const { context, page } = await openWindow();
    await signInOn(page, site.address, "reporter-2");
    await addByOffer(page);
    await site.database.prepare("DELETE FROM passkeys").run();
    await context.clearCookies();
    await signInByButton(page);
    await page.getByText("Khóa này không mở được tòa soạn").waitFor();
    expect(new URL(page.url()).pathname).toBe("/toa-soan/dang-nhap");
    await context.close();
  });

  test("are not offered again on a computer where they were declined", async () => {
    const { context, page } = await openWindow();
    await signInOn(page, site.address, "reporter-3");
    await page.getByRole("button", { name: "Để sau" }).click();
    await context.clearCookies();
    await signInOn(page, site.address, "reporter-3");
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("button", { name: "Thêm khóa đăng nhập" }).count()).toBe(0);
    await context.close();
  });
});
