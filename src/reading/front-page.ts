import type { BlockChoice, FrontPage } from "../published/front-page.ts";
import type { CardContent } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { chooseAccentClass } from "../html/accent.ts";
import { mostReadPath, sectionPath, topicPath } from "../addresses/public.ts";
import { renderCard } from "../html/card.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { renderPicture } from "../html/picture.ts";
import type { WriteAddress } from "../html/picture.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { renderCardLines } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";
import type { PreviewFrame } from "./unsaved-preview.ts";

const leadSizes = "(min-width: 76rem) 48rem, (min-width: 60rem) 64vw, 100vw";
const gridSizes = "(min-width: 76rem) 24rem, (min-width: 40rem) 46vw, 7rem";
const blockSizes =
  "(min-width: 76rem) 17rem, (min-width: 60rem) 24vw, (min-width: 40rem) 40vw, 7rem";

const bannerSizes = "(min-width: 76rem) 76rem, 100vw";

/** `preview.writeAddress` writes the addresses of banners, whose photos only staff may see before they are saved. */
export function renderFrontPage(
  site: Site,
  sections: readonly Section[],
  front: FrontPage,
  preview: Partial<PreviewFrame> & { writeAddress?: WriteAddress } = {},
): string {
  const description = `${site.tagline}. ${site.agency.name}.`;
  const photo = front.lead?.leadPhoto ?? null;
  return renderPage(site, sections, {
    title: null,
    style: listStyle,
    head: html`${describePage(site, { title: site.name, description, path: "/", type: "website", photo })}
    ${renderFeedLinks(site, null)}${preview.head ?? null}`,
    banner: preview.banner ?? null,
    current: "/",
    main:
      front.lead === null
        ? renderEmptyFront()
        : renderStories(sections, front, front.lead, preview.writeAddress ?? keepAddress),
  });
}

const keepAddress: WriteAddress = (path) => path;

function renderEmptyFront(): Html {
  return html`<p class="wrap empty">${readingWords.emptySite}</p>`;
}

function renderStories(
  sections: readonly Section[],
  { beside, more, blocks }: FrontPage,
  lead: CardContent,
  writeAddress: WriteAddress,
): Html {
  return html`<div class="wrap front">
    <div class="front-top">
      ${renderLeadStory(sections, lead)} ${renderBeside(sections, beside)}
    </div>
    ${more.length === 0 ? null : renderMoreNews(sections, more)}
    <div class="blocks">
      ${blocks.map((block, place) => renderBlock(sections, block, place, writeAddress))}
    </div>
  </div>`;
}

function renderLeadStory(sections: readonly Section[], lead: CardContent): Html {
  return renderCard(sections, lead, {
    heading: 2,
    photo: leadSizes,
    lede: true,
    kicker: true,
    className: "card-lead",
    eager: true,
  });
}

function renderBeside(
  sections: readonly Section[],
  { cards, isChosen }: FrontPage["beside"],
): Html | null {
  if (cards.length === 0) return null;
  return html`<section class="latest" aria-labelledby="moi-nhat">
    <h2 class="block-title" id="moi-nhat">
      ${isChosen ? readingWords.featured : readingWords.latest}
    </h2>
    ${renderCardLines(sections, cards)}
  </section>`;
}

function renderMoreNews(sections: readonly Section[], cards: readonly CardContent[]): Html {
  return html`<section class="more" aria-labelledby="tin-khac">
    <h2 class="block-title" id="tin-khac">${readingWords.moreNews}</h2>
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

function renderBlock(
  sections: readonly Section[],
  block: FrontPage["blocks"][number],
  place: number,
  writeAddress: WriteAddress,
): Html | null {
  if (block.kind === "banner") return renderBanner(block, writeAddress);
  if (block.kind === "links") return renderLinkRow(block, place);
  if (block.kind === "most-read") return renderMostRead(sections, block.cards);
  if (block.kind === "topic") {
    const { topic, name, cards } = block;
    return renderCardBlock(sections, cards, {
      id: `dong-${topic}`,
      title: html`<a href="${topicPath(topic)}">${name}</a>`,
      accent: "",
    });
  }
  const section = sections.find(({ slug }) => slug === block.section);
  if (section === undefined) return null;
  return renderCardBlock(sections, block.cards, {
    id: `muc-${section.slug}`,
    title: html`<a href="${sectionPath(section.slug)}">${section.name}</a>`,
    accent: chooseAccentClass(sections, section.slug),
  });
}

function renderBanner(
  { href, photo }: Extract<BlockChoice, { kind: "banner" }>,
  writeAddress: WriteAddress,
): Html {
  return html`<p class="block block-wide block-banner">
    <a href="${href}"
      >${renderPicture(photo, { sizes: bannerSizes, loading: "lazy" }, writeAddress)}</a
    >
  </p>`;
}

function renderLinkRow(
  { title, links }: Extract<BlockChoice, { kind: "links" }>,
  place: number,
): Html {
  return html`<nav class="block block-wide" aria-labelledby="khoi-${place}">
    <h2 class="block-title" id="khoi-${place}">${title}</h2>
    <ul class="block-links">
      ${links.map(({ name, href }) => html`<li><a href="${href}" rel="noopener">${name}</a></li>`)}
    </ul>
  </nav>`;
}

function renderMostRead(sections: readonly Section[], cards: readonly CardContent[]): Html {
  return html`<section class="block" aria-labelledby="doc-nhieu">
    <h2 class="block-title" id="doc-nhieu"><a href="${mostReadPath}">${listWords.mostRead}</a></h2>
    ${renderCardLines(sections, cards)}
  </section>`;
}

function renderCardBlock(
  sections: readonly Section[],
  cards: readonly CardContent[],
  { id, title, accent }: { id: string; title: Html; accent: string },
): Html {
  return html`<section class="block ${accent}" aria-labelledby="${id}">
    <h2 class="block-title" id="${id}">${title}</h2>
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
