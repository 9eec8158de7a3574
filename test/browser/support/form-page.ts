import type { Page } from "playwright-core";
import { newArticlePath } from "../../../src/addresses/newsroom.ts";
import type { EmptySite } from "./empty-site.ts";

/** Opens a new form and waits for its editor. */
export async function openNewForm(page: Page, { address }: EmptySite): Promise<void> {
  await page.goto(address + newArticlePath);
  await page.locator(".ProseMirror").waitFor();
}

/** Waits until the server has the typed text. */
export async function awaitSaved(page: Page): Promise<void> {
  await page.locator("#tinh-trang[data-kind=saved]", { hasText: "Đã lưu lúc" }).waitFor();
}

/** The number of articles with this title, and the number of versions and the working copy of the first. */
export async function getSaved(
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
