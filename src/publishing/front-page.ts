import { refreshFrontPage } from "../published/front-page-store.ts";

/** Stores the front page that follows from an act. Never throws: until it is stored, readers get it from the lists. */
export async function tryToRefreshFrontPage(db: D1Database): Promise<void> {
  try {
    await refreshFrontPage(db);
  } catch (error) {
    console.error("the front page could not be stored; the next reader of it tries again", error);
  }
}
