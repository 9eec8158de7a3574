import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { openNewForm } from "./support/form-page.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

/* The block of a photo in the form of an article, with the server. */

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const telephone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };

/** Opens a new form and adds a photo. */
async function openWithPhoto(title: string, device = {}): Promise<Page> {
  const page = await site.signIn(browser, "thebang", device);
  await openNewForm(page, site);
  await page.fill("[name=title]", title);
  await page.locator(".ProseMirror").click();
  await page.keyboard.type("Đoạn đầu.");
  await addPhoto(page);
  return page;
}

let shades = 0;

/** Adds a photo of 1,200 by 800 pixels, each time another one. */
async function addPhoto(page: Page): Promise<void> {
  const background = { r: 20 * ++shades, g: 80, b: 160 };
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .png()
    .toBuffer();
  const file = { name: "anh.png", mimeType: "image/png", buffer };
  await page.locator(".editor input[type=file]").setInputFiles(file);
  await page.locator(".editor-photo").last().waitFor();
  await expect.poll(() => page.locator(".upload").count()).toBe(0);
}

async function photoRow(id: string): Promise<{ credit: string | null; edit: string | null }> {
  const row = await site.database
    .prepare("SELECT credit, edit FROM photos WHERE id = ?1")
    .bind(id)
    .first<{ credit: string | null; edit: string | null }>();
  return row ?? { credit: null, edit: null };
}

async function photoId(page: Page): Promise<string> {
  return (await page.locator(".editor-photo").first().getAttribute("data-photo")) ?? "";
}

test("a photo without alt text is wrong only after a refused submission, and a new one is not", async () => {
  const page = await openWithPhoto("Bài thiếu mô tả ảnh");
  const wrong = page.locator(".editor-photo [aria-invalid=true]");
  const missing = page.getByText("Ảnh chưa có mô tả.");
  expect(await wrong.count()).toBe(0);
  expect(await missing.isVisible()).toBe(false);
  await page.locator(".form-acts button[value=submit]").click();
  await page.locator("form[data-refused]").waitFor();
  await wrong.waitFor();
  expect(await missing.isVisible()).toBe(true);
  await addPhoto(page);
  expect(await page.locator(".editor-photo").count()).toBe(2);
  expect(await wrong.count()).toBe(1);
  await wrong.fill("Cầu mới");
  expect(await wrong.count()).toBe(0);
  await page.context().close();
});

test("the photographer is saved with the photo, also right before the form is sent", async () => {
  const page = await openWithPhoto("Bài có người chụp");
  await page.locator(".editor-photo").getByLabel("Người chụp").fill("Thu Trang");
  await page.locator(".form-acts button[value=save]").click();
  await page.getByText("Đã lưu phiên bản").waitFor();
  await page.locator(".editor-photo").waitFor();
  expect(await page.locator(".editor-photo").getByLabel("Người chụp").inputValue()).toBe(
    "Thu Trang",
  );
  expect((await photoRow(await photoId(page))).credit).toBe("Thu Trang");
  await page.context().close();
});

test("a photo of the text becomes the lead photo without a second upload, with its words from the text, and the field keeps the focus", async () => {
  const page = await openWithPhoto("Bài lấy ảnh đại diện");
  const uploads: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/anh")) uploads.push(request.url());
  });
  const button = page.getByRole("button", { name: "Đặt làm ảnh đại diện" });
  await button.click();
  expect(await button.getAttribute("aria-pressed")).toBe("true");
  expect(await page.locator("[name='leadPhoto.photo']").inputValue()).toBe(await photoId(page));
  await page.locator(".lead-photo img").waitFor({ state: "attached" });
  expect(await page.locator(".lead-words").isHidden()).toBe(true);
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Control+z");
  expect(await page.locator("[name='leadPhoto.photo']").inputValue()).toBe("");
  expect(uploads).toEqual([]);
  const caption = page.locator(".editor-photo").getByLabel("Chú thích");
  await caption.fill("Cầu");
  await button.click();
  await page.keyboard.type(" mới");
  expect(await caption.inputValue()).toBe("Cầu mới");
  await page.context().close();
});

