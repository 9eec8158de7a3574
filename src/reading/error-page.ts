import { publicPath, searchPath } from "../addresses/public.ts";
import type { Section } from "../article/article.ts";
import { listLookupAddresses } from "../article/old-address.ts";
import { readRedirect } from "../article/redirect-store.ts";
import type { AppContext } from "../context.ts";
import { cachePublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { renderDocument, htmlType, renderPage } from "../html/page.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { logFailure } from "../log.ts";
import { readLatest } from "../published/list-store.ts";
import type { PublishedCard } from "../published/published.ts";
import { renderLatestInstead } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";
import { withoutMeasurement } from "../site.ts";
import type { Site } from "../site.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

export type ErrorStatus = keyof typeof readingWords.errors;

/** A failure as a page for readers. It is not cached, because what is missing now may be there in a minute. */
export async function errorAnswer(c: AppContext, status: ErrorStatus): Promise<Response> {
  const site = c.var.site ?? null;
  const { sections, latest } =
    status === 500 || status === 429
      ? { sections: [], latest: [] }
      : await readLatestIfPossible(c.env.DB);
  return new Response(renderErrorPage(site, sections, status, latest, c.var.errorId), {
    status,
    headers: { "content-type": htmlType },
  });
}

async function readLatestIfPossible(db: D1Database): ReturnType<typeof readLatest> {
  try {
    return await readLatest(db);
  } catch (error) {
    logFailure("the latest articles could not be read for an error page", error);
    return { sections: [], latest: [] };
  }
}

/**
 * A page that could not be had, and ways on from there. `site` is null while its settings cannot be read; `sections`
 * and `latest` are empty where the database cannot be asked.
 */
export function renderErrorPage(
  site: Site | null,
  sections: readonly Section[],
  status: ErrorStatus,
  latest: readonly PublishedCard[] = [],
  errorId?: string,
): string {
  const title = readingWords.errors[status].title;
  const head = html`<meta name="robots" content="noindex" />`;
  const main = renderErrorMain(status, sections, latest, errorId);
  if (site === null)
    return renderDocument({
      title,
      head: html`${head} ${listStyle.element}`,
      body: html`<main id="noi-dung">${main}</main>`,
    });
  // The address of an error page may be a secret one, such as that of a preview link that has ended.
  return renderPage(withoutMeasurement(site), sections, {
    title,
    style: listStyle,
    head,
    current: null,
    hasOwnSearch: true,
    main,
  });
}

function renderErrorMain(
  status: ErrorStatus,
  sections: readonly Section[],
  latest: readonly PublishedCard[],
  errorId?: string,
): Html {
  const words = readingWords.errors[status];
  return html`<div class="wrap error">
    <p class="error-code">${status}</p>
    <h1>${words.title}</h1>
    <p>${words.detail}</p>
    ${errorId === undefined ? null : html`<p>${requestWords.errorId(errorId)}</p>`}
    ${status === 429 ? null : renderSearchInstead()}
    <p><a href="/">${readingWords.goHome}</a></p>
    ${renderLatestInstead(sections, latest, readingWords.latestInstead)}
  </div>`;
}

function renderSearchInstead(): Html {
  return html`<form class="search-big" action="${searchPath}">
    <label for="tim">${readingWords.searchInstead}</label>
    <span
      ><input id="tim" type="search" name="q" /><button type="submit">
        ${readingWords.search}
      </button></span
    >
  </form>`;
}

/** Answers an unknown address: an address of the older site redirects to its article, any other gets 404. */
export async function answerMissingPage(c: AppContext): Promise<Response> {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return errorAnswer(c, 404);
  const { pathname, search } = new URL(c.req.url);
  const asked = pathname + search;
  const redirect = await readRedirect(c.env.DB, listLookupAddresses(asked));
  if (redirect === null) return errorAnswer(c, 404);
  const headers = { location: publicPath(redirect) };
  const answer = new Response(null, { status: 301, headers });
  // Only the address as it is kept goes into the edge cache: its other spellings have no end.
  if (asked !== redirect.address) return answer;
  return cachePublicly(answer, "page", [tags.article(redirect.id)]);
}
