import type { PublishedCard } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { chooseAccentClass } from "../html/accent.ts";
import { sectionPath, sectionRssPath } from "../addresses/public.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { renderIcon } from "../html/icons.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { renderCardGrid, renderPager } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";
import type { PreviewFrame } from "./unsaved-preview.ts";

export type SectionPageContent = {
  sections: readonly Section[];
  section: Section;
  /** Newest first. */
  cards: readonly PublishedCard[];
  /** Site-relative address of this page, with its cursor. */
  path?: string;
  olderHref: string | null;
  /** Address of the first page; null on the first page itself. */
  newestHref?: string | null;
  preview?: PreviewFrame;
};

export function renderSectionPage(site: Site, content: SectionPageContent): string {
  const { section, sections, preview } = content;
  return renderPage(site, sections, {
    title: section.name,
    style: listStyle,
    head: html`${describePage(site, {
      title: section.name,
      description: readingWords.sectionDescription(section.name, site.name),
      path: content.path ?? sectionPath(section.slug),
      type: "website",
      photo: content.cards[0]?.leadPhoto ?? null,
    })}
    ${renderFeedLinks(site, section)}${preview?.head ?? null}`,
    banner: preview?.banner ?? null,
    current: section.slug,
    main: renderSectionMain(content),
  });
}

function renderSectionMain(content: SectionPageContent): Html {
  const { section, sections, cards } = content;
  return html`<div class="wrap list ${chooseAccentClass(sections, section.slug)}">
    <div class="list-head">
      <h1>${section.name}</h1>
      <a class="feed-link" href="${sectionRssPath(section.slug)}"
        >${renderIcon("rss")}${readingWords.rss}</a
      >
    </div>
    ${cards.length === 0 ? html`<p class="empty">${readingWords.emptySection}</p>` : null}
    ${renderCardGrid(sections, cards, { kicker: false })}
    ${renderPager(content.olderHref, content.newestHref ?? null)}
  </div>`;
}
