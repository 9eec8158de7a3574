import type { MiddlewareHandler } from "hono";
import { replaceOldNames } from "../addresses/old-query.ts";
import { writeCursor, parseCursor } from "../published/position.ts";
import { search } from "../search/search.ts";
import { readLatest } from "../published/list-store.ts";
import type { SearchPlace } from "../search/search-store.ts";
import type { AppContext, AppEnv } from "../context.ts";
import { readCurrent } from "../publishing/rebuild.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { htmlType } from "../html/page.ts";
import { noSuchPage } from "./paging.ts";
import { readSearchForm, searchAddress } from "./search-form.ts";
import type { SearchForm } from "./search-form.ts";
import { renderSearchPage } from "./search-page.ts";

const perPage = 20;
const day = 24 * 60 * 60 * 1000;

/** An address with old names of its parameters leads to the same search with present names. */
export const redirectOldSearch: MiddlewareHandler<AppEnv> = async function redirectOldSearch(
  c,
  next,
) {
  const renamed = replaceOldNames(new URL(c.req.url));
  return renamed === null ? next() : c.redirect(renamed, 301);
};

/** GET /tim-kiem: the form, and what was found; `?truoc=` for the results after a page. */
export async function getSearchPage(c: AppContext): Promise<Response> {
  const form = readSearchForm((name) => c.req.query(name));
  const cursor = c.req.query("truoc") ?? null;
  const request = buildSearchRequest(form, cursor);
  const results = await readCurrent(
    c.env.DB,
    () => search(c.env.DB, request),
    (page) => page?.found.map(({ card, isStale }) => ({ id: card.id, isStale })) ?? [],
  );
  const page =
    results === null
      ? renderSearchPage(c.var.site, { form, ...(await readLatest(c.env.DB)), results: null })
      : renderSearchPage(c.var.site, {
          form,
          sections: results.sections,
          latest: results.latest,
          results: {
            ...results,
            nextHref: results.next === null ? null : searchAddress(form, formatPlace(results.next)),
            firstHref: cursor === null ? null : searchAddress(form),
          },
        });
  return answerPublicly(page, htmlType, [tags.lists, tags.site]);
}

function buildSearchRequest(form: SearchForm, cursor: string | null) {
  const { query, order, section, since, until } = form;
  return {
    query,
    order,
    section,
    since: since?.start ?? null,
    until: until === null ? null : until.start + day,
    after: cursor === null ? null : parsePlace(cursor),
    limit: perPage,
  };
}

/** A place as it stands in the address: its rank, one digit, and its position, of a page with a minus. */
function formatPlace({ rank, position }: SearchPlace): string {
  return `${rank}${writeCursor(position)}`;
}

/** Parses the cursor of a results page. AppError not-found if it is invalid. */
function parsePlace(cursor: string): SearchPlace {
  const rank = Number.parseInt(cursor.charAt(0), 10);
  const [, sign = "", digits = ""] = /^.(-?)(.*)$/s.exec(cursor) ?? [];
  const distance = parseCursor(digits);
  // A page has a negative position.
  const position = distance === null || sign === "" ? distance : -distance;
  if (Number.isNaN(rank) || position === null) throw noSuchPage();
  return { rank, position };
}
