import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { articleFormPath } from "../../src/addresses/newsroom.ts";
import { axeFaults } from "./support/axe-faults.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite, Sends } from "./support/empty-site.ts";
import { openNewForm, awaitSaved } from "./support/form-page.ts";
import { signIn } from "./support/sign-in.ts";
import type { WatchedPage } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

let reporter: Sends;

beforeAll(async () => {
  [reporter = fail()] = await site.hire("reporter", 1);
});

function fail(): never {
  throw new Error("nobody was hired");
}

const sizes = [
  [360, 740],
  [1280, 900],
] as const;

/** A saved article of two pages, with two spaces in a word near its end. */
async function openArticle(width: number, height: number, title: string): Promise<WatchedPage> {
  const watched = await signIn(browser, site.address, "reporter-0", {
    viewport: { width, height },
    hasTouch: width < 500,
  });
  const { page } = watched;
  await openNewForm(page, site);
  await page.fill("[name=title]", title);
  await page.fill("[name=lede]", "Sapo thiếu chấm");
  await page.locator(".ProseMirror").click();
  for (let line = 0; line < 40; line++) await page.keyboard.insertText(`Đoạn ${line}.\n`);
  await page.keyboard.insertText("Có hai  dấu cách.");
  for (let line = 0; line < 4; line++) await page.keyboard.type("\nĐoạn sau.");
  await awaitSaved(page);
  await findMark(page).waitFor();
  return watched;
}

function findMark(page: Page): Locator {
  return page.locator(".editor-text .editor-finding", { hasText: /^ {2}$/ });
}

function findBubble(page: Page): Locator {
  return page.getByRole("dialog", { name: "Soát bài" });
}

/** Presses the key until the editor knows where the browser put the cursor. */
async function openByKey(page: Page): Promise<void> {
  const open = async (): Promise<boolean> => {
    if (!(await findBubble(page).isVisible())) await page.keyboard.press("Alt+Enter");
    return findBubble(page).isVisible();
  };
  await expect.poll(open).toBe(true);
}

/** Where the focus is, the text before the cursor, and how far the page is scrolled. */
function readPlace(page: Page): Promise<{ isInText: boolean; before: string; scroll: number }> {
  return page.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() ?? {};
    const text = document.querySelector(".editor-text");
    const range = document.createRange();
    if (text && anchorNode) range.setStart(text, 0);
    if (anchorNode) range.setEnd(anchorNode, anchorOffset ?? 0);
    const before = range.toString().slice(-6);
    return { isInText: document.activeElement === text, before, scroll: Math.round(scrollY) };
  });
}

/** Whether the bubble is on the screen and between the bars. */
async function isClear(page: Page): Promise<boolean> {
  const [box, bar, tools] = await Promise.all(
    [findBubble(page), page.locator(".form-bar"), page.locator(".editor-toolbar")].map((one) =>
      one.boundingBox(),
    ),
  );
  if (!box || !bar || !tools) return false;
  const isBetween = box.y >= tools.y + tools.height && box.y + box.height <= bar.y;
  return isBetween && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0);
}

