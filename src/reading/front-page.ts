import type { FrontPage } from "../published/front-page.ts";
import type { CardContent } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { accentClass } from "../html/accent.ts";
import { sectionPath } from "../addresses/public.ts";
import { renderCard } from "../html/card.ts";
import { describePage, feedLinks } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { cardLines } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";

const leadSizes = "(min-width: 76rem) 48rem, (min-width: 60rem) 64vw, 100vw";
const gridSizes = "(min-width: 76rem) 24rem, (min-width: 40rem) 46vw, 7rem";
const blockSizes =
  "(min-width: 76rem) 17rem, (min-width: 60rem) 24vw, (min-width: 40rem) 40vw, 100vw";

export function renderFrontPage(
  site: Site,
  sections: readonly Section[],
  front: FrontPage,
): string {
  const description = `${site.tagline}. ${site.agency.name}.`;
  const photo = front.lead?.leadPhoto ?? null;
  return renderPage(site, sections, {
    title: null,
    style: listStyle,
    head: html`${describePage(site, { title: site.name, description, path: "/", type: "website", photo })}
    ${feedLinks(site, null)}`,
    current: "/",
    main: front.lead === null ? emptyFront() : stories(sections, front, front.lead),
  });
}

function emptyFront(): Html {
  return html`<p class="wrap empty">${readingWords.emptySite}</p>`;
}

function stories(
  sections: readonly Section[],
  { latest, more, blocks }: FrontPage,
  lead: CardContent,
): Html {
  return html`<div class="wrap front">
    <div class="front-top">${leadStory(sections, lead)} ${latestList(sections, latest)}</div>
    ${more.length === 0 ? null : moreNews(sections, more)}
    <div class="blocks">
      ${sections.map((section) => sectionBlock(sections, section, blocks.find((block) => block.section === section.slug)?.cards ?? []))}
    </div>
  </div>`;
}

function leadStory(sections: readonly Section[], lead: CardContent): Html {
  return renderCard(sections, lead, {
    heading: 2,
    photo: leadSizes,
    lede: true,
    kicker: true,
    className: "card-lead",
    eager: true,
  });
}

function latestList(sections: readonly Section[], cards: readonly CardContent[]): Html | null {
  if (cards.length === 0) return null;
  return html`<section class="latest" aria-labelledby="moi-nhat">
    <h2 class="block-title" id="moi-nhat">${readingWords.latest}</h2>
    ${cardLines(sections, cards)}
  </section>`;
}

function moreNews(sections: readonly Section[], cards: readonly CardContent[]): Html {
  return html`<section class="more" aria-labelledby="tin-moi">
    <h2 class="block-title" id="tin-moi">${readingWords.moreNews}</h2>
    <div class="grid">
      ${cards.map((item) =>
        renderCard(sections, item, {
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
  { slug, name }: Section,
  cards: readonly CardContent[],
): Html | null {
  if (cards.length === 0) return null;
  return html`<section class="block ${accentClass(sections, slug)}" aria-labelledby="muc-${slug}">
    <h2 class="block-title" id="muc-${slug}"><a href="${sectionPath(slug)}">${name}</a></h2>
    ${cards.map((item, place) =>
      renderCard(sections, item, {
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
