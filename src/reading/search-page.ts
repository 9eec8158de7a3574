import type { PublishedCard } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { describePage } from "../html/head.ts";
import { searchPath } from "../addresses/public.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { searchWords } from "../vietnamese/words/search.ts";
import { renderLatestInstead } from "./list-parts.ts";
import { searchStyle } from "./page-styles.ts";
import { renderSearchFields } from "./search-fields.ts";
import type { SearchForm } from "./search-form.ts";
import { renderFoundList, renderStatusLine } from "./search-results.ts";
import type { ShownResults } from "./search-results.ts";
import { renderSuggestions } from "./search-suggestions.ts";

export type SearchPageContent = {
  form: SearchForm;
  sections: readonly Section[];
  /** The newest articles, shown if there are no results. */
  latest: readonly PublishedCard[];
  /** Null when the query has no words. */
  results: ShownResults | null;
};

export function renderSearchPage(site: Site, content: SearchPageContent): string {
  const { form, sections } = content;
  const { text } = form.query;
  return renderPage(site, sections, {
    title: text === "" ? searchWords.title : searchWords.titleOf(text),
    style: searchStyle,
    head: text === "" ? describeStart(site) : html`<meta name="robots" content="noindex" />`,
    current: searchPath,
    hasOwnSearch: true,
    main: html`<div class="wrap search-page">
      <h1>${searchWords.title}</h1>
      ${renderSearchFields(form, sections)}
      ${content.results === null ? renderStart(content) : renderAnswer(content, content.results)}
    </div>`,
  });
}

function describeStart(site: Site): Html {
  return describePage(site, {
    title: searchWords.title,
    description: searchWords.description(site.name),
    path: searchPath,
    type: "website",
    photo: null,
  });
}

/** The page before a search. */
function renderStart({ form, sections, latest }: SearchPageContent): Html {
  return html`${form.query.text === "" ? null : html`<p class="search-status" role="status">${searchWords.noWords}</p>`}
    <section class="search-hints" aria-labelledby="cach-tim">
      <h2 id="cach-tim">${searchWords.hints}</h2>
      <ul>
        ${searchWords.hint.map((hint) => html`<li>${hint}</li>`)}
      </ul>
    </section>
    ${renderLatestInstead(sections, latest, searchWords.latestInstead)}`;
}

function renderAnswer(content: SearchPageContent, results: ShownResults): Html {
  const { form, sections, latest } = content;
  return html`${renderStatusLine(form, sections, results)}
  ${
    results.found.length === 0 && results.firstHref === null
      ? html`${renderSuggestions(form, results.missing)}
        ${renderLatestInstead(sections, latest, searchWords.latestInstead)}`
      : renderFoundList(form, sections, results)
  }`;
}
