import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { openNewForm } from "./support/form-page.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(() => site.hire("reporter", 1));

async function open(width: number, height: number): Promise<Page> {
  const viewport = { width, height };
  const { page } = await signIn(browser, site.address, "reporter-0", { viewport });
  await openNewForm(page, site);
  return page;
}

describe.each([
  [360, 740],
  [360, 400],
  [1280, 900],
])("at %i × %i px, the line being typed is never covered", (width, height) => {
  test("going down and up through paragraphs", async () => {
    const page = await open(width, height);
    await page.locator("[name=lede]").press("Enter");
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    for (let line = 0; line < 30; line++) await page.keyboard.type(`dòng ${line}\n`);
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    for (let line = 0; line < 26; line++) {
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => readCoveredBy(page)).toBeNull();
    }
    await page.keyboard.press("Control+End");
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    await page.keyboard.press("Control+Home");
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    await page.context().close();
  });

  test("in a list and in a table, whose toolbar is higher", async () => {
    const page = await open(width, height);
    await page.locator(".ProseMirror").click();
    for (let line = 0; line < 20; line++) await page.keyboard.type(`dòng ${line}\n`);
    await page.keyboard.press("Control+Shift+8");
    for (let item = 0; item < 12; item++) await page.keyboard.type(`mục ${item}\n`);
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Bảng", exact: true }).click();
    for (let row = 0; row < 12; row++) {
      await page.keyboard.type(`hàng ${row}`);
      await page.keyboard.press("Enter");
      await expect.poll(() => readCoveredBy(page)).toBeNull();
    }
    for (let row = 0; row < 14; row++) {
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => readCoveredBy(page)).toBeNull();
    }
    await page.context().close();
  });

  test("after text was pasted", async () => {
    const page = await open(width, height);
    await page.locator(".ProseMirror").click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const lines = Array.from({ length: 40 }, (_, line) => `dòng ${line}`);
      clipboardData.setData("text/plain", lines.join("\n"));
      const init = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", init));
    });
    await page.keyboard.type("!");
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    await page.context().close();
  });
});

describe("the bottom bar", () => {
  test.each([
    [360, 740],
    [360, 400],
  ])("is one line while somebody types at %i × %i px, with all buttons", async (width, height) => {
    const page = await open(width, height);
    const bar = page.locator(".form-bar");
    for (const field of ["[name=title]", "[name=lede]", ".ProseMirror"]) {
      await page.locator(field).click();
      await page.keyboard.type("Chữ  đang gõ");
      const box = await bar.boundingBox();
      expect(box?.height).toBeLessThanOrEqual(64);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    }
    await page.locator(".finding-count").waitFor();
    const status = page.locator("#tinh-trang");
    await status.and(page.locator("[data-kind=saved]")).waitFor();
    const hidden = await status.evaluate((line) => [
      line.scrollWidth - line.clientWidth,
      line.scrollHeight - line.clientHeight,
    ]);
    expect(hidden).toEqual([0, 0]);
    expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(64);
    for (const name of ["Lưu nháp", "Xem trước", "Lưu và nộp"]) {
      const box = await page.getByRole("button", { name }).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    await page.getByRole("button", { name: "Lưu nháp" }).click();
    await page.getByText("Đã lưu phiên bản").waitFor();
    await page.context().close();
  });

  test("shows the whole message that asks to sign in again, in view of the line being typed", async () => {
    const page = await open(360, 740);
    await page.locator("[name=title]").fill("Bài gõ khi phiên hết hạn");
    await page.locator("#tinh-trang[data-kind=saved]").waitFor();
    await page.context().clearCookies();
    await page.locator(".ProseMirror").click();
    for (let line = 0; line < 20; line++) await page.keyboard.type(`dòng ${line}\n`);
    const status = page.locator("#tinh-trang[data-kind=session]");
    await status.waitFor();
    const hidden = await status.evaluate((line) => line.scrollHeight - line.clientHeight);
    expect(hidden).toBe(0);
    const link = await status.getByRole("link").boundingBox();
    expect((link?.y ?? 999) + (link?.height ?? 0)).toBeLessThanOrEqual(740);
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    const ends = await page
      .locator(".form-acts > button")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  test("stays above a phone's keyboard, and so does the line being typed", async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await signIn(browser, site.address, "reporter-0", { viewport });
    await page.addInitScript(() => {
      const keyboard = { width: 360, height: 740, offsetTop: 0, scale: 1 };
      const fake = Object.assign(new EventTarget(), keyboard);
      Object.defineProperty(window, "visualViewport", { value: fake });
    });
    await openNewForm(page, site);
    await page.locator(".ProseMirror").click();
    await page.evaluate(() => {
      const view = window.visualViewport ?? new EventTarget();
      Object.assign(view, { height: 380, offsetTop: 40 }).dispatchEvent(new Event("resize"));
    });
    for (let line = 0; line < 30; line++) await page.keyboard.type(`dòng ${line}\n`);
    const bar = await page.locator(".form-bar").boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(420);
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    for (let line = 0; line < 20; line++) await page.keyboard.press("ArrowUp");
    await expect.poll(() => readCoveredBy(page)).toBeNull();
    await page.context().close();
  });
});

/** The class of the bar that covers the line with the cursor, or null. */
function readCoveredBy(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await nextFrame();
    await nextFrame();
    const node = getSelection()?.focusNode;
    const line = node instanceof Element ? node : node?.parentElement;
    const { top, bottom } = line?.getBoundingClientRect() ?? new DOMRect();
    const findBox = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    if (bottom > (findBox(".form-bar")?.top ?? 0)) return "form-bar";
    return top < (findBox(".editor-toolbar")?.bottom ?? 0) ? "editor-toolbar" : null;
  });
}
