import type { Browser, Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

/* Notes on passages: an editor writes them on the review page, the reporter finds and ticks them off in the form. */

const telephone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };
const noScript = { javaScriptEnabled: false };

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const body = [
  "Trạm đo mưa **thứ mười** của tỉnh bắt đầu truyền số liệu.",
  "Số liệu về trung tâm mười phút một lần.",
  "Trạm do kỹ sư của tỉnh lắp.",
].join("\n\n");

/** Submits an article without script, and returns the address of its newsroom page. */
async function submitArticle(title: string): Promise<string> {
  const reporter = await site.signIn(browser, "thebang", noScript);
  await reporter.goto(`${site.address}/toa-soan/bai/moi`);
  await reporter.locator("[name=title]").fill(title);
  await reporter.locator("[name=lede]").fill("Trạm bắt đầu truyền số liệu từ hôm nay.");
  await reporter.locator("[name=body]").fill(body);
  await reporter.locator("[name=section]").selectOption("tin-tuc");
  await reporter.locator(".form-acts button[value=submit]").click();
  await reporter.locator(".state", { hasText: "Chờ duyệt" }).first().waitFor();
  await reporter.context().close();
  return reporter.url();
}

/** Chooses words of one text node, as a finger or the keyboard does. */
async function chooseWords(within: Locator, words: string): Promise<void> {
  await within.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }, words);
}

function isSelectionOnScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  });
}

function offer(page: Page): Locator {
  return page.locator(".note-offer button");
}

describe.each([
  ["360 px", telephone],
  ["1280 px", desktop],
])("notes at %s", (size, options) => {
  test("an article is returned with two notes in six taps, and its reporter finds them", async () => {
    const title = `Bài có ghi chú ${size}`;
    const address = await submitArticle(title);
    const page = await site.signIn(browser, "bientap", options);
    await page.goto(`${address}/duyet`);
    const text = page.locator(".article-body");
    let taps = 0;
    const tap = async (target: Locator): Promise<void> => {
      taps++;
      await target.click();
    };
    taps++;
    await chooseWords(text, "mười phút một lần");
    await tap(offer(page));
    await page.keyboard.type("Nguồn nào nói vậy?");
    taps++;
    await chooseWords(text, "kỹ sư của tỉnh");
    await tap(offer(page));
    await page.keyboard.type("Ghi tên kỹ sư.");
    expect(await axeFaults(page)).toEqual([]);
    await tap(page.locator("summary", { hasText: "Trả lại" }));
    await page.locator("[name=return-reason]:focus").waitFor();
    await page.keyboard.type("Sửa hai chỗ.");
    await tap(page.getByRole("button", { name: "Trả lại bài" }));
    await page.locator(".state", { hasText: "Trả lại" }).first().waitFor();
    expect(taps).toBeLessThanOrEqual(6);

    const reporter = await site.signIn(browser, "thebang", options);
    await reporter.goto(`${address}/sua`);
    await reporter.locator("[contenteditable=true]").waitFor();
    const notes = reporter.locator("#ghi-chu");
    expect(await notes.innerText()).toContain("Sửa hai chỗ.");
    const link = notes.locator("a", { hasText: "kỹ sư của tỉnh" });
    await link.evaluate((element) => element.scrollIntoView());
    await link.click();
    await expect
      .poll(() => reporter.evaluate(() => getSelection()?.toString()))
      .toBe("kỹ sư của tỉnh");
    await expect.poll(() => isSelectionOnScreen(reporter)).toBe(true);
    await notes.getByRole("button", { name: "Đã sửa xong" }).first().click();
    await notes.getByRole("button", { name: "Mở lại" }).waitFor();

    await page.reload();
    expect(await page.locator("#ghi-chu ~ .lines").innerText()).toContain("đánh dấu đã xong");
  });

  test("the link beside a paragraph opens a note by keyboard, which is saved at once", async () => {
    const address = await submitArticle(`Bài ghi chú bằng phím ${size}`);
    const page = await site.signIn(browser, "bientap", options);
    await page.goto(`${address}/duyet`);
    await page.locator("#doan-0 .add-note").focus();
    await page.keyboard.press("Enter");
    await page.locator("[name=note]:focus").waitFor();
    await page.keyboard.type("Viết lại câu này.");
    await page.keyboard.press("Control+Enter");
    const note = page.locator("#doan-0 .remark-note", { hasText: "Viết lại câu này." });
    await note.getByRole("button", { name: "Đã sửa xong" }).waitFor();

    await chooseWords(page.locator(".article-body"), "thứ mười");
    await offer(page).waitFor();
    await page.keyboard.press("Control+Alt+m");
    expect(await page.locator("[name=quote]").inputValue()).toBe("thứ mười");
    await page.keyboard.press("Escape");
    expect(await page.locator("[name=quote]").count()).toBe(0);
    await page.reload();
    await page.locator("mark.mark-note").first().waitFor();
  });
});

