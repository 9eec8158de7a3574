import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { openNewForm, getSaved, awaitSaved } from "./support/form-page.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;
let folder: string;
let photos: string[];

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 1);
  folder = await mkdtemp(join(tmpdir(), "ban-tin-photos-"));
  photos = await Promise.all([1, 2, 3].map(drawPhoto));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A noisy photo of 4,000 by 3,000 pixels, as heavy as a telephone's. */
async function drawPhoto(n: number): Promise<string> {
  const noise = { type: "gaussian", mean: 100 + n * 20, sigma: 30 } as const;
  const image = sharp({
    create: { width: 4000, height: 3000, channels: 3, background: "#888", noise },
  });
  const file = join(folder, `anh-${n}.jpg`);
  await writeFile(file, await image.jpeg({ quality: 90 }).toBuffer());
  return file;
}

async function storedPhotos(): Promise<{ width: number; bytes: number }[]> {
  const { results } = await site.database
    .prepare("SELECT width, bytes FROM photos")
    .all<{ width: number; bytes: number }>();
  return results;
}

async function readBody(page: Page): Promise<string> {
  return page.locator("textarea[name=body]").inputValue();
}

/** Holds back every upload until the returned function is called. */
async function holdUploads(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/toa-soan/anh", async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

describe("photos in the body", () => {
  test("are shrunk and uploaded several at a time, with retries until each is stored", async () => {
    const { page, faults } = await signIn(browser, site.address, "reporter-0");
    let refused = 0;
    await page.route("**/toa-soan/anh", (route) =>
      ++refused <= 3 ? route.abort("connectionfailed") : route.continue(),
    );
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài nhiều ảnh");
    await page.setInputFiles("[name=photos]", photos);
    await page.locator(".upload").nth(2).waitFor();
    await page.locator(".upload-failed", { hasText: "mất mạng" }).first().waitFor();
    await expect.poll(() => page.locator(".upload").count()).toBe(0);
    await expect.poll(() => page.locator(".editor-photo").count()).toBe(3);
    expect([...(await readBody(page)).matchAll(/photo:[0-9a-f]{64}/g)]).toHaveLength(3);
    await awaitSaved(page);
    expect((await getSaved(site, "Bài nhiều ảnh")).kept).toContain("photo:");
    const stored = await storedPhotos();
    expect(stored.map(({ width }) => width)).toEqual([2560, 2560, 2560]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("that were uploading when the tab was closed continue when the form is opened again", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    const context = page.context();
    await page.route("**/toa-soan/anh", (route) => route.abort("connectionfailed"));
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài đóng thẻ");
    await awaitSaved(page);
    await page.setInputFiles("[name=photos]", photos.slice(0, 1));
    await page.locator(".upload-failed").waitFor();
    // Until the server has the text, a form that is opened again offers to recover it first.
    await expect.poll(async () => (await getSaved(site, "Bài đóng thẻ")).kept).toContain("photo:");
    const address = page.url();
    await page.close();
    const next = await context.newPage();
    await next.goto(address);
    await expect.poll(() => readBody(next)).toMatch(/^!\[\]\(photo:[0-9a-f]{64}\)$/);
    await context.close();
  });

  test("saving waits for them; a dropped photo is gone", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    await page.route("**/toa-soan/anh", (route) => route.abort("connectionfailed"));
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài chờ ảnh");
    await page.setInputFiles("[name=photos]", photos.slice(0, 2));
    await page.locator(".upload-failed").first().waitFor();
    await page.getByRole("button", { name: "Lưu nháp" }).click();
    const waiting = page.locator("#tinh-trang", { hasText: "Đang chờ 2 ảnh" });
    await waiting.waitFor();
    const autosave = page.waitForResponse((answer) => answer.url().endsWith("/nhap"));
    await page.fill("[name=lede]", "Sapo viết thêm trong khi chờ.");
    await (await autosave).finished();
    expect(await waiting.isVisible()).toBe(true);
    await page.getByRole("button", { name: "Bỏ: anh-1.jpg" }).click();
    await page.unroute("**/toa-soan/anh");
    await page.getByText("Đã lưu phiên bản").waitFor({ timeout: 60_000 });
    expect([...(await readBody(page)).matchAll(/photo:/g)]).toHaveLength(1);
    await page.context().close();
  });

  test("a file that is no photo is refused in the server's words, and can be dropped", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    await openNewForm(page, site);
    const file = { name: "gia.jpg", mimeType: "image/jpeg", buffer: Buffer.from("không phải ảnh") };
    await page.setInputFiles("[name=photos]", file);
    await page.locator(".upload-failed", { hasText: "Chỉ nhận ảnh JPEG" }).waitFor();
    await page.fill("[name=title]", "Bài ảnh hỏng");
    await page.getByRole("button", { name: "Lưu nháp" }).click();
    await page.locator("#tinh-trang", { hasText: "1 ảnh không tải lên được" }).waitFor();
    await page.getByRole("button", { name: "Bỏ: gia.jpg" }).click();
    expect(await page.locator(".upload").count()).toBe(0);
    await page.getByRole("button", { name: "Lưu nháp" }).click();
    await page.getByText("Đã lưu phiên bản").waitFor();
    await page.context().close();
  });

  test("that were pasted with a text keep their place in it after the tab was closed", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    const context = page.context();
    await page.route("**/toa-soan/anh", (route) => route.abort("connectionfailed"));
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài dán ảnh");
    await page.locator(".ProseMirror").click();
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a00" } })
      .png()
      .toBuffer();
    await page.evaluate((photo) => {
      const clipboardData = new DataTransfer();
      const image = `<p><img src="data:image/png;base64,${photo}" alt="Bông lúa chín"></p>`;
      clipboardData.setData("text/html", `<p>Trước ảnh.</p>${image}<p>Sau ảnh.</p>`);
      const paste = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", paste));
    }, png.toString("base64"));
    await page.locator(".upload-failed").waitFor();
    await awaitSaved(page);
    const address = page.url();
    await page.close();
    const next = await context.newPage();
    await next.goto(address);
    const whole = /^Trước ảnh\.\n\n!\[[^\]]*\]\(photo:[0-9a-f]{64}[^)]*\)\n\nSau ảnh\.$/;
    await expect.poll(() => readBody(next)).toMatch(whole);
    await context.close();
  });
});

