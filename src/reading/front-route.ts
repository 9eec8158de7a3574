import { readFrontPage } from "../published/front-page-store.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { tryToStorePages } from "../publishing/stored-pages.ts";
import { renderFrontPage } from "./front-page.ts";
import { htmlType } from "../html/page.ts";

/** GET / */
export async function getFrontPage(c: AppContext): Promise<Response> {
  const { sections, front, isStored } = await readFrontPage(c.env.DB);
  // An act stores the page that follows from it. This repairs what an act could not store.
  if (!isStored) c.executionCtx.waitUntil(tryToStorePages(c.env.DB));
  const page = renderFrontPage(c.var.site, sections, front);
  // An erased photo purges the pages with its tag.
  const banners = front.blocks.flatMap((block) =>
    block.kind === "banner" ? [tags.photo(block.photo.id)] : [],
  );
  const mostRead = front.blocks.some(({ kind }) => kind === "most-read") ? [tags.mostRead] : [];
  return answerPublicly(page, htmlType, [tags.lists, tags.site, ...mostRead, ...banners]);
}
