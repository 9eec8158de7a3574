import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openNewForm } from "./support/form-page.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;

useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

const path = "/toa-soan/quan-tri/so-tay";

beforeAll(async () => {
  const page = await site.signIn(browser, "quantri", {
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  await page.goto(site.address + path);
  for (const text of ["Giám đốc Sở Phạm Quốc Chính", "Covid-19"]) {
    await page.getByText("Thêm một mục").click();
    await page.getByLabel("Dạng đúng").first().fill(text);
    await page.getByRole("button", { name: "Thêm", exact: true }).click();
    await page.getByText("Đã lưu").waitFor();
  }
  await page.context().close();
});

async function openForm(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await site.signIn(browser, "thebang", { viewport, hasTouch: true });
  const loaded = page.waitForResponse(/\/js\/completion-/);
  await openNewForm(page, site);
  await loaded;
  await page.locator(".ProseMirror").click();
  return page;
}

function readBody(page: Page): Promise<string> {
  return page.locator("[name=body]").inputValue();
}

describe("the handbook while typing", () => {
  test("Tab takes a suggestion, Enter never does", async () => {
    const page = await openForm();
    const ghost = page.locator(".editor-completion");
    await page.keyboard.type("Dự có pham qu");
    await expect.poll(() => ghost.textContent()).toBe("ốc Chính");
    expect(await readBody(page)).toBe("Dự có pham qu");
    await page.keyboard.press("Tab");
    expect(await readBody(page)).toBe("Dự có Phạm Quốc Chính");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("Dự có pham qu");
    await page.keyboard.type("oc");
    await expect.poll(() => ghost.textContent()).toBe(" Chính");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Covi");
    await expect.poll(() => ghost.textContent()).toBe("d-19");
    await page.keyboard.press("Escape");
    expect(await ghost.count()).toBe(0);
    expect(await readBody(page)).toBe("Dự có pham quoc\n\nCovi");
    await page.context().close();
  });

  test("a tap takes a suggestion at 360 px", async () => {
    const page = await openForm({ width: 360, height: 740 });
    await page.keyboard.type("Giám đốc Sở");
    await page.locator(".editor-completion").tap();
    expect(await readBody(page)).toBe("Giám đốc Sở Phạm Quốc Chính");
    await page.context().close();
  });

  test("soát bài warns in the form before anything is saved", async () => {
    const page = await openForm();
    await page.route("**/nhap", (route) => route.abort());
    await page.keyboard.type("Dịch COVID19 đã qua.");
    await page
      .getByText("Sổ tay tòa soạn viết “Covid-19”, ở đây viết “COVID19”.")
      .first()
      .waitFor();
    await page.context().close();
  });
});

test.each([360, 1280])("the handbook is readable for everybody at %i px", async (width) => {
  for (const username of ["thebang", "quantri"]) {
    const page = await site.signIn(browser, username, { viewport: { width, height: 800 } });
    await page.goto(site.address + path);
    await page.getByText("Giám đốc Sở Phạm Quốc Chính", { exact: true }).first().waitFor();
    expect(await sidewaysFaults(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  }
});
