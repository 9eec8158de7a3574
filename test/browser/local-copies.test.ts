import type { Browser, BrowserContext, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { deskPath, newArticlePath, signInPath } from "../../src/addresses/newsroom.ts";
import { axeFaults } from "./support/axe-faults.ts";
import { openNewForm, getSaved, awaitSaved } from "./support/form-page.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { signInOn } from "./support/sign-in.ts";
import { openStaffedSite } from "./support/staffed-site.ts";
import type { StaffedSite } from "./support/staffed-site.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: StaffedSite;
let browser: Browser;
useBrowser(openStaffedSite, (opened) => ([site, browser] = opened));

let page: Page;
let context: BrowserContext;

beforeEach(async () => {
  page = await site.signIn(browser, "thebang");
  context = page.context();
  return () => context.close();
});

/** Requests that save what is typed fail as they do without a network. */
const saving = /\/toa-soan\/bai\/(?:[0-9a-z]{16}\/)?nhap$/;

/** Types a new article that the server does not get, and leaves its form for the desk. */
async function typeUnsaved(title: string): Promise<void> {
  await context.route(saving, (route) => route.abort());
  await openNewForm(page, site);
  await page.fill("[name=title]", title);
  await page.locator("#tinh-trang", { hasText: "Mất mạng: đang giữ trên máy này" }).waitFor();
  await page.goto(site.address + deskPath);
}

const copies = (of = page) => of.locator("#ban-tren-may");

/** Everything that this browser stores, as text. */
const everythingStored = () =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases]);
  });

test("after “Lưu nháp”, going back, reloading and a new form offer and begin nothing again", async () => {
  await context.route(saving, (route) => route.abort());
  await openNewForm(page, site);
  const address = page.url();
  expect(address).toMatch(/\/toa-soan\/bai\/moi\?key=[\w-]{24}$/);
  await page.fill("[name=title]", "Bài lưu một lần");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await page.getByText("Đã lưu phiên bản 1").waitFor();
  await page.goBack();
  await page.waitForURL(/\/sua$/);
  await page.locator(".ProseMirror").waitFor();
  expect(await page.inputValue("[name=title]")).toBe("Bài lưu một lần");
  await page.reload();
  await page.goto(address);
  await page.waitForURL(/\/sua$/);
  await page.fill("[name=lede]", "Sửa thêm.");
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await page.getByText("Đã lưu phiên bản 2").waitFor();
  await openNewForm(page, site);
  expect(await page.locator(".recovery").count()).toBe(0);
  await page.goto(site.address + deskPath);
  expect(await copies().isVisible()).toBe(false);
  expect(await everythingStored()).not.toContain("bai:");
  expect(await getSaved(site, "Bài lưu một lần")).toMatchObject({ articles: 1, versions: 2 });
});

test.each([360, 1280])(
  "the desk lists unsaved copies at %i px: one opens, one is discarded",
  async (width) => {
    await page.setViewportSize({ width, height: 740 });
    await typeUnsaved(`Bài mở lại ${width}`);
    await openNewForm(page, site);
    await page.fill("[name=title]", `Bài bỏ ${width}`);
    await page.locator("#tinh-trang", { hasText: "Mất mạng" }).waitFor();
    await page.goto(site.address + deskPath);
    await copies()
      .getByRole("link", { name: `Bài bỏ ${width}` })
      .waitFor();
    await copies()
      .getByText(/gõ lúc \d\d:\d\d,? \d\d\/\d\d\/\d{4}/)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await sidewaysFaults(page)).toEqual([]);
    page.once("dialog", (dialog) => void dialog.accept());
    await copies()
      .getByRole("button", { name: `Bỏ bản trên máy này: Bài bỏ ${width}` })
      .click();
    await copies()
      .getByRole("link", { name: `Bài bỏ ${width}` })
      .waitFor({ state: "detached" });
    await context.unroute(saving);
    await copies()
      .getByRole("link", { name: `Bài mở lại ${width}` })
      .click();
    await page.getByRole("button", { name: "Khôi phục bản này" }).click();
    await awaitSaved(page);
    expect(await getSaved(site, `Bài mở lại ${width}`)).toMatchObject({ articles: 1, versions: 1 });
    await page.goto(site.address + deskPath);
    await page.locator("h2", { hasText: "Bạn đang viết" }).waitFor();
    expect(await copies().isVisible()).toBe(false);
  },
);