describe.each(sizes)("at %i × %i px, a finding in the text", (width, height) => {
  test("opens next to its word by a click, which moves nothing else", async () => {
    const { page, faults } = await openArticle(width, height, `Bài bấm ${width}`);
    await findMark(page).evaluate((mark) => mark.scrollIntoView({ block: "center" }));
    const { scroll } = await readPlace(page);
    await (width < 500 ? findMark(page).tap() : findMark(page).click());
    await findBubble(page).getByText("Thừa dấu cách").waitFor();
    expect(await readPlace(page)).toMatchObject({ isInText: true, scroll });
    expect((await readPlace(page)).before).toMatch(/^Có hai|ó hai $/);
    expect(await isClear(page)).toBe(true);
    await findBubble(page).getByText("Bỏ qua…").click();
    await findBubble(page).getByLabel("Vì sao để nguyên?").waitFor();
    expect(await isClear(page)).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("is reached, corrected and left by keyboard", async () => {
    const { page } = await openArticle(width, height, `Bài phím ${width}`);
    await findMark(page).click();
    await findBubble(page).waitFor();
    await page.keyboard.press("Escape");
    await findBubble(page).waitFor({ state: "hidden" });
    const place = await readPlace(page);
    await openByKey(page);
    await findBubble(page)
      .getByRole("button", { name: "Xóa chỗ thừa" })
      .and(page.locator(":focus"))
      .waitFor();
    await page.keyboard.press("Tab");
    await findBubble(page).locator("summary:focus").waitFor();
    await page.keyboard.press("Escape");
    expect(await readPlace(page)).toEqual(place);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await openByKey(page);
    await page.keyboard.press("Enter");
    await page.locator(".editor-text", { hasText: "Có hai dấu cách." }).waitFor();
    expect(await readPlace(page)).toMatchObject({ isInText: true });
    await findBubble(page).waitFor({ state: "hidden" });
    await page.context().close();
  });

  test("is chosen in the list, entered by Tab and dismissed with a reason", async () => {
    const { page } = await openArticle(width, height, `Bài danh sách ${width}`);
    const panel = page.locator("#soat-bai");
    expect(await panel.locator("li button, li details").count()).toBe(0);
    await panel.getByRole("link", { name: "Bài chưa chọn chuyên mục." }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("o-section");
    await panel.getByRole("link", { name: "Thừa dấu cách." }).click();
    await findBubble(page).waitFor();
    expect(await isClear(page)).toBe(true);
    expect(await readPlace(page)).toMatchObject({ isInText: true });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Lời thơ");
    await page.keyboard.press("Enter");
    await panel.getByText("Đã bỏ qua 1 nhắc").waitFor();
    await findMark(page).waitFor({ state: "detached" });
    expect(await readPlace(page)).toMatchObject({ isInText: true });
    await page.context().close();
  });
});

test("what only the server finds is in the list as soon as the form is opened", async () => {
  const form = new FormData();
  const background = "#246";
  const small = await sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
  form.append("photo", new File([new Uint8Array(small)], "a.png", { type: "image/png" }));
  const body = "Có hai  dấu cách.\n\n![Cầu mới](photo:a.png)";
  form.append("article", JSON.stringify({ title: "Bài có ảnh nhỏ", body }));
  const created = await reporter("/api/articles", { method: "POST", body: form });
  const { id } = (await created.json()) as { id: string };
  const { page } = await signIn(browser, site.address, "reporter-0");
  await page.goto(site.address + articleFormPath(id));
  await findMark(page).waitFor();
  expect(await page.locator("#soat-bai").innerText()).toContain("Ảnh chỉ có 90 × 60 px.");
  await page.context().close();
});

test("a finding between two near bars is not covered by its bubble, which is whole", async () => {
  const { page } = await signIn(browser, site.address, "reporter-0", {
    viewport: { width: 360, height: 740 },
  });
  await openNewForm(page, site);
  await page.fill("[name=title]", "Bài ngắn");
  await page.locator(".ProseMirror").click();
  await page.keyboard.type("Có hai  dấu cách.");
  await findMark(page).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await findMark(page).click();
  await findBubble(page).waitFor();
  const [words, bubble] = await Promise.all([
    findMark(page).boundingBox(),
    findBubble(page).boundingBox(),
  ]);
  const [wordsTop, bubbleTop] = [words?.y ?? 0, bubble?.y ?? 0];
  const [wordsEnd, bubbleEnd] = [
    wordsTop + (words?.height ?? 0),
    bubbleTop + (bubble?.height ?? 0),
  ];
  expect(bubbleEnd <= wordsTop || bubbleTop >= wordsEnd).toBe(true);
  expect(Math.min(bubbleTop, 740 - bubbleEnd)).toBeGreaterThanOrEqual(0);
  expect(await findBubble(page).evaluate((dom) => dom.scrollHeight <= dom.clientHeight)).toBe(true);
  await page.context().close();
});

test("a click between two photos puts the cursor there, and typing writes there", async () => {
  const { page } = await signIn(browser, site.address, "reporter-0");
  await openNewForm(page, site);
  await page.getByRole("button", { name: "Markdown" }).click();
  await page.fill("[name=body]", "Đầu.\n\n![](photo:a)\n\n![](photo:b)\n\nCuối.");
  await page.getByRole("button", { name: "Markdown" }).click();
  const first = page.locator(".editor-photo").first();
  await first.evaluate((photo) => scrollBy(0, photo.getBoundingClientRect().bottom - 400));
  const box = await first.boundingBox();
  const { scroll } = await readPlace(page);
  await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) + 5);
  await page.locator(".ProseMirror-gapcursor").waitFor();
  expect(await readPlace(page)).toMatchObject({ isInText: true, scroll });
  await page.keyboard.type("Giữa.");
  await expect
    .poll(() => page.locator("[name=body]").inputValue())
    .toBe("Đầu.\n\n![](photo:a)\n\nGiữa.\n\n![](photo:b)\n\nCuối.");
  await page.context().close();
});

test("a finding in a plain field is shown once, below it, with its correction and dismissal", async () => {
  const { page } = await openArticle(1280, 900, "Bài có ghi chú");
  const note = page.locator("#o-lede-nhac");
  await note.getByText("Sapo thiếu dấu chấm ở cuối.").waitFor();
  expect(await page.locator("#o-lede").getAttribute("aria-describedby")).toContain("o-lede-nhac");
  await note.getByText("Bỏ qua…").click();
  await note.getByRole("textbox").fill("Sapo là lời thơ");
  await note.getByRole("button", { name: "Bỏ qua nhắc này" }).click();
  await page.locator("#soat-bai").getByText("Đã bỏ qua 1 nhắc").waitFor();
  await note.waitFor({ state: "hidden" });
  await page.reload();
  // Only script numbers findings: from here on the list is its own, and no longer the server's.
  const panel = page.locator("#soat-bai");
  await panel.locator("li[data-number]").first().waitFor();
  await panel.getByText("Đã bỏ qua 1 nhắc").click();
  expect(await panel.innerText()).toContain("Sapo là lời thơ");
  await page.locator("#o-leadPhoto-file-nhac").getByText("Bài chưa có ảnh nào").waitFor();
  await page.fill("[name=lede]", "Một sapo khác thiếu chấm");
  await note.getByRole("button", { name: "Thêm “.”" }).click();
  expect(await page.inputValue("[name=lede]")).toBe("Một sapo khác thiếu chấm.");
  await note.waitFor({ state: "hidden" });
  await page.context().close();
});

test("a finding in a photo's caption is shown below that caption, in the colour of its severity", async () => {
  const { page } = await signIn(browser, site.address, "reporter-0");
  await openNewForm(page, site);
  await page.getByRole("button", { name: "Markdown" }).click();
  await page.fill("[name=body]", '![Ruộng lúa chín vàng](photo:a "Chú  thích.")');
  await page.getByRole("button", { name: "Markdown" }).click();
  const note = page.locator(".editor-photo .finding-item.finding-warn");
  await note.getByText("Thừa dấu cách").waitFor();
  const colour = await note.evaluate((item) => getComputedStyle(item).borderLeftColor);
  const line = page.locator("#soat-bai li", { hasText: "Thừa dấu cách" });
  expect(await line.evaluate((item) => getComputedStyle(item).borderLeftColor)).toBe(colour);
  await note.getByRole("button", { name: "Xóa chỗ thừa" }).click();
  await expect
    .poll(() => page.locator("[name=body]").inputValue())
    .toBe('![Ruộng lúa chín vàng](photo:a "Chú thích.")');
  await note.waitFor({ state: "detached" });
  await page.context().close();
});
