import { refreshFrontPage } from "../published/front-page-store.ts";
import { refreshStoredFeed } from "./stored-feed.ts";

/** Stores the pages that follow from an act. Never throws: until a page is stored, readers get it from the articles. */
export async function tryToStorePages(db: D1Database): Promise<void> {
  const pages = await Promise.allSettled([refreshFrontPage(db), refreshStoredFeed(db)]);
  for (const page of pages) {
    if (page.status === "fulfilled") continue;
    console.error("a page could not be stored; its next reader tries again", page.reason);
  }
}
