import {
  atomPath,
  frontPath,
  jsonFeedPath,
  pagePath,
  rssPath,
  sectionPath,
  siteMapPath,
  topicPath,
} from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { htmlType, renderPage } from "../html/page.ts";
import { lookUpPages } from "../html/look-up-pages.ts";
import { html, type Html } from "../html/template.ts";
import { readSiteMap } from "../published/site-map-store.ts";
import type { SiteMap } from "../published/site-map-store.ts";
import type { Site } from "../site.ts";
import { siteMapWords as words } from "../vietnamese/words/site-map.ts";
import { indexStyle } from "./page-styles.ts";

/** GET /so-do: everything that readers may open, but the articles. */
export async function getSiteMap(c: AppContext): Promise<Response> {
  const page = renderSiteMap(c.var.site, await readSiteMap(c.env.DB));
  return answerPublicly(page, htmlType, [tags.pages, tags.site]);
}

type Link = [path: string, name: string];

function renderSiteMap(site: Site, { sections, topics, pages }: SiteMap): string {
  const description = words.description(site.name);
  return renderPage(site, sections, {
    title: words.title,
    style: indexStyle,
    head: html`${describePage(site, { title: words.title, description, path: siteMapPath, type: "website", photo: null })}
    ${renderFeedLinks(site, null)}`,
    current: siteMapPath,
    main: html`<div class="wrap list">
      <div class="list-head"><h1>${words.title}</h1></div>
      ${renderLinks("trang", words.pages, [
        [frontPath, words.front],
        ...pages.map(({ slug, title }): Link => [pagePath(slug), title]),
      ])}
      ${renderLinks(
        "chuyen-muc",
        words.sections,
        sections.map(({ slug, name }): Link => [sectionPath(slug), name]),
      )}
      ${renderLinks(
        "dong-su-kien",
        words.topics,
        topics.map(({ slug, name }): Link => [topicPath(slug), name]),
      )}
      ${renderLinks(
        "tra-cuu",
        words.lookUp,
        [...lookUpPages].filter(([path]) => path !== siteMapPath),
      )}
      ${renderLinks("nguon-tin", words.feeds, [
        [rssPath, "RSS"],
        [atomPath, "Atom"],
        [jsonFeedPath, "JSON Feed"],
      ])}
    </div>`,
  });
}

function renderLinks(id: string, title: string, links: readonly Link[]): Html | null {
  if (links.length === 0) return null;
  return html`<section class="index-group" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <ul>
      ${links.map(([path, name]) => html`<li><a href="${path}">${name}</a></li>`)}
    </ul>
  </section>`;
}
