import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

let published = "";

beforeAll(async () => {
  const [[reporter], [editor]] = await Promise.all([
    site.hire("reporter", 1),
    site.hire("editor", 1),
  ]);
  if (reporter === undefined || editor === undefined) throw new Error("nobody was hired");
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({
    title: "Trạm đo mưa tự động thứ mười của tỉnh bắt đầu truyền số liệu về trung tâm",
    lede: "Sapo của bài.",
    body: "Đoạn mở đầu của bài.",
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng", "Thu Trang"], unit: "TT Phát triển KH&CN" },
  });
  const made = await reporter("/api/articles?submit=true", { method: "POST", headers, body });
  const { id } = (await made.json()) as { id: string };
  await editor(`/api/articles/${id}/publication`, { method: "PUT" });
  published = id;
});

async function open(username: string, width: number, path: string): Promise<Page> {
  const page = await site.signIn(browser, username, { viewport: { width, height: 740 } });
  await page.goto(site.address + path);
  return page;
}

describe("filters", () => {
  const paths = ["/toa-soan/bai", "/toa-soan/anh", "/toa-soan/quan-tri/nhat-ky"];

  test.each(paths)("of %s are folded at 360 px and open at 1280 px", async (path) => {
    const narrow = await open("quantri", 360, path);
    const button = narrow.locator(".filter-fold button");
    expect(await button.isVisible()).toBe(false);
    await narrow.locator(".filter-fold summary").focus();
    await narrow.keyboard.press("Enter");
    await button.waitFor();
    const wide = await open("quantri", 1280, path);
    expect(await wide.locator(".filter-fold button").isVisible()).toBe(true);
    expect(await wide.locator(".filter-fold summary").isVisible()).toBe(false);
  });

  test("stay open at 360 px while one is in use", async () => {
    const page = await open("quantri", 360, "/toa-soan/bai?state=published");
    expect(await page.locator(".filter-fold button").isVisible()).toBe(true);
  });
});

test("the form of a published article shows all of its buttons at 360 px", async () => {
  const page = await open("bientap", 360, `/toa-soan/bai/${published}/sua`);
  await page.locator(".ProseMirror").waitFor();
  const buttons = page.locator(".form-acts > button, .form-acts summary");
  const findEnds = () =>
    buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(await buttons.count()).toBe(3);
  expect(Math.max(...(await findEnds()))).toBeLessThanOrEqual(360);
  await page.locator(".ProseMirror").click();
  expect(Math.max(...(await findEnds()))).toBeLessThanOrEqual(360);
  const bar = await page.locator(".form-bar").boundingBox();
  expect(bar?.height).toBeLessThanOrEqual(64);
});

test("the import of the handbook is no wider than a page of 360 px", async () => {
  const page = await open("quantri", 360, "/toa-soan/quan-tri/so-tay");
  await page.locator("summary", { hasText: "Nhập từ tệp CSV" }).click();
  await page.locator("[name=file]").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

describe("the royalty tables", () => {
  test("at 360 px are cards with labels, without sideways scrolling", async () => {
    const page = await open("quantri", 360, "/toa-soan/quan-tri/nhuan-but");
    const widths = await page
      .locator(".table")
      .evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth));
    expect(widths).toEqual([0, 0]);
    const label = await page
      .locator("tbody td.number")
      .first()
      .evaluate((cell) => getComputedStyle(cell, "::before").content);
    expect(label).toBe('"Số bài"');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(
      await page
        .locator("thead")
        .first()
        .evaluate((head) => getComputedStyle(head).display),
    ).toBe("table-header-group");
  });
});

describe("the desk of a new reporter", () => {
  test.each([360, 1280])("explains itself in three lines at %i px", async (width) => {
    const page = await open("thutrang", width, "/toa-soan");
    const steps = page.locator(".first-steps li");
    expect(await steps.count()).toBe(3);
    expect(await steps.first().innerText()).toContain("Viết bài");
  });
});
