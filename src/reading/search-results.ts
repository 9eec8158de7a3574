import { queryHasDiacritics } from "../search/search-query.ts";
import type { FoundText, SearchResults } from "../search/search.ts";
import type { TextPiece } from "../search/search-excerpt.ts";
import { maxCounted } from "../search/search-store.ts";
import type { SearchOrder } from "../search/search-store.ts";
import type { Section } from "../article/article.ts";
import { chooseAccentClass } from "../html/accent.ts";
import { articlePath, pagePath, sectionPath } from "../addresses/public.ts";
import { renderPicture, chooseShapeClasses } from "../html/picture.ts";
import { html, type Html } from "../html/template.ts";
import { renderDayTime } from "../html/time.ts";
import { formatShortDate } from "../vietnamese/dates.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { searchWords } from "../vietnamese/words/search.ts";
import { searchAddress } from "./search-form.ts";
import type { SearchForm } from "./search-form.ts";

export type ShownResults = Pick<SearchResults, "found" | "total" | "missing"> & {
  /** The addresses of the next and of the first page of results. Null if there is no next page, or if this is the first. */
  nextHref: string | null;
  firstHref: string | null;
};

const photoSizes = "(min-width: 48rem) 12rem, 6rem";

/** How many articles were found, and which parts of the search were ignored. */
export function renderStatusLine(
  form: SearchForm,
  sections: readonly Section[],
  results: ShownResults,
): Html {
  const { isCut } = form.query;
  const notes = [
    ...form.wrongDates.map(searchWords.wrongDate),
    ...(isReversed(form) ? [searchWords.datesReversed] : []),
    ...(isCut ? [searchWords.cut] : []),
  ];
  return html`<div class="search-status" role="status">
    <p>${summarise(form, results)}${describeScope(form, sections)}.</p>
    ${notes.map((note) => html`<p class="search-note">${note}</p>`)}
  </div>`;
}

function isReversed({ since, until }: SearchForm): boolean {
  return since !== null && until !== null && since.start > until.start;
}

/** How many articles have the words. Articles that only have a longer word are not counted. */
function summarise(form: SearchForm, { total, found }: ShownResults): string {
  const { text } = form.query;
  if (total === 0 && found.length > 0) return searchWords.onlyBeginning(text, lastWord(form));
  if (total === 0) return searchWords.notFound(text);
  const count =
    total > maxCounted ? searchWords.foundMore(maxCounted, text) : searchWords.found(total, text);
  const exact = found.filter((item) => item.isExact).length;
  return queryHasDiacritics(form.query) && exact < total ? count + searchWords.anyMarks : count;
}

function describeScope(
  { section, since, until }: SearchForm,
  sections: readonly Section[],
): string {
  const name = sections.find((known) => known.slug === section)?.name ?? section;
  const day = (at: number | undefined): string | null =>
    at === undefined ? null : formatShortDate(new Date(at));
  return (
    (name === null ? "" : searchWords.inSection(name)) +
    searchWords.published(day(since?.start), day(until?.start))
  );
}

/** The results, with links to other pages. Articles with only a longer word stand apart, after those that have the word. */
export function renderFoundList(
  form: SearchForm,
  sections: readonly Section[],
  { found, nextHref, firstHref }: ShownResults,
): Html {
  const whole = found.filter((item) => !item.isByBeginning);
  const begun = found.filter((item) => item.isByBeginning);
  return html`${renderOrders(form)}
    <section aria-label="${searchWords.results}">
      ${found.length === 0 ? html`<p class="empty">${searchWords.nothingMore}</p>` : null}
      ${renderResultList(whole, sections)}
      ${begun.length === 0 ? null : html`<p class="search-beginning">${searchWords.beginningWith(lastWord(form))}</p>`}
      ${renderResultList(begun, sections)}
    </section>
    ${renderPager(nextHref, firstHref)}`;
}

function lastWord({ query }: SearchForm): string {
  return /[\p{L}\p{N}\p{M}]+$/u.exec(query.text)?.[0] ?? query.text;
}

function renderOrders(form: SearchForm): Html {
  return html`<nav class="search-orders" aria-label="${searchWords.order}">
    ${renderOrderLink(form, "relevance")} ${renderOrderLink(form, "newest")}
  </nav>`;
}

function renderOrderLink(form: SearchForm, order: SearchOrder): Html {
  const current = form.order === order ? html` aria-current="true"` : null;
  return html`<a href="${searchAddress({ ...form, order })}" ${current}
    >${searchWords.orders[order]}</a
  >`;
}

function renderResultList(found: readonly FoundText[], sections: readonly Section[]): Html | null {
  if (found.length === 0) return null;
  return html`<ol class="results">
    ${found.map((item) => html`<li>${renderResult(item, sections)}</li>`)}
  </ol>`;
}

function renderResult(found: FoundText, sections: readonly Section[]): Html {
  const { card } = found;
  if ("kind" in card) {
    return html`<article class="card result card-plain">
      <div class="card-text">
        <p class="card-about"><span class="kicker">${searchWords.page}</span></p>
        ${renderWords(found, pagePath(card.slug))}
      </div>
    </article>`;
  }
  const { slug, section, leadPhoto } = card;
  return html`<article
    class="card result ${chooseAccentClass(sections, section.slug)}${leadPhoto === null ? " card-plain" : ""}"
  >
    ${
      leadPhoto === null
        ? null
        : html`<div class="card-photo${chooseShapeClasses(leadPhoto)}">
            ${renderPicture(leadPhoto, { sizes: photoSizes, loading: "lazy" })}
          </div>`
    }
    <div class="card-text">
      <p class="card-about">
        <a class="kicker" href="${sectionPath(section.slug)}">${section.name}</a>
        ${renderDayTime(card.publishedAt)}
      </p>
      ${renderWords(found, articlePath(slug))}
    </div>
  </article>`;
}

function renderWords({ title, excerpt }: FoundText, path: string): Html {
  return html`<h2 class="card-title"><a href="${path}">${markWords(title)}</a></h2>
    <p class="card-lede">${markWords(excerpt)}</p>`;
}

function markWords(pieces: readonly TextPiece[]): (Html | string)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text));
}

function renderPager(nextHref: string | null, firstHref: string | null): Html | null {
  if (nextHref === null && firstHref === null) return null;
  return html`<nav class="pager" aria-label="${readingWords.pages}">
    ${firstHref === null ? null : html`<a href="${firstHref}">← ${searchWords.backToFirst}</a>`}
    ${nextHref === null ? null : html`<a rel="next" href="${nextHref}">${searchWords.next} →</a>`}
  </nav>`;
}
