import { readMonthPage } from "../published/list-store.ts";
import { makeMonthKey, parseMonth } from "../published/month.ts";
import { readArchive } from "../published/archive-store.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { monthPath } from "../addresses/public.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { renderArchivePage, renderMonthLinks } from "./archive-page.ts";
import { articleListPage } from "./list-page.ts";
import { htmlType } from "../html/page.ts";
import { articlesPerPage, listPageAddresses, noSuchPage, readListPlace } from "./paging.ts";

/** GET /luu-tru: the months, with how many articles each has. */
export async function getArchivePage(c: AppContext): Promise<Response> {
  const { sections, months } = await readArchive(c.env.DB);
  const page = renderArchivePage(c.var.site, { sections, months });
  return answerPublicly(page, htmlType, [tags.months, tags.site]);
}

/** GET /luu-tru/:year/:month: what was first published in a month, and `?truoc=` for the rest of it. */
export async function getMonthPage(c: AppContext): Promise<Response> {
  const month = parseMonth(`${c.req.param("year")}-${c.req.param("month")}`);
  if (month === null) throw noSuchPage();
  const place = readListPlace(c, monthPath(month));
  const { before } = place;
  const found = await readMonthPage(c.env.DB, month, { before, limit: articlesPerPage });
  if (found === null) throw noSuchPage();
  const { sections, cards, older } = found;
  const page = articleListPage(c.var.site, {
    sections,
    kind: listWords.archive,
    name: listWords.month(month.month, month.year),
    description: listWords.monthDescription(month.month, month.year, c.var.site.name),
    ...listPageAddresses(place, older),
    cards,
    after: renderMonthLinks(found),
  });
  return answerPublicly(page, htmlType, [tags.month(makeMonthKey(month)), tags.months, tags.site]);
}
