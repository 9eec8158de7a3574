import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { sidewaysFaults, tapFaults } from "./support/layout-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;
let slug = "";
let photo = "";

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } };

beforeAll(async () => {
  const [[reporter], [editor]] = await Promise.all([
    site.hire("reporter", 1),
    site.hire("editor", 1),
  ]);
  if (reporter === undefined || editor === undefined) throw new Error("nobody was hired");
  const upload = new FormData();
  upload.append("file", new Blob([await readFile("test/photo/fixtures/wide.jpg")]), "banner.jpg");
  const uploaded = await reporter("/api/photos", { method: "POST", body: upload });
  photo = ((await uploaded.json()) as { id: string }).id;
  const body = JSON.stringify({
    title: "Trạm đo mưa tự động thứ mười bắt đầu truyền số liệu",
    lede: "Sapo của bài.",
    body: "Đoạn mở đầu của bài, có ngày 5/12.",
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
  });
  const headers = { "content-type": "application/json" };
  const made = await reporter("/api/articles?submit=true", { method: "POST", headers, body });
  const { id } = (await made.json()) as { id: string };
  const answer = await editor(`/api/articles/${id}/publication`, { method: "PUT" });
  slug = ((await answer.json()) as { slug: string }).slug;
});

async function findFaults(page: Page): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await sidewaysFaults(page))];
}

test("a reader without script reports an error at 360 px, and an editor corrects it from the desk", async () => {
  const reader = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  await reader.goto(`${site.address}/bai-viet/${slug}`);
  await reader.getByRole("link", { name: "Báo lỗi trong bài" }).click();
  await reader.getByLabel("Sai ở đâu").fill("Ngày đúng là 5/11.");
  await reader.getByLabel("Câu hoặc chữ sai").fill("ngày 5/12");
  await reader.getByLabel("Thư điện tử").fill("an@example.vn");
  expect(await reader.getByLabel("Để trống ô này").isVisible()).toBe(false);
  await reader.getByRole("button", { name: "Gửi báo lỗi" }).click();
  await reader.getByRole("heading", { name: "Cảm ơn bạn đã báo lỗi" }).waitFor();

  const form = await (await browser.newContext(phone)).newPage();
  await form.goto(`${site.address}/bai-viet/${slug}/bao-loi`);
  expect([...(await findFaults(form)), ...(await tapFaults(form))]).toEqual([]);

  const desk = await site.signIn(browser, "bientap", phone);
  await desk.goto(`${site.address}/toa-soan`);
  expect(await findFaults(desk)).toEqual([]);
  await desk.getByRole("link", { name: "1 báo lỗi chưa xử lý" }).click();
  expect(await findFaults(desk)).toEqual([]);
  await desk.getByRole("link", { name: "Trạm đo mưa" }).click();
  expect(await findFaults(desk)).toEqual([]);
  await desk.locator("summary", { hasText: "Đính chính và đóng" }).click();
  await desk.getByLabel("Lời đính chính").fill("Ngày đúng là 5/11, không phải 5/12.");
  await desk.getByRole("button", { name: "Đăng đính chính" }).click();
  await desk.getByText("Đã đính chính").waitFor();

  await reader.goto(`${site.address}/dinh-chinh`);
  expect(await reader.getByText("Ngày đúng là 5/11, không phải 5/12.").isVisible()).toBe(true);
});

test("an admin shows a banner and turns the site grey at 360 px; what is fixed stays in its place", async () => {
  const admin = await site.signIn(browser, "quantri", phone);
  await admin.goto(`${site.address}/toa-soan/anh/${photo}`);
  await admin.getByRole("link", { name: "Dùng làm banner" }).click();
  await admin.getByLabel("Chữ thay ảnh").fill("Ngày hội khoa học");
  await admin.getByLabel("Bấm vào thì mở").fill("/dinh-chinh");
  await admin.getByLabel("Trang màu xám").check();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  for (const end of await admin.getByLabel("Đến").all()) await end.fill(tomorrow);
  expect(await findFaults(admin)).toEqual([]);
  await admin.getByRole("button", { name: "Lưu" }).click();
  await admin.getByText("Banner đang hiện. Trang đang màu xám.").waitFor();

  const reader = await (await browser.newContext(phone)).newPage();
  await reader.goto(`${site.address}/bai-viet/${slug}`);
  const banner = reader.getByRole("img", { name: "Ngày hội khoa học" });
  expect((await banner.boundingBox())?.height).toBeLessThanOrEqual(9 * 17);
  expect(await findFaults(reader)).toEqual([]);
  const place = await reader.evaluate(() => {
    const fixed = document.createElement("p");
    fixed.className = "measurement";
    document.querySelector("main")?.append(fixed);
    const before = fixed.getBoundingClientRect().bottom;
    scrollTo(0, 200);
    return {
      filter: getComputedStyle(document.documentElement).filter,
      before,
      after: fixed.getBoundingClientRect().bottom,
    };
  });
  expect(place).toEqual({ filter: "grayscale(1)", before: 740, after: 740 });
});
