import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mediaPath } from "../../src/addresses/newsroom.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { openNewForm } from "./support/form-page.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;
let folder: string;
let files: string[];

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 1);
  folder = await mkdtemp(join(tmpdir(), "ban-tin-library-"));
  files = await Promise.all(
    [
      { width: 1600, height: 900, background: "#2a6f97" },
      { width: 900, height: 1600, background: "#bc6c25" },
      { width: 1600, height: 1200, background: "#386641" },
    ].map(async (size, n) => {
      const file = join(folder, `kho-${n}.jpg`);
      const image = sharp({ create: { ...size, channels: 3 } });
      await writeFile(file, await image.jpeg().toBuffer());
      return file;
    }),
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function body(page: Page): Promise<string> {
  return page.locator("textarea[name=body]").inputValue();
}

describe.each([
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
])("the photo library at %j", (viewport) => {
  test("takes several photos, and the form inserts two of them by keyboard, in the order of choosing", async () => {
    const { page, faults } = await signIn(browser, site.address, "reporter-0", { viewport });
    await page.goto(site.address + mediaPath);
    await page.locator(".library-upload summary").click();
    await page.setInputFiles("[name=files]", files);
    await page.locator(".library-upload [name=credit]").fill("Đỗ Vân");
    await page.locator(".library-upload [name=source]").selectOption("own");
    await page.locator(".library-upload [type=submit]").click();
    await page.waitForURL(/done=sent/);
    await expect.poll(() => page.locator(".library > li").count()).toBe(3);

    await openNewForm(page, site);
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Đoạn đầu.");
    await page.locator("#phan-anh .library-link").focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog.photo-picker");
    await expect.poll(() => dialog.locator("img").count()).toBe(3);
    await dialog.locator("select").selectOption("usable");
    await expect.poll(() => dialog.locator("[role=status]").textContent()).toBe("3 ảnh");
    const before = await dialog.locator(".photo-picker-list label").first().elementHandle();
    await dialog.locator("input[type=search]").fill("do van");
    // The search replaces the photos that were there.
    await before?.waitForElementState("hidden");
    await expect.poll(() => dialog.locator("[role=status]").textContent()).toBe("3 ảnh");
    const width = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(width).toBe(0);
    const boxes = dialog.locator("input[type=checkbox]");
    await boxes.nth(2).focus();
    await page.keyboard.press("Space");
    await boxes.nth(0).focus();
    await page.keyboard.press("Space");
    await dialog.getByRole("button", { name: "Chèn ảnh" }).click();
    await expect.poll(() => page.locator(".editor-photo").count()).toBe(2);
    await expect.poll(() => body(page)).toMatch(/^Đoạn đầu\.\n\n!\[\]\(photo:\w{64}\)/);

    await page.locator("#anh-dai-dien .library-link").click();
    await dialog.locator(".photo-picker-list label").first().click();
    await dialog.getByRole("button", { name: "Chèn ảnh" }).click();
    await expect.poll(() => page.locator(".lead-photo img").count()).toBe(1);
    expect(await page.locator("[name='leadPhoto.photo']").inputValue()).toMatch(/^\w{64}$/);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
