import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newArticlePath } from "../../src/addresses/newsroom.ts";
import { photo, wordDocument, words } from "../intake/word-document.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { disturbUploads } from "./support/disturbed-uploads.ts";
import type { Uploads } from "./support/disturbed-uploads.ts";
import { openNewForm } from "./support/form-page.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;
let folder: string;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

/** Five photos; the fourth has the bytes of the second. */
const colours = {
  "1.png": "#a00",
  "2.png": "#0a0",
  "3.png": "#00a",
  "4.png": "#0a0",
  "5.png": "#fa0",
};
const names = Object.keys(colours);

beforeAll(async () => {
  await site.hire("reporter", 1);
  folder = await mkdtemp(join(tmpdir(), "ban-tin-order-"));
  for (const [name, colour] of Object.entries(colours)) {
    await writeFile(join(folder, name), await drawPhoto(colour));
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const paths = (): string[] => names.map((name) => join(folder, name));

function drawPhoto(background: string): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
}

async function openSignedIn(options = {}): Promise<Page> {
  return (await signIn(browser, site.address, "reporter-0", options)).page;
}

async function readBody(page: Page): Promise<string> {
  return page.locator("textarea[name=body]").inputValue();
}

/** The ids of the photos in the body when all are stored. */
async function storedOrder(page: Page, count: number): Promise<string[]> {
  await expect.poll(async () => (await idsIn(page)).length, { timeout: 60_000 }).toBe(count);
  return idsIn(page);
}

async function idsIn(page: Page): Promise<string[]> {
  return [...(await readBody(page)).matchAll(/photo:([0-9a-f]{64})/g)].map(([, id]) => id ?? "");
}

/** The photos as base64, for code in the page. */
async function photosAsText(): Promise<{ name: string; bytes: string }[]> {
  return Promise.all(
    Object.entries(colours).map(async ([name, colour]) => ({
      name,
      bytes: (await drawPhoto(colour)).toString("base64"),
    })),
  );
}

async function finish(page: Page, uploads: Uploads, count: number): Promise<string[]> {
  await finishUploads(uploads, count);
  return storedOrder(page, count);
}

/** Waits until every upload but the slow first one is stored, lets that one go on, and waits for its id. */
async function finishUploads({ stored, release }: Uploads, count: number): Promise<void> {
  await expect.poll(() => stored.length, { timeout: 60_000 }).toBe(count - 1);
  release();
  await expect.poll(() => stored.length, { timeout: 60_000 }).toBe(count);
}

/** The ids in the order of the files. */
function expected({ stored }: Uploads): (string | undefined)[] {
  const ids = new Map(stored);
  return Object.values(colours).map((colour) => ids.get(colour));
}

describe("photos that are added together keep their order, whichever is stored first,", () => {
  test("when they are chosen in the editor", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    await openNewForm(page, site);
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Đoạn đầu.");
    await page.locator(".editor input[type=file]").setInputFiles(paths());
    await page.locator(".editor-photo .upload-failed").waitFor();
    const order = await finish(page, uploads, names.length);
    expect(order).toEqual(expected(uploads));
    expect(order[3]).toBe(order[1]);
    expect(await page.locator(".upload").count()).toBe(0);
    expect(await readBody(page)).toMatch(/^Đoạn đầu\.\n\n!/);
    await page.context().close();
  });

  test("when they are dropped between two paragraphs", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    await openNewForm(page, site);
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Đoạn đầu.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Đoạn cuối.");
    const photos = await photosAsText();
    const first = await page.locator(".ProseMirror p").first().boundingBox();
    await page.evaluate(
      ({ photos: all, x, y }) => {
        const dataTransfer = new DataTransfer();
        for (const { name, bytes } of all) {
          const data = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
          dataTransfer.items.add(new File([data], name, { type: "image/png" }));
        }
        const drop = { dataTransfer, clientX: x, clientY: y, bubbles: true, cancelable: true };
        document.querySelector(".ProseMirror")?.dispatchEvent(new DragEvent("drop", drop));
      },
      { photos, x: (first?.x ?? 0) + 20, y: (first?.y ?? 0) + 5 },
    );
    expect(await finish(page, uploads, names.length)).toEqual(expected(uploads));
    expect(await readBody(page)).toMatch(/^Đoạn đầu\.\n\n!\[[^]*\)\n\nĐoạn cuối\.$/);
    await page.context().close();
  });

  test("when the editor is not loaded", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    await page.route("**/js/editor-*.js", (route) => route.abort());
    await page.goto(site.address + newArticlePath);
    await page.fill("[name=body]", "Đoạn đầu.");
    await page.locator(".uploads[role=group]").waitFor({ state: "attached" });
    await page.setInputFiles("[name=photos]", paths());
    await page.locator(".uploads[role=group] .upload-failed").waitFor();
    expect(await finish(page, uploads, names.length)).toEqual(expected(uploads));
    await page.context().close();
  });

  test("when they are pasted into the plain field", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    await page.route("**/js/editor-*.js", (route) => route.abort());
    await page.goto(site.address + newArticlePath);
    await page.locator(".uploads[role=group]").waitFor({ state: "attached" });
    const photos = await photosAsText();
    await page.evaluate((all) => {
      const clipboardData = new DataTransfer();
      for (const { name, bytes } of all) {
        const data = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
        clipboardData.items.add(new File([data], name, { type: "image/png" }));
      }
      const paste = { clipboardData, bubbles: true, cancelable: true };
      const field = document.querySelector("textarea[name=body]");
      field?.dispatchEvent(new ClipboardEvent("paste", paste));
    }, photos);
    expect(await finish(page, uploads, names.length)).toEqual(expected(uploads));
    await page.context().close();
  });

  test("when they come with a Word file", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    await openNewForm(page, site);
    const jpegs = await Promise.all(
      Object.values(colours).map(async (colour) =>
        sharp(await drawPhoto(colour))
          .resize(900)
          .jpeg()
          .toBuffer(),
      ),
    );
    const document = await wordDocument([
      words("Chợ phiên xã vùng cao họp lại", { bold: true, size: 36 }),
      words("Sau nhiều năm, chợ phiên của xã lại họp vào chủ nhật.", { bold: true }),
      words("Sáng nay, chợ phiên của xã họp lại."),
      ...jpegs.flatMap((jpeg, at) => [photo(jpeg), words(`Đoạn thứ ${at + 2} của bài này.`)]),
    ]);
    const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const file = { name: "bai.docx", mimeType, buffer: Buffer.from(document) };
    await page.setInputFiles("[name=photos]", file);
    await page.getByRole("button", { name: "Đưa vào bài" }).click();
    await finishUploads(uploads, names.length);
    const lead = page.locator("[name='leadPhoto.photo']");
    const all = async () => [...(await lead.inputValue()).split(" "), ...(await idsIn(page))];
    await expect
      .poll(async () => (await all()).filter((id) => /^[0-9a-f]{64}$/.test(id)).length)
      .toBe(names.length);
    const order = (await all()).filter((id) => id !== "");
    expect(order).toEqual(expected(uploads));
    await page.context().close();
  });

  test("when they were chosen before the script was loaded", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await page.route("**/js/article-form-*.js", async (route) => {
      await opened;
      await route.continue();
    });
    await page.goto(site.address + newArticlePath, { waitUntil: "commit" });
    await page.setInputFiles("[name=photos]", paths());
    open();
    expect(await finish(page, uploads, names.length)).toEqual(expected(uploads));
    await page.context().close();
  });

  test("when they are pasted with a formatted text", async () => {
    const page = await openSignedIn();
    const uploads = await disturbUploads(page);
    await openNewForm(page, site);
    await page.locator(".ProseMirror").click();
    const images = await Promise.all(
      Object.values(colours).map(async (colour, at) => {
        const bytes = (await drawPhoto(colour)).toString("base64");
        return `<p>Đoạn ${at + 1}.</p><p><img width="60" src="data:image/png;base64,${bytes}" alt="Ảnh số ${at + 1}"></p>`;
      }),
    );
    await page.evaluate((html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      const paste = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", paste));
    }, images.join(""));
    const order = await finish(page, uploads, names.length);
    // The intake names the files.
    expect(order).toEqual(expected(uploads));
    await page.context().close();
  });

  test("when the form is sent without script", async () => {
    const page = await openSignedIn({ javaScriptEnabled: false });
    await page.goto(site.address + newArticlePath);
    await page.fill("[name=title]", "Bài không script");
    await page.setInputFiles(
      "[name=photos]",
      ["3.png", "1.png", "2.png"].map((name) => join(folder, name)),
    );
    await page.getByRole("button", { name: "Lưu nháp" }).click();
    const order = await storedOrder(page, 3);
    const addresses = order.map((id) => `${site.address}/toa-soan/anh/${id}/goc.png`);
    const pixels = await Promise.all(
      addresses.map(async (address) => {
        const response = await page.request.get(address);
        const { data } = await sharp(await response.body())
          .raw()
          .toBuffer({ resolveWithObject: true });
        return [...data.subarray(0, 3)];
      }),
    );
    expect(pixels).toEqual([
      [0, 0, 170],
      [170, 0, 0],
      [0, 170, 0],
    ]);
    await page.context().close();
  });
});
