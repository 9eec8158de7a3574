import { correctionsPath, publicPath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { htmlType, renderPage } from "../html/page.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { renderShortTime } from "../html/time.ts";
import { readCorrectionPage } from "../published/correction-store.ts";
import type { ListedCorrection } from "../published/correction-store.ts";
import { correctionWords } from "../vietnamese/words/lists.ts";
import { renderPager } from "./list-parts.ts";
import { correctionStyle } from "./page-styles.ts";
import { listPageAddresses, readListPlace } from "./paging.ts";

const correctionsPerPage = 20;

/** GET /dinh-chinh: the corrections of public articles, newest first, and `?truoc=` for older ones. */
export async function getCorrections(c: AppContext): Promise<Response> {
  const place = readListPlace(c, correctionsPath);
  const { before } = place;
  const found = await readCorrectionPage(c.env.DB, { before, limit: correctionsPerPage });
  const { path, olderHref, newestHref } = listPageAddresses(place, found.older);
  const { title } = correctionWords;
  const description = correctionWords.description(c.var.site.name);
  const page = renderPage(c.var.site, found.sections, {
    title,
    style: correctionStyle,
    head: html`${describePage(c.var.site, { title, description, path, type: "website", photo: null })}
    ${renderFeedLinks(c.var.site, null)}`,
    current: correctionsPath,
    main: html`<div class="wrap list">
      <div class="list-head"><h1>${title}</h1></div>
      <p class="list-note">${correctionWords.lead}</p>
      ${renderCorrectionLines(found.corrections, newestHref === null)}
      ${renderPager(olderHref, newestHref, correctionWords)}
    </div>`,
  });
  return answerPublicly(page, htmlType, [tags.corrections, tags.site]);
}

function renderCorrectionLines(
  corrections: readonly ListedCorrection[],
  isFirstPage: boolean,
): Html {
  if (corrections.length === 0) {
    return html`<p class="empty">
      ${isFirstPage ? correctionWords.none : correctionWords.nothingOlder}
    </p>`;
  }
  return html`<ol class="correction-lines">
    ${corrections.map(
      ({ at, text, kind, slug, title }) =>
        html`<li>
          <h2><a href="${publicPath({ kind, slug })}">${title}</a></h2>
          <p class="correction-time">${renderShortTime(at)}</p>
          <p class="correction-text">${text}</p>
        </li>`,
    )}
  </ol>`;
}
