import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { openNewForm, getSaved, awaitSaved } from "./support/form-page.ts";
import { password, signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;

const wide = "test/photo/fixtures/wide.jpg";
const upright = "test/photo/fixtures/orientation-1.jpg";

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 2);
  await site.hire("editor", 1);
  await site.database
    .prepare("INSERT INTO sections (slug, name, position) VALUES ('tin-tuc', 'Tin tức', 0)")
    .run();
});

describe("without script", () => {
  test("an article is written, saved with its photos, corrected and submitted at 360 px", async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await signIn(browser, site.address, "reporter-0", {
      viewport,
      javaScriptEnabled: false,
    });
    await page.goto(`${site.address}/toa-soan/bai/moi`);
    await page.fill("[name=lede]", "Sapo của bài.");
    await page.fill("[name=body]", "Đoạn một của bài.");
    await page.setInputFiles("[name='leadPhoto.file']", wide);
    await page.setInputFiles("[name=photos]", upright);
    await page.getByRole("button", { name: "Lưu và nộp" }).click();
    await page.getByText("Bài chưa có tiêu đề").first().waitFor();
    expect(await page.inputValue("[name=lede]")).toBe("Sapo của bài.");
    expect(await page.inputValue("[name=body]")).toMatch(/^Đoạn một của bài\.\n\n!\[\]\(photo:/);
    await page.fill("[name=title]", "Bài không script");
    await page.getByRole("button", { name: "Lưu và nộp" }).click();
    await page.getByText("Bài đã được lưu nhưng chưa nộp được").waitFor();
    await page.fill("[name='leadPhoto.alt']", "Cánh đồng lúa nhìn từ trên cao");
    await page.selectOption("[name=section]", "tin-tuc");
    const body = await page.inputValue("[name=body]");
    await page.fill("[name=body]", body.replace("![]", "![Ông Minh cầm bông lúa]"));
    await page.getByRole("button", { name: "Lưu và nộp" }).click();
    await page.waitForURL(/\/toa-soan\/bai\/[0-9a-z]{16}$/);
    expect(await getSaved(site, "Bài không script")).toMatchObject({ articles: 1, versions: 3 });
    await page.context().close();
  });
});

