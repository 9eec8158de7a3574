import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;
let photo = "";

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  const [reporter] = await site.hire("reporter", 1);
  const [editor] = await site.hire("editor", 1);
  if (reporter === undefined || editor === undefined) throw new Error("nobody was hired");
  const upload = new FormData();
  upload.append("file", new Blob([await readFile("test/photo/fixtures/wide.jpg")]), "banner.jpg");
  const uploaded = await editor("/api/photos", { method: "POST", body: upload });
  photo = ((await uploaded.json()) as { id: string }).id;
  const headers = { "content-type": "application/json" };
  for (const title of ["Bài một", "Bài hai", "Bài ba", "Bài bốn"]) {
    const body = JSON.stringify({
      title,
      lede: `Sapo của ${title}.`,
      body: "Đoạn mở đầu của bài.",
      section: "tin-tuc",
      byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    });
    const made = await reporter("/api/articles?submit=true", { method: "POST", headers, body });
    const { id } = (await made.json()) as { id: string };
    const answer = await editor(`/api/articles/${id}/publication`, {
      method: "PUT",
      headers,
      body: "{}",
    });
    if (answer.status !== 200) throw new Error("an article was not published");
  }
});

async function openPlaces(width: number, script = true): Promise<Page> {
  await site.database.prepare("DELETE FROM front_choices").run();
  const page = await site.signIn(browser, "bientap", {
    viewport: { width, height: width === 360 ? 740 : 900 },
    javaScriptEnabled: script,
    hasTouch: width === 360,
  });
  await page.goto(`${site.address}/toa-soan/trang-nhat`, { waitUntil: "networkidle" });
  return page;
}

async function readTitles(page: Page): Promise<string[]> {
  return page.locator(".front-place .front-title").allInnerTexts();
}

async function saveAndReadFront(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Lưu và hiện trên trang" }).click();
  await page.locator(".done").waitFor();
  await page.goto(`${site.address}/`);
  return page.locator(".front .card-title").allInnerTexts();
}

async function isWider(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

describe.each([360, 1280])("the places of the front page at %i px", (width) => {
  test("are moved by mouse, and stand so on the page after saving", async () => {
    const page = await openPlaces(width);
    expect(await readTitles(page)).toEqual(["Bài bốn", "Bài ba", "Bài hai", "Bài một"]);
    const places = page.locator(".front-place");
    await places.nth(1).locator(".front-handle").hover();
    await page.mouse.down();
    await places.nth(0).locator(".front-title").hover();
    await page.mouse.up();
    expect(await readTitles(page)).toEqual(["Bài ba", "Bài bốn", "Bài hai", "Bài một"]);
    expect((await saveAndReadFront(page)).slice(0, 2)).toEqual(["Bài ba", "Bài bốn"]);
    await page.context().close();
  });

  test("are moved by the arrow keys, which keep the focus and are announced", async () => {
    const page = await openPlaces(width);
    const handle = page.getByRole("button", { name: "Chuyển chỗ: “Bài hai”" });
    await handle.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await readTitles(page)).toEqual(["Bài hai", "Bài bốn", "Bài ba", "Bài một"]);
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator("[data-moved]").innerText()).toBe("“Bài hai” ở vị trí 1. Chưa lưu.");
    expect((await saveAndReadFront(page)).slice(0, 2)).toEqual(["Bài hai", "Bài bốn"]);
    await page.context().close();
  });

  test("are moved by buttons without script, and have no faults of axe", async () => {
    const page = await openPlaces(width, false);
    await page.getByRole("button", { name: "Đưa lên: “Bài ba”" }).click();
    expect((await readTitles(page)).slice(0, 2)).toEqual(["Bài ba", "Bài bốn"]);
    expect((await saveAndReadFront(page)).slice(0, 2)).toEqual(["Bài ba", "Bài bốn"]);
    const scripted = await openPlaces(width);
    expect(await axeFaults(scripted)).toEqual([]);
    expect(await isWider(scripted)).toBe(false);
    await scripted.context().close();
    await page.context().close();
  });
});

test("an article is dragged by a finger", async () => {
  const page = await openPlaces(360);
  await page.locator(".front-place").nth(1).locator(".front-handle").scrollIntoViewIfNeeded();
  const from = await page.locator(".front-place").nth(1).locator(".front-handle").boundingBox();
  const to = await page.locator(".front-place").nth(0).locator(".front-title").boundingBox();
  if (from === null || to === null) throw new Error("a place is not shown");
  const client = await page.context().newCDPSession(page);
  const touch = async (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  await touch("touchStart", from.x + 10, from.y + 10);
  await touch("touchMove", to.x + 40, to.y + 15);
  await touch("touchMove", to.x + 42, to.y + 15);
  await touch("touchEnd", 0, 0);
  expect((await readTitles(page)).slice(0, 2)).toEqual(["Bài ba", "Bài bốn"]);
  await page.context().close();
});

test("blocks are moved by mouse and arrow keys, a banner's photo is chosen from the library, and the preview saves", async () => {
  const page = await site.signIn(browser, "quantri", { viewport: { width: 360, height: 740 } });
  await page.goto(`${site.address}/toa-soan/quan-tri/khoi`, { waitUntil: "networkidle" });
  const blocks = page.locator(".block-place");
  const readBlocks = async () =>
    page.locator(".block-place select").evaluateAll((selects) =>
      selects.flatMap((select) => {
        const { name, value } = select as HTMLSelectElement;
        return value === "" ? [] : [`${name} ${value}`];
      }),
    );
  expect(await readBlocks()).toEqual(["what-0 section:tin-tuc", "what-1 section:khoa-hoc"]);
  expect(await axeFaults(page)).toEqual([]);
  expect(await isWider(page)).toBe(false);
  await blocks.nth(1).locator(".front-handle").hover();
  await page.mouse.down();
  await blocks.nth(0).locator("select").hover();
  await page.mouse.up();
  expect(await readBlocks()).toEqual(["what-0 section:khoa-hoc", "what-1 section:tin-tuc"]);
  await page.getByLabel("Khối 3", { exact: true }).selectOption("banner");
  await page.getByRole("button", { name: "Chuyển chỗ khối 3" }).focus();
  await page.keyboard.press("ArrowUp");
  expect(await page.locator("[data-moved]").innerText()).toBe(
    "“Ảnh có liên kết” ở vị trí 2. Chưa lưu.",
  );
  const banner = blocks.nth(1);
  await banner.getByRole("button", { name: "Chọn ảnh từ kho" }).click();
  await page.locator(".photo-picker-list label").first().click();
  await page.getByRole("button", { name: "Chèn ảnh" }).click();
  const field = banner.getByLabel("Mã ảnh");
  await expect.poll(async () => field.inputValue()).toBe(photo);
  await banner.getByLabel("Chữ thay ảnh").fill("Tháng an toàn");
  await banner.getByLabel("Bấm vào ảnh").fill("/so-do");
  expect(await axeFaults(page)).toEqual([]);
  const [preview] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Xem trước" }).click(),
  ]);
  await preview.getByRole("img", { name: "Tháng an toàn" }).waitFor();
  expect([...(await axeFaults(preview)), await isWider(preview)]).toEqual([false]);
  await preview.getByRole("button", { name: "Sửa tiếp" }).click();
  await preview.waitForURL("**/toa-soan/quan-tri/khoi");
  await preview.getByRole("button", { name: "Lưu và hiện trên trang" }).click();
  await preview.waitForURL("**/khoi?done=saved");
  await preview.goto(site.address);
  expect(await preview.getByRole("img", { name: "Tháng an toàn" }).count()).toBe(1);
  await page.context().close();
});
