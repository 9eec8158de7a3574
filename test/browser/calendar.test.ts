import type { Browser, Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import type { Sends } from "./support/empty-site.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;
let reporter: Sends;
let editor: Sends;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  [reporter, editor] = [
    (await site.hire("reporter", 1))[0] ?? fail(),
    (await site.hire("editor", 1))[0] ?? fail(),
  ];
});

function fail(): never {
  throw new Error("nobody was hired");
}

const day = 24 * 60 * 60 * 1000;

/** Monday of the week after next in Vietnam, 0:00: every day of that week is ahead. */
function mondayAhead(): number {
  const local = Date.now() + 7 * 60 * 60 * 1000;
  const weekday = (new Date(local).getUTCDay() + 6) % 7;
  return local - (local % day) + (14 - weekday) * day;
}

/** "2026-12-14" of the n-th day of that week. */
function formatDay(n: number): string {
  return new Date(mondayAhead() + n * day).toISOString().slice(0, 10);
}

async function scheduleArticle(title: string, wallClock: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({
    title,
    lede: `Sapo của bài ${title}.`,
    body: "Đoạn mở đầu của bài.",
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
  });
  const made = await reporter("/api/articles?submit=true", { method: "POST", headers, body });
  const { id } = (await made.json()) as { id: string };
  const approval = JSON.stringify({ at: `${wallClock}:00+07:00` });
  const answer = await editor(`/api/articles/${id}/publication`, {
    method: "PUT",
    headers,
    body: approval,
  });
  expect(answer.status).toBe(200);
  return id;
}

async function openWeek(device: { width: number; script?: boolean }): Promise<Page> {
  const page = await site.signIn(browser, "bientap", {
    viewport: { width: device.width, height: device.width === 360 ? 740 : 900 },
    javaScriptEnabled: device.script ?? true,
  });
  await page.goto(`${site.address}/toa-soan/lich?week=${formatDay(0)}`);
  return page;
}

async function readTime(id: string): Promise<string> {
  const row = await site.database
    .prepare("SELECT scheduled_at AS at FROM articles WHERE id = ?1")
    .bind(id)
    .first<{ at: number }>();
  return new Date((row?.at ?? 0) + 7 * 60 * 60 * 1000).toISOString().slice(0, 16);
}

/** Drags an article of the calendar by the mouse. */
async function dragTo(page: Page, id: string, target: Locator): Promise<void> {
  await page.locator(`#bai-${id}[draggable=true]`).waitFor();
  await page.locator(`#bai-${id} time`).hover();
  await page.mouse.down();
  await page.mouse.move(600, 400, { steps: 5 });
  await target.hover();
  await target.hover();
  await page.mouse.up();
}

describe("the calendar", () => {
  test("at 1280 px an article is dragged to another day and hour, confirmed, and undone", async () => {
    const id = await scheduleArticle("Bài kéo trên lịch", `${formatDay(1)}T08:30`);
    const page = await openWeek({ width: 1280 });
    const item = page.locator(`#bai-${id}`);
    const slot = page.locator(`[data-day="${formatDay(3)}"] .calendar-slots li`, {
      hasText: "17 giờ",
    });
    await dragTo(page, id, slot);
    const move = item.getByRole("button", { name: "Đổi giờ" });
    expect(await item.locator("input[type=datetime-local]").inputValue()).toBe(
      `${formatDay(3)}T17:00`,
    );
    expect(await readTime(id)).toBe(`${formatDay(1)}T08:30`);
    expect(await move.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText("Đã đổi giờ đăng “Bài kéo trên lịch”").waitFor();
    expect(await readTime(id)).toBe(`${formatDay(3)}T17:00`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByText("Đã đổi giờ đăng “Bài kéo trên lịch”").waitFor();
    expect(await readTime(id)).toBe(`${formatDay(1)}T08:30`);
    await dragTo(page, id, page.getByRole("link", { name: "Tuần sau" }));
    expect(await item.locator("input[type=datetime-local]").inputValue()).toBe(
      `${formatDay(8)}T08:30`,
    );
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/lich?week=${formatDay(7)}*`);
    expect(await readTime(id)).toBe(`${formatDay(8)}T08:30`);
  });

  test("at 360 px, by keyboard and without script, a time changes by the form of its article", async () => {
    const id = await scheduleArticle("Bài đổi giờ bằng biểu mẫu", `${formatDay(2)}T09:00`);
    const page = await openWeek({ width: 360, script: false });
    await page.locator(`#bai-${id} summary`).focus();
    await page.keyboard.press("Enter");
    await page.locator(`#bai-${id} input[type=datetime-local]`).fill(`${formatDay(11)}T10:15`);
    await page.keyboard.press("Enter");
    await page.getByText("Đã đổi giờ đăng “Bài đổi giờ bằng biểu mẫu”").waitFor();
    expect(await readTime(id)).toBe(`${formatDay(11)}T10:15`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole("link", { name: "Tuần sau" }).click();
    await page.getByRole("link", { name: "Tuần này" }).click();
    expect(await page.locator("[aria-current=date]").count()).toBe(1);
  });
});

describe("copying", () => {
  test("the message about an article is copied by one click, which says so", async () => {
    const id = await scheduleArticle("Bài chép tin nhắn", `${formatDay(5)}T09:00`);
    const page = await site.signIn(browser, "bientap");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${site.address}/toa-soan/bai/${id}`);
    // The button inside shows once the script is there.
    await page.locator("[data-copy] button:not([hidden])").waitFor({ state: "attached" });
    await page.locator("summary", { hasText: "Chép tin nhắn" }).click();
    await page.getByText("Đã chép", { exact: true }).waitFor();
    const [, month, date] = formatDay(5).split("-");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `Bài chép tin nhắn\nBài hẹn giờ đăng lúc ${date}/${month}/${formatDay(5).slice(0, 4)} 09:00.\n${site.address}/toa-soan/bai/${id}`,
    );
  });

  test("without script the whole message is selected by one click", async () => {
    const id = await scheduleArticle("Bài chọn chữ", `${formatDay(6)}T09:00`);
    const page = await site.signIn(browser, "bientap", { javaScriptEnabled: false });
    await page.goto(`${site.address}/toa-soan/bai/${id}`);
    await page.locator("summary", { hasText: "Chép tin nhắn" }).click();
    const text = page.locator(".copy-box .once");
    expect(await text.isVisible()).toBe(true);
    expect(await page.locator(".copy-box button").isVisible()).toBe(false);
    expect(await text.evaluate((one) => getComputedStyle(one).userSelect)).toBe("all");
  });
});
