import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

/*
 * The whole path of an article, as the people of a newsroom walk it: written with three photos, returned from a telephone,
 * mended, approved for a little later, put before readers by the clock, with its delivery check. Once by script with a network that
 * goes away in the middle, once without any script.
 */

const photos = ["weather-station-ridge", "rice-panicles-lab", "tea-hills-rows"];

const telephone = { viewport: { width: 360, height: 740 }, hasTouch: true };

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

describe("an article is written, returned, corrected, scheduled and published", () => {
  test("without script", async () => {
    const noScript = { javaScriptEnabled: false };
    const reporter = await site.signIn(browser, "thebang", noScript);
    await reporter.goto(`${site.address}/toa-soan/bai/moi`);
    const title = "Trạm đo mưa thứ mười đi vào hoạt động";
    await reporter.locator("[name=title]").fill(title);
    await reporter
      .locator("[name=lede]")
      .fill("Trạm đo mưa tự động thứ mười của tỉnh bắt đầu truyền số liệu.");
    await reporter
      .locator("[name=body]")
      .fill("Số liệu về trung tâm mười phút một lần.\n\nTrạm do kỹ sư của tỉnh lắp.");
    await reporter.locator("[name=section]").selectOption("tin-tuc");
    await reporter.locator("[name='leadPhoto.file']").setInputFiles(photoFile(0));
    await reporter.locator("[name='leadPhoto.alt']").fill("Trạm đo mưa trên đồi");
    await reporter.locator("[name=photos]").setInputFiles([photoFile(1), photoFile(2)]);
    await press(reporter, "save");
    await nameBodyPhotos(reporter);
    await press(reporter, "submit");
    await expectState(reporter, "Chờ duyệt");
    const articlePage = reporter.url();

    const editor = await site.signIn(browser, "bientap", { ...telephone, ...noScript });
    await editor.goto(articlePage);
    await open(editor, "Trả lại");
    await editor.locator("[name=return-reason]").fill("Thêm tên xã đặt trạm.");
    await editor.getByRole("button", { name: "Trả lại bài" }).click();
    await expectState(editor, "Trả lại");

    await reporter.goto(`${site.address}/toa-soan`);
    expect(await reporter.locator("main").innerText()).toContain("Thêm tên xã đặt trạm.");
    await reporter.goto(`${articlePage}/sua`);
    const body = reporter.locator("[name=body]");
    await body.fill(`${await body.inputValue()}\n\nTrạm đặt ở xã Tà Mung.`);
    await press(reporter, "submit");
    await expectState(reporter, "Chờ duyệt");

    await approveForLater(editor, articlePage);
    await expectPublished(reporter, articlePage, title, "Trạm đặt ở xã Tà Mung.");
  });

  test("with script, while the network fails", async () => {
    const reporter = await site.signIn(browser, "thutrang");
    const title = "Đội robot của tỉnh vào vòng chung kết quốc gia";
    await reporter.goto(`${site.address}/toa-soan/bai/moi`);
    const text = reporter.getByRole("textbox", { name: "Nội dung" });
    await text.and(reporter.locator("[contenteditable=true]")).waitFor();
    await reporter.locator("[name=title]").fill(title);
    await text.click();
    await reporter.keyboard.type("Đội robot của tỉnh vừa vào vòng chung kết.");
    await reporter.locator("[name=section]").selectOption("khoa-hoc");
    await expectSaved(reporter);

    await reporter.context().setOffline(true);
    await text.click();
    await reporter.keyboard.press("Control+End");
    await reporter.keyboard.press("Enter");
    await reporter.keyboard.type("Câu này được viết lúc mất mạng.");
    await reporter
      .locator("[name=lede]")
      .fill("Đội robot gồm năm học sinh giành vé vào vòng chung kết.");
    await expect.poll(() => status(reporter)).toMatch(/mạng|máy này/i);
    await reporter.context().setOffline(false);
    await expectSaved(reporter);

    await reporter.locator("[name=photos]").setInputFiles([photoFile(1), photoFile(2)]);
    await reporter.locator("[name='leadPhoto.file']").setInputFiles(photoFile(0));
    await reporter.locator("[name='leadPhoto.alt']").fill("Năm học sinh bên robot");
    await describePhotos(reporter);
    await expectSaved(reporter);
    await press(reporter, "submit");
    await expectState(reporter, "Chờ duyệt");
    const articlePage = reporter.url();
    const { results } = await site.database
      .prepare("SELECT id FROM articles WHERE title = ?1")
      .bind(title)
      .all();
    expect(results).toHaveLength(1);

    const editor = await site.signIn(browser, "bientap", telephone);
    await editor.goto(articlePage);
    await open(editor, "Trả lại");
    await editor.locator("[name=return-reason]").fill("Ghi rõ tên cuộc thi.");
    await editor.getByRole("button", { name: "Trả lại bài" }).click();
    await expectState(editor, "Trả lại");

    await reporter.goto(`${articlePage}/sua`);
    await text.and(reporter.locator("[contenteditable=true]")).waitFor();
    await text.click();
    await reporter.keyboard.press("Control+End");
    await reporter.keyboard.press("Enter");
    await reporter.keyboard.type("Cuộc thi do Bộ Giáo dục và Đào tạo tổ chức.");
    await press(reporter, "submit");
    await expectState(reporter, "Chờ duyệt");

    await approveForLater(editor, articlePage);
    await expectPublished(reporter, articlePage, title, "Câu này được viết lúc mất mạng.");
  });
});