test("without script a note is written, read in the form and ticked off", async () => {
  const address = await submitArticle("Bài ghi chú không script");
  const editor = await site.signIn(browser, "bientap", { ...telephone, ...noScript });
  await editor.goto(`${address}/duyet`);
  await editor.locator(".add-note").nth(3).click();
  await editor.locator("[name=note]").fill("Câu này cần nguồn.");
  await editor.getByRole("button", { name: "Lưu ghi chú" }).click();
  await editor.locator(".remark-note", { hasText: "Câu này cần nguồn." }).waitFor();

  const reporter = await site.signIn(browser, "thebang", { ...telephone, ...noScript });
  await reporter.goto(`${address}/sua`);
  await reporter.locator("[name=lede]").fill("Sapo đang gõ dở.");
  await reporter.getByRole("button", { name: "Đã sửa xong" }).click();
  expect(await reporter.locator("[name=lede]").inputValue()).toBe("Sapo đang gõ dở.");
  await reporter.locator("summary", { hasText: "1 ghi chú đã xong" }).waitFor();
});

test("what changed is marked in the text, and a switch hides the marks", async () => {
  const address = await submitArticle("Bài sửa rồi nộp lại");
  const editor = await site.signIn(browser, "bientap", telephone);
  await editor.goto(`${address}/duyet`);
  const reporter = await site.signIn(browser, "thebang", noScript);
  await reporter.goto(`${address}/sua`);
  await reporter.locator("[name=body]").fill(body.replace("mười phút", "năm phút"));
  await reporter.locator(".form-acts button[value=save]").click();
  await editor.goto(`${address}/duyet`);
  expect(await editor.locator("ins").innerText()).toContain("năm");
  expect(await editor.locator("del").isVisible()).toBe(true);
  await editor.locator(".show-changes").click();
  expect(await editor.locator("del").isVisible()).toBe(false);
});

describe.each([
  ["360 px", telephone],
  ["1280 px", desktop],
])("an editor at %s", (size, options) => {
  test("fixes a comma and approves, then edits and publishes again", async () => {
    const address = await submitArticle(`Bài sửa và duyệt ${size}`);
    const page = await site.signIn(browser, "bientap", options);
    await page.goto(`${address}/sua`);
    await page.locator("[contenteditable=true]").waitFor();
    await page.locator("[name=lede]").fill("Trạm bắt đầu truyền số liệu, từ hôm nay.");
    await page.locator("summary", { hasText: "Lưu và duyệt" }).click();
    await page.getByRole("button", { name: "Lưu và đăng ngay" }).click();
    await page.locator(".state", { hasText: "Đã đăng" }).first().waitFor();

    await page.goto(`${address}/sua`);
    await page.locator("[contenteditable=true]").waitFor();
    await page.locator("[name=lede]").fill("Trạm bắt đầu truyền số liệu từ hôm qua.");
    await page.locator("summary", { hasText: "Sửa và đăng lại" }).click();
    await page.locator("[name=correction]").fill("Trạm bắt đầu từ hôm qua.");
    await page.getByRole("button", { name: "Đăng lại ngay" }).click();
    await page.getByText("đính chính").first().waitFor();
    await page.getByRole("link", { name: "Xem trên trang" }).click();
    const shown = await page.locator("article.article").innerText();
    for (const part of ["Cập nhật", "từ hôm qua"]) expect(shown).toContain(part);
  });
});