describe("the lead photo", () => {
  test("is shown at once, uploaded, and can be removed", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    await openNewForm(page, site);
    await page.setInputFiles("[name='leadPhoto.file']", photos[0] ?? "");
    await page.locator(".lead-photo img").waitFor();
    const id = page.locator("[name='leadPhoto.photo']");
    await expect.poll(() => id.inputValue()).toMatch(/^[0-9a-f]{64}$/);
    await page.getByText("Bỏ ảnh này").click();
    expect(await id.inputValue()).toBe("");
    expect(await page.locator(".lead-photo img").count()).toBe(0);
    await page.context().close();
  });

  test("keeps the words that are typed while it is uploaded", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    const release = await holdUploads(page);
    await openNewForm(page, site);
    await page.setInputFiles("[name='leadPhoto.file']", photos[0] ?? "");
    await page.fill("[name='leadPhoto.alt']", "Năm học sinh bên robot");
    await page.fill("[name='leadPhoto.caption']", "Đội robot của tỉnh");
    release();
    await page.getByText("Đã tải ảnh anh-1.jpg").waitFor();
    const id = page.locator("[name='leadPhoto.photo']");
    expect(await id.inputValue()).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.inputValue("[name='leadPhoto.alt']")).toBe("Năm học sinh bên robot");
    expect(await page.inputValue("[name='leadPhoto.caption']")).toBe("Đội robot của tỉnh");
    await page.context().close();
  });
});

describe("a Word file", () => {
  test("dropped on the form fills its fields", async () => {
    const { page, faults } = await signIn(browser, site.address, "reporter-0");
    await openNewForm(page, site);
    await page.setInputFiles("[name=photos]", "test/intake/fixtures/word/unicode.docx");
    await page.getByRole("button", { name: "Đưa vào bài" }).click();
    await expect.poll(() => page.locator("[name=title]").inputValue()).not.toBe("");
    expect(await readBody(page)).not.toBe("");
    await awaitSaved(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
