import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openNewForm, awaitSaved } from "./support/form-page.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  const [send] = await site.hire("editor", 1);
  if (send === undefined) throw new Error("no editor");
  const headers = { "content-type": "application/json" };
  const content = {
    title: "Bài đã đăng",
    lede: "Sapo của bài đã đăng.",
    body: "Một đoạn.",
    section: "tin-tuc",
    tags: ["Chuyển đổi số", "Chuyển đổi xanh"],
    byline: { authors: ["Thế Bằng"], unit: "" },
  };
  const body = JSON.stringify(content);
  const created = await send("/api/articles?submit=true", { method: "POST", headers, body });
  const { id } = (await created.json()) as { id: string };
  await send(`/api/articles/${id}/publication`, { method: "PUT", headers, body: "{}" });
});

async function openTags(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await site.signIn(browser, "thebang", { viewport, hasTouch: true });
  await openNewForm(page, site);
  return page;
}

describe("suggestions for tags", () => {
  test("are chosen by keyboard, one after the other", async () => {
    const page = await openTags();
    const tags = page.getByRole("combobox", { name: "Từ khóa" });
    await page.locator("[name=tags]").focus();
    await page.keyboard.type("chuyen doi");
    const options = page.locator(".suggestions li");
    await expect
      .poll(() => options.allTextContents())
      .toEqual(["Chuyển đổi số", "Chuyển đổi xanh"]);
    expect(await tags.getAttribute("aria-expanded")).toBe("true");
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    expect(await tags.getAttribute("aria-activedescendant")).toBe(
      await options.first().getAttribute("id"),
    );
    await page.keyboard.press("Enter");
    expect(await tags.inputValue()).toBe("Chuyển đổi số, ");
    await page.keyboard.type("xanh");
    await expect.poll(() => options.allTextContents()).toEqual(["Chuyển đổi xanh"]);
    await page.keyboard.press("Escape");
    expect(await options.count()).toBe(0);
    expect(await tags.inputValue()).toBe("Chuyển đổi số, xanh");
    await page.context().close();
  });

  test("are chosen by touch at 360 px", async () => {
    const page = await openTags({ width: 360, height: 740 });
    await page.locator("[name=tags]").tap();
    await page.keyboard.type("doi so");
    await page.getByRole("option", { name: "Chuyển đổi số" }).tap();
    expect(await page.locator("[name=tags]").inputValue()).toBe("Chuyển đổi số, ");
    await page.context().close();
  });

  test("a tag that is nearly a known one is reported, and replaced by one press", async () => {
    const page = await openTags();
    await page.fill("[name=title]", "Bài có thẻ gần giống");
    await page.fill("[name=tags]", "mới, chuyển-đổi-số");
    await awaitSaved(page);
    const note = page.locator(".field-note", { hasText: "gần giống từ khóa “Chuyển đổi số”" });
    await note.waitFor();
    await page.getByRole("button", { name: "Sửa thành “Chuyển đổi số”" }).click();
    expect(await page.inputValue("[name=tags]")).toBe("mới, Chuyển đổi số");
    await expect.poll(() => note.count()).toBe(0);
    await page.context().close();
  });
});