test("a copy is unreadable to the next user, and comes back with its own", async () => {
  await typeUnsaved("Bí mật của Thế Bằng");
  await copies().getByText("Bí mật của Thế Bằng").waitFor();
  expect(await everythingStored()).not.toContain("Bí mật");
  await context.clearCookies();
  await context.unroute(saving);
  await signInOn(page, site.address, "thutrang");
  await openNewForm(page, site);
  expect(await page.locator(".recovery").count()).toBe(0);
  expect(await page.content()).not.toContain("Bí mật");
  await page.locator("#thoat button").click();
  await page.waitForURL(site.address + signInPath);
  await signInOn(page, site.address, "thebang");
  await copies().getByRole("link", { name: "Bí mật của Thế Bằng" }).waitFor();
});

test("a page of a user shows nothing any more when another user has signed in", async () => {
  await openNewForm(page, site);
  await page.fill("[name=title]", "Bài của người trước");
  await awaitSaved(page);
  await context.clearCookies();
  const other = await context.newPage();
  await signInOn(other, site.address, "thutrang");
  await page.getByText("Không có bài này").waitFor();
  expect(await page.content()).not.toContain("Bài của người trước");
});

test("signing out asks about unsaved text: stay, save, or discard", async () => {
  const signOut = () => page.locator("#thoat button").click();
  await typeUnsaved("Bài hỏi khi thoát");
  await signOut();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Bài hỏi khi thoát").waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Ở lại" }).click();
  await copies().getByText("Bài hỏi khi thoát").waitFor();
  await signOut();
  await dialog.getByRole("button", { name: "Lưu lên máy chủ rồi thoát" }).click();
  await dialog.getByText("Chưa lưu được nên chưa thoát").waitFor();
  await context.unroute(saving);
  await dialog.getByRole("button", { name: "Lưu lên máy chủ rồi thoát" }).click();
  await page.waitForURL(site.address + signInPath);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await getSaved(site, "Bài hỏi khi thoát")).toMatchObject({ articles: 1, versions: 1 });
  await signInOn(page, site.address, "thebang");
  await typeUnsaved("Bài bỏ khi thoát");
  await signOut();
  await dialog.getByRole("button", { name: "Bỏ các bài ấy và thoát" }).click();
  await page.waitForURL(site.address + signInPath);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect((await getSaved(site, "Bài bỏ khi thoát")).articles).toBe(0);
});

test("after signing out, going back shows nothing of the newsroom", async () => {
  await openNewForm(page, site);
  await page.fill("[name=title]", "Bài trước khi thoát");
  await awaitSaved(page);
  await page.goto(site.address + deskPath);
  await page.locator("#thoat button").click();
  await page.waitForURL(site.address + signInPath);
  await page.goBack();
  await page.waitForURL(/dang-nhap/);
  await page.goBack();
  await page.waitForURL(/dang-nhap/);
  expect(await page.content()).not.toContain("Bài trước khi thoát");
});

test("after signing out in one tab, another tab shows nothing of the newsroom", async () => {
  await openNewForm(page, site);
  await page.fill("[name=title]", "Bài ở thẻ khác");
  await awaitSaved(page);
  const other = await context.newPage();
  await other.goto(site.address + deskPath);
  await other.locator("#thoat button").click();
  await other.waitForURL(site.address + signInPath);
  await page.waitForURL(/dang-nhap/);
  expect(await page.content()).not.toContain("Bài ở thẻ khác");
});

test("a photo added without a network survives the closed tab and the recovery", async () => {
  await openNewForm(page, site);
  await page.fill("[name=title]", "Bài có ảnh khi mất mạng");
  await awaitSaved(page);
  const address = page.url();
  await context.setOffline(true);
  await page.locator(".ProseMirror").click();
  await page.keyboard.type("Trước ảnh.");
  await page.setInputFiles("[name=photos]", "test/photo/fixtures/wide.jpg");
  await page.locator("#tinh-trang", { hasText: "Mất mạng" }).waitFor();
  await page.locator(".upload-failed").waitFor();
  // Playwright's network comes back before the tab is gone. Then the text would reach the server, and none be left to recover.
  await page.evaluate(() => (window.fetch = () => Promise.reject(new TypeError("no network"))));
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Khôi phục bản này" }).click();
  await page.locator(".ProseMirror img[src*='480.webp'], .ProseMirror img[src^='blob:']").waitFor();
  await page.getByText("Đã tải ảnh wide.jpg").waitFor();
  await awaitSaved(page);
  const { kept } = await getSaved(site, "Bài có ảnh khi mất mạng");
  expect(kept).toMatch(/Trước ảnh\.\\n\\n!\[\]\(photo:[0-9a-f]{64}\)/);
});

