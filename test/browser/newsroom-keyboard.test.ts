import type { Browser, Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { password } from "./support/sign-in.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";
import { openContext } from "./support/visit.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

test("an article is written, submitted and published with the keyboard alone", async () => {
  const reporter = await enter("thebang");
  await follow(reporter, reporter.getByRole("link", { name: "Viết bài" }).last());
  await reporter.locator("[contenteditable=true]").waitFor();
  await type(reporter, "[name=title]", "Bài viết chỉ bằng bàn phím");
  await type(reporter, "[name=lede]", "Người viết không chạm vào chuột.");
  await type(reporter, "[contenteditable=true]", "Đoạn đầu có ");
  await reporter.keyboard.press("Control+B");
  await reporter.keyboard.type("chữ đậm");
  await reporter.keyboard.press("Control+B");
  await reporter.keyboard.type(" và hết.");
  await tabTo(reporter, reporter.locator("[name=section]"));
  await reporter.keyboard.type("Tin");
  expect(await axeFaults(reporter)).toEqual([]);
  await follow(reporter, reporter.locator(".form-acts button[value=submit]"));
  await reporter.locator(".state", { hasText: "Chờ duyệt" }).waitFor();

  const editor = await enter("bientap");
  await follow(editor, editor.getByRole("link", { name: "Bài viết chỉ bằng bàn phím" }));
  expect(await axeFaults(editor)).toEqual([]);
  await editor.keyboard.press("End");
  await follow(editor, editor.getByRole("button", { name: "Đăng ngay" }));
  await editor.locator(".state", { hasText: "Đã đăng" }).first().waitFor();
  await follow(editor, editor.getByRole("link", { name: "Xem trên trang" }));
  expect(await editor.locator("h1").innerText()).toBe("Bài viết chỉ bằng bàn phím");
  expect(await editor.locator(".article-body strong").innerText()).toBe("chữ đậm");
});

/** Signs in by Tab, letters and Enter. */
async function enter(username: string): Promise<Page> {
  const page = await (await openContext(browser)).newPage();
  await page.goto(`${site.address}/toa-soan`);
  await type(page, "[name=username]", username);
  await type(page, "[name=password]", password);
  await Promise.all([page.waitForURL(`${site.address}/toa-soan`), page.keyboard.press("Enter")]);
  return page;
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, page.locator(selector));
  await page.keyboard.type(text);
}

/** Goes where a link or button leads. */
async function follow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/** More than any page has to stop at. */
const maxStops = 150;

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let stop = 0; stop < maxStops; stop++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${String(target)}`);
}
