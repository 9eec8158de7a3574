import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { EmptySite } from "./support/empty-site.ts";

export type Writer = {
  page: Page;
  /** What went wrong in the page. */
  faults: string[];
};

/** Signs somebody of `hire` in, in a window of their own. */
export async function signInAs(
  browser: Browser,
  { address }: EmptySite,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Writer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy|TypeError/.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${address}/toa-soan/dang-nhap`);
  await page.fill("[name=username]", username);
  await page.fill("[name=password]", "chỉ để thử");
  await page.click("main button[type=submit]");
  await page.waitForURL((url) => !url.pathname.includes("dang-nhap"));
  return { page, faults };
}

/** A new form with its editor in place. */
export async function openNewForm(page: Page, { address }: EmptySite): Promise<void> {
  await page.goto(`${address}/toa-soan/bai/moi`);
  await page.locator(".ProseMirror").waitFor();
}

/** Waits until the server has what was typed. */
export async function untilSaved(page: Page): Promise<void> {
  await page.locator("#tinh-trang[data-kind=saved]", { hasText: "Đã lưu lúc" }).waitFor();
}

/** The newest version of the only article with this title, and how many versions and articles there are of it. */
export async function storedAs(
  { database }: EmptySite,
  title: string,
): Promise<{ articles: number; versions: number; kept: string | null }> {
  const { results } = await database
    .prepare(
      `SELECT articles.id, articles.version, working_copies.content FROM articles
       LEFT JOIN working_copies ON working_copies.article_id = articles.id WHERE articles.title = ?1`,
    )
    .bind(title)
    .all<{ id: string; version: number; content: string | null }>();
  const [first] = results;
  return {
    articles: results.length,
    versions: first?.version ?? 0,
    kept: first?.content ?? null,
  };
}
