import { mostReadPath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { htmlType } from "../html/page.ts";
import { readMostReadPage } from "../published/most-read-store.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { articleListPage } from "./list-page.ts";
import { noSuchPage } from "./paging.ts";

/** GET /doc-nhieu: the most read articles of the last 7 days, if the front page has a block of them. */
export async function getMostRead(c: AppContext): Promise<Response> {
  const found = await readMostReadPage(c.env.DB);
  if (found === null) throw noSuchPage();
  const page = articleListPage(c.var.site, {
    ...found,
    kind: listWords.mostRead,
    name: listWords.inSevenDays,
    description: listWords.mostReadDescription(c.var.site.name),
    path: mostReadPath,
    olderHref: null,
    newestHref: null,
  });
  return answerPublicly(page, htmlType, [tags.mostRead, tags.lists, tags.site]);
}