describe("with script", () => {
  test("typed text is soon on the server as a working copy", async () => {
    const { page, faults } = await signIn(browser, site.address, "reporter-0");
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài tự lưu");
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Chữ đang gõ.");
    await awaitSaved(page);
    await page.waitForURL(/\/toa-soan\/bai\/[0-9a-z]{16}\/sua$/);
    const stored = await getSaved(site, "Bài tự lưu");
    expect(stored).toMatchObject({ articles: 1, versions: 1 });
    expect(stored.kept).toContain("Chữ đang gõ.");
    await page.reload();
    await page.locator(".ProseMirror", { hasText: "Chữ đang gõ." }).waitFor();
    await page.getByText("tự lưu lúc").waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("no network and a closed tab lose nothing and duplicate nothing", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    const context = page.context();
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài mất mạng");
    await awaitSaved(page);
    const address = page.url();
    await context.setOffline(true);
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Gõ khi mất mạng.");
    await page.locator("#tinh-trang", { hasText: "Mất mạng: đang giữ trên máy này" }).waitFor();
    await page.getByRole("button", { name: "Lưu và nộp" }).click();
    await page.locator("#tinh-trang", { hasText: "Đang mất mạng nên chưa gửi được" }).waitFor();
    await page.close();
    await context.setOffline(false);
    const next = await context.newPage();
    await next.goto(address);
    await next.getByText("Máy này còn giữ một bản chưa kịp lưu").waitFor();
    await next.getByRole("button", { name: "Khôi phục bản này" }).click();
    await next.locator(".ProseMirror", { hasText: "Gõ khi mất mạng." }).waitFor();
    await awaitSaved(next);
    const stored = await getSaved(site, "Bài mất mạng");
    expect(stored).toMatchObject({ articles: 1, versions: 1 });
    expect(stored.kept).toContain("Gõ khi mất mạng.");
    await next.getByRole("button", { name: "Lưu nháp" }).click();
    await next.getByText("Đã lưu phiên bản 2").waitFor();
    expect(await next.getByText("chưa kịp lưu").count()).toBe(0);
    await context.close();
  });

  test("an article without a title is saved, and is not duplicated when its tab is restored", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    const context = page.context();
    await openNewForm(page, site);
    const address = page.url();
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Chưa kịp đặt tên.");
    await awaitSaved(page);
    await page.close();
    const next = await context.newPage();
    await next.goto(address);
    await next.locator(".ProseMirror", { hasText: "Chưa kịp đặt tên." }).waitFor();
    await next.fill("[name=title]", "Bài đặt tên sau");
    await next.getByRole("button", { name: "Lưu nháp" }).click();
    await next.getByText("Đã lưu phiên bản 2").waitFor();
    expect((await getSaved(site, "Bài đặt tên sau")).articles).toBe(1);
    await context.close();
  });

  test("after a session ends, the form says so, and saves again after a new sign-in", async () => {
    const { page } = await signIn(browser, site.address, "reporter-1");
    await openNewForm(page, site);
    await page.fill("[name=title]", "Bài hết phiên");
    await awaitSaved(page);
    await page.context().clearCookies();
    await page.fill("[name=lede]", "Gõ sau khi hết phiên.");
    await page.locator("#tinh-trang", { hasText: "Phiên hết hạn" }).waitFor();
    const tab = await page.context().newPage();
    await tab.goto(`${site.address}/toa-soan/dang-nhap`);
    await tab.fill("[name=username]", "reporter-1");
    await tab.fill("[name=password]", password);
    await tab.click("main button[type=submit]");
    await tab.waitForURL((url) => !url.pathname.includes("dang-nhap"));
    await tab.close();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await awaitSaved(page);
    expect((await getSaved(site, "Bài hết phiên")).kept).toContain("Gõ sau khi hết phiên.");
    await page.context().close();
  });

  test("the second user of a form is shown who else writes", async () => {
    const first = await signIn(browser, site.address, "reporter-1");
    await openNewForm(first.page, site);
    await first.page.fill("[name=title]", "Bài hai người");
    await awaitSaved(first.page);
    const second = await signIn(browser, site.address, "editor-0");
    await second.page.goto(first.page.url());
    await second.page.getByText("đang sửa bài này").waitFor();
    expect(await second.page.locator("#nguoi-khac").innerText()).toContain("reporter-1");
    await first.page.context().close();
    await second.page.context().close();
  });

  test("soát bài runs in a worker, so that typing does not wait for its rules", async () => {
    const { page, faults } = await signIn(browser, site.address, "reporter-1");
    await page.addInitScript(() => {
      const counter = Object.assign(window, { workerAnswers: 0 });
      const Original = Worker;
      window.Worker = class extends Original {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          this.addEventListener("message", () => counter.workerAnswers++);
        }
      };
    });
    await openNewForm(page, site);
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Hai  dấu cách ở đây.");
    await page.locator(".editor-finding").first().waitFor();
    const answers = await page.evaluate(() => (window as { workerAnswers?: number }).workerAnswers);
    expect(answers).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe.each([360, 1280])("at %i px", (width) => {
  test.each([true, false])("the form is sound (script: %s)", async (script) => {
    const { page, faults } = await signIn(browser, site.address, "reporter-1", {
      viewport: { width, height: 800 },
    });
    await openNewForm(page, site);
    await page.fill("[name=title]", `Bài xem ${width} ${script}`);
    await page.fill("[name=lede]", "Sapo thiếu chấm");
    await awaitSaved(page);
    await page.getByRole("button", { name: "Lưu nháp" }).click();
    await page.getByText("Đã lưu phiên bản").waitFor();
    if (!script) {
      await page.route("**/js/newsroom-*.js", (route) => route.abort());
      await page.reload();
    } else await page.locator(".ProseMirror").waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await sidewaysFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
