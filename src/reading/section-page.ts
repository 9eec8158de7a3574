import type { PublishedCard } from "../article/published.ts";
import type { Section } from "../article/section.ts";
import { accentClass } from "../html/accent.ts";
import { sectionPath } from "../html/addresses.ts";
import { card } from "../html/card.ts";
import { describePage, feedLinks } from "../html/head.ts";
import { icon } from "../html/icons.ts";
import { page } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { listStyle } from "./page-styles.ts";

export type SectionPage = {
  sections: readonly Section[];
  section: Section;
  /** Newest first. */
  cards: readonly PublishedCard[];
  /** Site-relative address of this page, with its cursor. */
  path?: string;
  /** Addresses of the pages after and before this one in time. */
  olderHref: string | null;
  newerHref?: string | null;
};

const firstSizes = "(min-width: 76rem) 42rem, (min-width: 48rem) 56vw, 100vw";
const gridSizes = "(min-width: 76rem) 24rem, (min-width: 40rem) 46vw, 7rem";

export function sectionPage(site: Site, content: SectionPage): string {
  const { section, sections } = content;
  return page(site, sections, {
    title: section.name,
    style: listStyle,
    head: html`${describePage(site, {
      title: section.name,
      description: readingWords.sectionDescription(section.name, site.name),
      path: content.path ?? sectionPath(section.slug),
      type: "website",
      photo: content.cards[0]?.leadPhoto ?? null,
    })}
    ${feedLinks(site, section)}`,
    current: section.slug,
    main: sectionMain(content),
  });
}

function sectionMain(content: SectionPage): Html {
  const { section, sections, cards } = content;
  return html`<div class="wrap list ${accentClass(sections, section.slug)}">
    <div class="list-head">
      <h1>${section.name}</h1>
      <a class="feed-link" href="${sectionPath(section.slug)}/rss.xml"
        >${icon("rss")}${readingWords.rss}</a
      >
    </div>
    ${cards.length === 0 ? html`<p class="empty">${readingWords.emptySection}</p>` : null}
    <div class="grid">${cards.map((item, place) => listCard(sections, item, place === 0))}</div>
    ${pager(content.olderHref, content.newerHref ?? null)}
  </div>`;
}

function listCard(sections: readonly Section[], item: PublishedCard, isFirst: boolean): Html {
  return card(sections, item, {
    heading: 2,
    photo: isFirst ? firstSizes : gridSizes,
    lede: true,
    kicker: false,
    className: isFirst ? "card-wide" : "card-tile",
    eager: isFirst,
  });
}

function pager(olderHref: string | null, newerHref: string | null): Html | null {
  if (olderHref === null && newerHref === null) return null;
  return html`<nav class="pager" aria-label="${readingWords.pages}">
    ${newerHref === null ? null : html`<a rel="prev" href="${newerHref}">← ${readingWords.newerPage}</a>`}
    ${olderHref === null ? null : html`<a rel="next" href="${olderHref}">${readingWords.olderPage} →</a>`}
  </nav>`;
}
