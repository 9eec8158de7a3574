import type { CardPhoto, PublishedCard } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { describePage, renderFeedLinks, renderJsonLd } from "../html/head.ts";
import type { JsonValue } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { renderCardGrid, renderPager } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";

export type ListPageContent = {
  sections: readonly Section[];
  /** What kind of list it is, said above its name: "Từ khóa". */
  kind: string;
  name: string;
  description: string;
  /** Site-relative address of this page, with its cursor. */
  path: string;
  /** Newest first. */
  cards: readonly PublishedCard[];
  olderHref: string | null;
  /** Address of the first page; null on the first page itself. */
  newestHref: string | null;
  /** What stands between the name and the articles, and at the end. */
  before?: Html | null;
  /** What stands for the page where it is shared; without it the photo of the first article. */
  photo?: CardPhoto | null;
  linkedData?: JsonValue;
  after?: Html | null;
};

/** A list of articles from every section: of a tag, an author, a month. */
export function articleListPage(site: Site, content: ListPageContent): string {
  const { sections, name, description, path } = content;
  const photo = content.photo ?? content.cards[0]?.leadPhoto ?? null;
  return renderPage(site, sections, {
    title: `${content.kind}: ${name}`,
    style: listStyle,
    head: html`${describePage(site, { title: name, description, path, type: "website", photo })}
    ${renderFeedLinks(site, null)}
    ${content.linkedData === undefined ? null : renderJsonLd(content.linkedData)}`,
    current: path,
    main: listMain(content),
  });
}

function listMain(content: ListPageContent): Html {
  const { sections, cards } = content;
  return html`<div class="wrap list">
    ${listHead(content.kind, content.name)} ${content.before ?? null}
    ${cards.length === 0 ? html`<p class="empty">${listWords.nothingOlder}</p>` : null}
    ${renderCardGrid(sections, cards, { kicker: true })}
    ${renderPager(content.olderHref, content.newestHref)} ${content.after ?? null}
  </div>`;
}

/** The name of a list under the word for what it is. */
export function listHead(kind: string, name: string): Html {
  return html`<div class="list-head">
    <h1><span class="list-kind">${kind}</span> ${name}</h1>
  </div>`;
}