/** Uploads of photos fail as they do without a network. */
const uploading = /\/toa-soan\/anh$/;

/** Adds a photo to an article whose text the server has. The photo is not uploaded. */
async function addUnsentPhoto(title: string): Promise<void> {
  await context.route(uploading, (route) => route.abort());
  await openNewForm(page, site);
  await page.fill("[name=title]", title);
  await page.setInputFiles("[name=photos]", "test/photo/fixtures/wide.jpg");
  await page.locator(".upload-failed").waitFor();
  await awaitSaved(page);
}

test("a photo that is not uploaded outlasts the next user; the desk and signing out name its article", async () => {
  await addUnsentPhoto("Bài còn ảnh");
  await context.clearCookies();
  await signInOn(page, site.address, "thutrang");
  await page.locator("#thoat button").click();
  await page.waitForURL(site.address + signInPath);
  await signInOn(page, site.address, "thebang");
  await copies().getByText("còn ảnh chưa tải lên").waitFor();
  await context.unroute(uploading);
  await page.locator("#thoat button").click();
  await page.getByRole("dialog").getByText("Bài còn ảnh").waitFor();
  await page.getByRole("button", { name: "Lưu lên máy chủ rồi thoát" }).click();
  await page.waitForURL(site.address + signInPath);
  expect((await getSaved(site, "Bài còn ảnh")).kept).toMatch(/!\[\]\(photo:[0-9a-f]{64}\)/);
});

test("a text that waits for a decision keeps its photo when signing out saves it", async () => {
  await context.route(saving, (route) => route.abort());
  await context.route(uploading, (route) => route.abort());
  await openNewForm(page, site);
  await page.fill("[name=title]", "Bài chờ khôi phục");
  await page.setInputFiles("[name=photos]", "test/photo/fixtures/wide.jpg");
  await page.locator(".upload-failed").waitFor();
  await page.locator("#tinh-trang", { hasText: "Mất mạng: đang giữ trên máy này" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Khôi phục bản này" }).waitFor();
  await context.unrouteAll();
  await page.locator("#thoat button").click();
  await page.getByRole("button", { name: "Lưu lên máy chủ rồi thoát" }).click();
  await page.waitForURL(site.address + signInPath);
  expect((await getSaved(site, "Bài chờ khôi phục")).kept).toMatch(/!\[\]\(photo:[0-9a-f]{64}\)/);
});

test("damaged copies keep neither the desk nor the form from working", async () => {
  await typeUnsaved("Bài còn nguyên");
  await page.evaluate(() => {
    const { person = "" } = document.querySelector<HTMLElement>("#thoat")?.dataset ?? {};
    const damaged = ["{}", "{", "1", "", '{"values":{"title":1}}', '{"values":null,"at":"x"}'];
    damaged.forEach((text, n) => localStorage.setItem(`bai:${person}:${n}`, text));
  });
  await page.reload();
  await copies().getByRole("link", { name: "Bài còn nguyên" }).waitFor();
  expect(await copies().getByRole("link").count()).toBe(1);
  await openNewForm(page, site);
  await page.getByRole("button", { name: "Khôi phục bản này" }).waitFor();
});

test("closing the tab asks when the browser took a photo and then could not write it", async () => {
  await page.addInitScript(`
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (photo) {
      const request = put.call(this, photo);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };`);
  await addUnsentPhoto("Bài trên máy đầy");
  const isAsked = () =>
    page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await expect.poll(isAsked).toBe(true);
});

test("the text of a refused submission is saved, and nothing says otherwise", async () => {
  await page.goto(site.address + newArticlePath);
  await page.locator(".ProseMirror").waitFor();
  await page.fill("[name=title]", "Bài nộp bị từ chối");
  await page.getByRole("button", { name: "Lưu và nộp" }).click();
  await page.getByText("Bài đã được lưu nhưng chưa nộp được").waitFor();
  await page.locator(".ProseMirror").waitFor();
  await page.getByRole("link", { name: "Về trang của bài" }).click();
  await page.locator("h1", { hasText: "Bài nộp bị từ chối" }).waitFor();
  expect(await page.content()).not.toContain("chưa lưu thành phiên bản");
  await page.goto(site.address + deskPath);
  expect(await copies().isVisible()).toBe(false);
});
