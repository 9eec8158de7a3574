import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

/* The page on which an editor reads an article and decides, on a telephone and on a desktop screen. */

const telephone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };
const noScript = { javaScriptEnabled: false };

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const paragraph = (n: number) =>
  `Đoạn ${n} của bài kể việc đo mưa ở vùng cao, nơi số liệu về trung tâm mười phút một lần và cán bộ xã đọc được ngay.`;

/** Submits an article long enough to scroll, and returns the address of its newsroom page. */
async function submitArticle(title: string): Promise<string> {
  const reporter = await site.signIn(browser, "thebang", noScript);
  await reporter.goto(`${site.address}/toa-soan/bai/moi`);
  await reporter.locator("[name=title]").fill(title);
  await reporter.locator("[name=lede]").fill("Trạm bắt đầu truyền số liệu từ Thứ Hai, 15/10/2026.");
  const body = Array.from({ length: 12 }, (_, n) => paragraph(n + 1)).join("\n\n");
  await reporter.locator("[name=body]").fill(body);
  await reporter.locator("[name=section]").selectOption("tin-tuc");
  await reporter.locator(".form-acts button[value=submit]").click();
  await reporter.locator(".state", { hasText: "Chờ duyệt" }).first().waitFor();
  await reporter.context().close();
  return reporter.url();
}

/** Opens the review page from the desk. */
async function openFromDesk(page: Page, title: string): Promise<void> {
  await page.goto(`${site.address}/toa-soan`);
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL("**/duyet");
}

async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
}

describe.each([
  ["360 px", telephone],
  ["1280 px", desktop],
])("the review page at %s", (size, options) => {
  test("approves in three taps, once the end was on screen", async () => {
    const title = `Bài duyệt trên màn hình ${size}`;
    await submitArticle(title);
    const page = await site.signIn(browser, "bientap", options);
    await openFromDesk(page, title);
    const approve = page.locator("#nut-duyet");
    await page.locator("#nut-duyet[aria-disabled]").waitFor();
    expect(await approve.innerText()).toContain("khi đọc đến hết");
    await approve.dispatchEvent("click");
    expect(await page.locator("[data-approve]").first().isDisabled()).toBe(true);

    await scrollToEnd(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.locator("#nut-duyet:not([aria-disabled])").waitFor();
    await approve.click();
    await page.getByRole("button", { name: "Đăng ngay" }).click();
    await page.locator(".state", { hasText: "Đã đăng" }).first().waitFor();
  });

  test("keeps its bar in one line that hides nothing, with targets of 44 px", async () => {
    const title = `Bài có thanh việc ${size}`;
    const address = await submitArticle(title);
    const page = await site.signIn(browser, "bientap", options);
    await page.goto(`${address}/duyet`);
    const bar = page.locator(".decision-bar");
    const box = await bar.boundingBox();
    expect(box?.height).toBeLessThanOrEqual(64);
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(options.viewport.height);
    for (const target of await bar.locator("> .button, > details > summary").all()) {
      const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await scrollToEnd(page);
    const [last, end] = [await page.locator(".places").boundingBox(), await bar.boundingBox()];
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(end?.y ?? 0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(options.viewport.width);
  });

  test("shows a finding beside its words", async () => {
    const address = await submitArticle(`Bài có nhắc ${size}`);
    const page = await site.signIn(browser, "bientap", options);
    await page.goto(`${address}/duyet`);
    const words = await page.locator("mark").first().boundingBox();
    const remark = await page.locator("#sapo .remark").first().boundingBox();
    const isInMargin = (remark?.x ?? 0) > 700;
    expect(isInMargin).toBe(size === "1280 px");
    expect(Math.abs((remark?.y ?? 0) - (words?.y ?? 0))).toBeLessThan(200);
    // In the margin, remarks do not push the next passage down, and none covers another.
    if (!isInMargin) return;
    await page.locator(".article[data-placed]").waitFor();
    const text = await page.locator("#sapo .passage-text").boundingBox();
    const next = await page.locator(".article-body .passage").first().boundingBox();
    expect((next?.y ?? 999) - (text?.y ?? 0) - (text?.height ?? 0)).toBeLessThan(60);
    const places = await page
      .locator(".passage > :is(.remarks, .add-note)")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    const covered = places.filter(({ top }, n) => top < (places[n - 1]?.bottom ?? 0));
    expect(covered).toEqual([]);
  });

  test("returns the article from its bar", async () => {
    const address = await submitArticle(`Bài trả lại từ thanh ${size}`);
    const page = await site.signIn(browser, "bientap", options);
    await page.goto(`${address}/duyet`);
    await page.locator("summary", { hasText: "Trả lại" }).click();
    await page.locator("[name=return-reason]:focus").waitFor();
    await page.keyboard.type("Thiếu tên xã.");
    await page.getByRole("button", { name: "Trả lại bài" }).click();
    await page.locator(".state", { hasText: "Trả lại" }).first().waitFor();
  });
});

test("without script the form to approve stands after the last line", async () => {
  const address = await submitArticle("Bài duyệt không script");
  const page = await site.signIn(browser, "bientap", { ...telephone, ...noScript });
  await page.goto(`${address}/duyet`);
  const [text, form] = [
    await page.locator(".article-body").boundingBox(),
    await page.locator("[data-approve]").first().boundingBox(),
  ];
  expect(form?.y).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0));
  await page.locator("#nut-duyet").click();
  await page.getByRole("button", { name: "Đăng ngay" }).click();
  await page.locator(".state", { hasText: "Đã đăng" }).first().waitFor();
});
