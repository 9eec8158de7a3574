import type { CardContent, PublishedCard } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { renderCard } from "../html/card.ts";
import { html, type Html } from "../html/template.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

const firstSizes = "(min-width: 76rem) 42rem, (min-width: 48rem) 56vw, 100vw";
const gridSizes = "(min-width: 76rem) 24rem, (min-width: 40rem) 46vw, 7rem";

/** The articles of a list, the first one large. `kicker` says each one's section. */
export function renderCardGrid(
  sections: readonly Section[],
  cards: readonly PublishedCard[],
  { kicker }: { kicker: boolean },
): Html {
  return html`<div class="grid">
    ${cards.map((item, place) =>
      renderCard(sections, item, {
        heading: 2,
        photo: place === 0 ? firstSizes : gridSizes,
        lede: true,
        kicker,
        className: place === 0 ? "card-wide" : "card-tile",
        eager: place === 0,
      }),
    )}
  </div>`;
}

/** The newest articles, for a page that has nothing else to show; null if there are none. */
export function renderLatestInstead(
  sections: readonly Section[],
  latest: readonly PublishedCard[],
  title: string,
): Html | null {
  if (latest.length === 0) return null;
  return html`<section class="latest-instead" aria-labelledby="moi-nhat">
    <h2 class="block-title" id="moi-nhat">${title}</h2>
    <div class="grid">${renderCardLines(sections, latest)}</div>
  </section>`;
}

/** Articles as lines without photo or lede. */
export function renderCardLines(
  sections: readonly Section[],
  cards: readonly CardContent[],
): Html[] {
  return cards.map((item) =>
    renderCard(sections, item, {
      heading: 3,
      photo: null,
      lede: false,
      kicker: true,
      className: "card-line",
      eager: false,
    }),
  );
}

/** Ways on from a page of a list: to what is older, and back to its first page. */
export function renderPager(
  olderHref: string | null,
  newestHref: string | null,
  words: { older: string; newest: string } = {
    older: readingWords.olderPage,
    newest: listWords.newestPage,
  },
): Html | null {
  if (olderHref === null && newestHref === null) return null;
  return html`<nav class="pager" aria-label="${readingWords.pages}">
    ${newestHref === null ? null : html`<a href="${newestHref}">← ${words.newest}</a>`}
    ${olderHref === null ? null : html`<a rel="next" href="${olderHref}">${words.older} →</a>`}
  </nav>`;
}