function photoFile(n: number): string {
  return `demo/photos/${photos[n]}.jpg`;
}

/** Presses a button of the form's bar by its act, and waits for what it leads to. */
async function press(page: Page, act: string): Promise<void> {
  await Promise.all([
    page.waitForEvent("load"),
    page.locator(`.form-acts button[value='${act}']`).click(),
  ]);
}

async function open(page: Page, name: string): Promise<void> {
  await page.locator("summary", { hasText: new RegExp(`^${name}$`) }).click();
}

async function expectState(page: Page, state: string): Promise<void> {
  await page.locator(".state", { hasText: state }).first().waitFor();
}

/** Gives words to the photos that the form put at the end of the text. */
async function nameBodyPhotos(page: Page): Promise<void> {
  const body = page.locator("[name=body]");
  const names = ["Bàn thí nghiệm", "Nương chè"];
  let text = await body.inputValue();
  for (const name of names) text = text.replace("![](", `![${name}](`);
  expect(text).not.toContain("![](");
  await body.fill(text);
}

/** The same in the editor, as soon as both photos are there. */
async function describePhotos(page: Page): Promise<void> {
  const alts = page.getByLabel("Mô tả ảnh").and(page.locator("[contenteditable] *"));
  await expect.poll(() => alts.count()).toBe(2);
  await alts.nth(0).fill("Các em lắp robot");
  await alts.nth(1).fill("Robot trên sân thi đấu");
}

async function status(page: Page): Promise<string> {
  return page.locator("#tinh-trang").innerText();
}

async function expectSaved(page: Page): Promise<void> {
  await expect.poll(() => status(page)).toMatch(/^Đã lưu lúc/);
}

/** Approves for two minutes later, by the clock on the wall in Vietnam. */
async function approveForLater(editor: Page, articlePage: string): Promise<void> {
  await editor.goto(`${articlePage}/duyet`);
  await open(editor, "Hẹn giờ đăng");
  const inTwoMinutes = new Date(Date.now() + (7 * 60 + 2) * 60_000).toISOString().slice(0, 16);
  await editor.locator("input[name=at]").fill(inTwoMinutes);
  await editor.getByRole("button", { name: "Hẹn giờ", exact: true }).click();
  await expectState(editor, "Hẹn giờ");
}

/** Lets two minutes pass, and sees the article where readers, and those who wrote it, look for it. */
async function expectPublished(
  page: Page,
  articlePage: string,
  title: string,
  sentence: string,
): Promise<void> {
  await site.tick();
  await page.goto(articlePage);
  await expectState(page, "Hẹn giờ");
  await site.database
    .prepare("UPDATE articles SET scheduled_at = scheduled_at - 120000 WHERE title = ?1")
    .bind(title)
    .run();
  await site.tick();
  await page.goto(articlePage);
  await expectState(page, "Đã đăng");
  expect(await page.locator("main").innerText()).toMatch(/Đã lên trang lúc \d\d:\d\d:\d\d/);
  await page.getByRole("link", { name: "Xem trên trang" }).click();
  expect(await page.locator("h1").innerText()).toBe(title);
  const article = page.locator("article.article");
  expect(await article.innerText()).toContain(sentence);
  expect(await article.locator("figure img").count()).toBe(3);
  const feed = await (await fetch(`${site.address}/feed.json`)).text();
  expect(feed).toContain(title);
}