test("a lead photo that is replaced during its upload stays replaced, and undo brings it back", async () => {
  const page = await openWithPhoto("Bài thay ảnh đại diện");
  const lead = page.locator("[name='leadPhoto.photo']");
  await page.route("**/toa-soan/anh", (route) => route.abort("connectionfailed"));
  const buffer = await sharp({
    create: { width: 1300, height: 700, channels: 3, background: "#123456" },
  })
    .png()
    .toBuffer();
  const file = { name: "khac.png", mimeType: "image/png", buffer };
  await page.setInputFiles("[name='leadPhoto.file']", file);
  await page.locator(".upload-failed").waitFor();
  await page.getByRole("button", { name: "Đặt làm ảnh đại diện" }).click();
  const inText = await photoId(page);
  expect(await lead.inputValue()).toBe(inText);
  await expect.poll(() => page.locator(".upload").count()).toBe(0);
  await page.unroute("**/toa-soan/anh");
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => lead.inputValue()).toMatch(/^[0-9a-f]{64}$/);
  expect(await lead.inputValue()).not.toBe(inText);
  const alt = page.locator("[name='leadPhoto.alt']");
  await alt.fill("Cầu cũ");
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Control+y");
  expect(await lead.inputValue()).toBe(inText);
  expect(await alt.inputValue()).toBe("");
  await page.keyboard.press("Control+z");
  expect(await alt.inputValue()).toBe("Cầu cũ");
  await page.context().close();
});

describe.each([
  ["360 px", telephone],
  ["1280 px", desktop],
])("a photo at %s", (size, device) => {
  test("is cropped, rotated and focused by pointer and keyboard, shown so at once, and undone on the server as well", async () => {
    const page = await openWithPhoto(`Bài cắt ảnh ${size}`, device);
    const image = page.locator(".editor-photo img").first();
    const former = await image.getAttribute("src");
    await page.getByRole("button", { name: "Cắt, xoay ảnh" }).click();
    const frame = page.locator(".crop-frame");
    await frame.waitFor();
    const box = await frame.locator("canvas").boundingBox();
    const [x, y] = [box?.x ?? 0, box?.y ?? 0];
    await page.mouse.move(x + 1, y + 1);
    await page.mouse.down();
    await page.mouse.move(x + (box?.width ?? 0) / 4, y + 1);
    await page.mouse.move(x + (box?.width ?? 0) / 2, y + 1);
    await page.mouse.up();
    await page.getByRole("button", { name: "Góc dưới bên phải" }).focus();
    for (let press = 0; press < 2; press++) await page.keyboard.press("Shift+ArrowUp");
    await page.getByRole("button", { name: "Chỗ chính của ảnh" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Xoay phải" }).click();
    await page.getByRole("button", { name: "Lưu khung ảnh" }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    const edit: unknown = JSON.parse((await photoRow(await photoId(page))).edit ?? "null");
    expect(edit).toMatchObject({
      rotation: 90,
      crop: {
        x: expect.closeTo(0.2, 2),
        y: expect.closeTo(0.5, 1),
        width: expect.closeTo(0.8, 2),
        height: expect.closeTo(0.5, 1),
      },
      focus: { x: expect.closeTo(0.6, 1), y: expect.closeTo(0.76, 1) },
    });
    await expect.poll(() => image.getAttribute("src")).not.toBe(former);
    const shown = await image.evaluate(async (element: HTMLImageElement) => {
      await element.decode();
      return element.naturalWidth > element.naturalHeight;
    });
    expect(shown).toBe(true);
    const text = page.locator(".ProseMirror");
    const readRow = async () => photoRow(await photoId(page));
    await text.press("Control+z");
    await expect.poll(async () => (await readRow()).edit).toBe(null);
    await page.getByRole("button", { name: "Làm lại" }).click();
    await expect.poll(async () => (await readRow()).edit).toContain('"rotation":90');
    // The form can undo it only once it has the answer, which comes after the row.
    const answered = page.waitForEvent("requestfinished", (request) =>
      request.url().endsWith("/de-nghi"),
    );
    await page.locator(".editor-photo").getByLabel("Người chụp").fill("Thu Trang");
    await text.focus();
    await answered;
    expect((await readRow()).credit).toBe("Thu Trang");
    await text.press("Control+z");
    await expect.poll(async () => (await readRow()).credit).toBe(null);
    expect((await readRow()).edit).toContain('"rotation":90');
    await page.context().close();
  });
});
