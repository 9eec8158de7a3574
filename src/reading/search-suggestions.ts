import { parseQuery } from "../search/search-query.ts";
import { joinGroupedNumbers } from "../search/other-spellings.ts";
import { splitWords } from "../search/search-words.ts";
import { html, type Html } from "../html/template.ts";
import { searchWords } from "../vietnamese/words/search.ts";
import { withoutFilters } from "./search-fields.ts";
import { isFiltered, searchAddress } from "./search-form.ts";
import type { SearchForm } from "./search-form.ts";

/** Suggestions when nothing was found. `missing` are the folded words that no article has. */
export function renderSuggestions(form: SearchForm, missing: readonly string[]): Html {
  return html`<section class="search-hints" aria-labelledby="thu">
    <h2 id="thu">${searchWords.tryThis}</h2>
    <ul>
      ${isFiltered(form) ? link(withoutFilters(form), searchWords.withoutFilters) : null}
      ${renderLinkWithoutMissing(form, missing)} ${renderLinkWithoutQuotes(form)}
      ${form.query.terms.length > 1 ? html`<li>${searchWords.fewerWords}</li>` : null}
      <li>${searchWords.anySpelling}</li>
    </ul>
  </section>`;
}

function renderLinkWithoutMissing(form: SearchForm, missing: readonly string[]): Html | null {
  const text = joinGroupedNumbers(form.query.text);
  const written = (isMissing: boolean): string[] =>
    splitWords(text)
      .filter((word) => missing.includes(word.folded) === isMissing)
      .map((word) => text.slice(word.start, word.end));
  const left = written(false);
  if (missing.length === 0 || left.length === 0) return null;
  return link(asking(form, left.join(" ")), searchWords.without(written(true)));
}

function renderLinkWithoutQuotes(form: SearchForm): Html | null {
  if (!/["“”„«»″]/.test(form.query.text)) return null;
  const words = splitWords(form.query.text).map(({ start, end }) =>
    form.query.text.slice(start, end),
  );
  return link(asking(form, words.join(" ")), searchWords.withoutQuotes);
}

function asking(form: SearchForm, text: string): SearchForm {
  return { ...form, query: parseQuery(text) };
}

function link(form: SearchForm, text: string): Html {
  return html`<li><a href="${searchAddress(form)}">${text}</a></li>`;
}
