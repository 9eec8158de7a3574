import type { PublishedCard } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { accentClass } from "../html/accent.ts";
import { sectionPath } from "../addresses/public.ts";
import { card } from "../html/card.ts";
import { describePage, feedLinks } from "../html/head.ts";
import { page } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { cardLines } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";

export type FrontPageContent = {
  sections: readonly Section[];
  /** The story on top: null on a site without articles. */
  lead: PublishedCard | null;
  /** Newest first, without the lead: the first few stand beside it, the others below. */
  latest: readonly PublishedCard[];
  /** Newest first in each; a section without articles is left out of the page. */
  bySection: readonly { section: Section; cards: readonly PublishedCard[] }[];
};

/** How many of the latest stand beside the lead story, and up to how many in all: the rest fill rows of three. */
const beside = 6;
const shown = 12;

/** How many articles a section's block has, and at least has without repeating what stands above. */
const inBlock = 4;
const fewest = 3;

const leadSizes = "(min-width: 76rem) 48rem, (min-width: 60rem) 64vw, 100vw";
const gridSizes = "(min-width: 76rem) 24rem, (min-width: 40rem) 46vw, 7rem";
const blockSizes =
  "(min-width: 76rem) 17rem, (min-width: 60rem) 24vw, (min-width: 40rem) 40vw, 100vw";

export function frontPage(site: Site, content: FrontPageContent): string {
  const description = `${site.tagline}. ${site.agency.name}.`;
  const photo = content.lead?.leadPhoto ?? null;
  return page(site, content.sections, {
    title: null,
    style: listStyle,
    head: html`${describePage(site, { title: site.name, description, path: "/", type: "website", photo })}
    ${feedLinks(site, null)}`,
    current: "/",
    main: content.lead === null ? emptyFront() : front(content, content.lead),
  });
}

function emptyFront(): Html {
  return html`<p class="wrap empty">${readingWords.emptySite}</p>`;
}

function front(content: FrontPageContent, lead: PublishedCard): Html {
  const rest = content.latest.slice(beside, shown);
  const above = new Set([lead, ...content.latest.slice(0, shown)].map((item) => item.id));
  const blocks = content.bySection
    .map(({ section, cards }) => ({ section, cards: blockCards(cards, above) }))
    .filter((block) => block.cards.length > 0);
  return html`<div class="wrap front">
    <div class="front-top">
      ${leadStory(content.sections, lead)}
      ${latestList(content.sections, content.latest.slice(0, beside))}
    </div>
    ${rest.length === 0 ? null : moreNews(content.sections, rest)}
    <div class="blocks">${blocks.map((block) => sectionBlock(content.sections, block))}</div>
  </div>`;
}

/** What is not above already, if there is enough of it; a card with a photo first, if one of the newest has one. */
function blockCards(cards: readonly PublishedCard[], above: ReadonlySet<string>): PublishedCard[] {
  const unseen = cards.filter((item) => !above.has(item.id));
  const newest = (unseen.length < fewest ? cards : unseen).slice(0, inBlock);
  const first = newest.find((item) => item.leadPhoto !== null) ?? newest[0];
  return first === undefined ? [] : [first, ...newest.filter((item) => item !== first)];
}

function leadStory(sections: readonly Section[], lead: PublishedCard): Html {
  return card(sections, lead, {
    heading: 2,
    photo: leadSizes,
    lede: true,
    kicker: true,
    className: "card-lead",
    eager: true,
  });
}

function latestList(sections: readonly Section[], cards: readonly PublishedCard[]): Html | null {
  if (cards.length === 0) return null;
  return html`<section class="latest" aria-labelledby="moi-nhat">
    <h2 class="block-title" id="moi-nhat">${readingWords.latest}</h2>
    ${cardLines(sections, cards)}
  </section>`;
}

function moreNews(sections: readonly Section[], cards: readonly PublishedCard[]): Html {
  return html`<section class="more" aria-labelledby="tin-moi">
    <h2 class="block-title" id="tin-moi">${readingWords.moreNews}</h2>
    <div class="grid">
      ${cards.map((item) =>
        card(sections, item, {
          heading: 3,
          photo: gridSizes,
          lede: true,
          kicker: true,
          className: "card-tile",
          eager: false,
        }),
      )}
    </div>
  </section>`;
}

function sectionBlock(
  sections: readonly Section[],
  block: { section: Section; cards: readonly PublishedCard[] },
): Html {
  const { slug, name } = block.section;
  return html`<section class="block ${accentClass(sections, slug)}" aria-labelledby="muc-${slug}">
    <h2 class="block-title" id="muc-${slug}"><a href="${sectionPath(slug)}">${name}</a></h2>
    ${block.cards.map((item, place) =>
      card(sections, item, {
        heading: 3,
        photo: place === 0 ? blockSizes : null,
        lede: place === 0,
        kicker: false,
        className: place === 0 ? "card-first" : "card-line",
        eager: false,
      }),
    )}
  </section>`;
}
