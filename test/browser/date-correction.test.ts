import type { Browser } from "playwright-core";
import { expect, test } from "vitest";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const telephone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

/** Publishes an article, as a reporter and an editor do; returns its page in the newsroom. */
async function publishArticle(): Promise<string> {
  const reporter = await site.signIn(browser, "thebang", telephone);
  await reporter.goto(`${site.address}/toa-soan/bai/moi`);
  await reporter.locator("[name=title]").fill("Trạm đo mưa thứ mười đi vào hoạt động");
  await reporter
    .locator("[name=lede]")
    .fill("Trạm đo mưa tự động thứ mười của tỉnh bắt đầu truyền số liệu.");
  await reporter.locator("[name=body]").fill("Số liệu về trung tâm mười phút một lần.");
  await reporter.locator("[name=section]").selectOption("tin-tuc");
  await reporter.locator(".form-acts button[value=submit]").click();
  await reporter.locator(".state", { hasText: "Chờ duyệt" }).first().waitFor();

  const editor = await site.signIn(browser, "bientap", telephone);
  await editor.goto(`${reporter.url()}/duyet`);
  await editor.getByRole("button", { name: "Đăng ngay" }).click();
  await editor.locator(".state", { hasText: "Đã đăng" }).first().waitFor();
  return reporter.url();
}

test("an admin corrects a date without script, 360 px wide, after confirming both dates", async () => {
  const articlePage = await publishArticle();
  const page = await site.signIn(browser, "quantri", telephone);
  await page.goto(articlePage);
  const form = page.locator("form[action$='/ngay-dang']");
  await page.locator("summary", { hasText: "Sửa ngày đăng" }).click();
  await form.locator("[name=publishedAt]").fill("2021-03-02T08:15");
  await form.locator("[name=date-reason]").fill("Đồng hồ máy chủ chạy sai");
  await form.getByRole("button", { name: "Xem lại ngày mới" }).click();

  await form.getByText(/Đổi ngày đăng từ .+ thành 02\/03\/2021 08:15\?/).waitFor();
  const box = await form.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  await form.getByRole("button", { name: "Đổi ngày đăng" }).click();

  const history = page.locator(".history");
  await history.getByText("sửa ngày đăng").waitFor();
  expect(await history.innerText()).toMatch(
    /Từ .+ thành 02\/03\/2021 08:15: Đồng hồ máy chủ chạy sai/,
  );
  await page.getByRole("link", { name: "Xem trên trang" }).click();
  expect(await page.locator("article.article").innerText()).toContain("02/03/2021 08:15");
});
