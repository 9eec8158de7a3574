import { maxQueryLength } from "../search/search-query.ts";
import type { Section } from "../article/article.ts";
import { searchPath } from "../addresses/public.ts";
import { html, type Html } from "../html/template.ts";
import { searchWords } from "../vietnamese/words/search.ts";
import { isFiltered, searchAddress } from "./search-form.ts";
import type { SearchForm } from "./search-form.ts";

/** The form of the search page, with what was asked in it. */
export function renderSearchFields(form: SearchForm, sections: readonly Section[]): Html {
  return html`<form
    class="search-form"
    role="search"
    aria-label="${searchWords.landmark}"
    action="${searchPath}"
  >
    <div class="search-words">
      <label for="q">${searchWords.field}</label>
      <input
        id="q"
        type="search"
        name="q"
        value="${form.query.text}"
        maxlength="${maxQueryLength}"
        autocomplete="off"
        enterkeyhint="search"
      />
      <button type="submit">${searchWords.submit}</button>
    </div>
    ${renderFilters(form, sections)}
    ${form.order === "newest" ? html`<input type="hidden" name="sort" value="newest" />` : null}
  </form>`;
}

/** Folded until they are used. */
function renderFilters(form: SearchForm, sections: readonly Section[]): Html {
  const isUsed = isFiltered(form);
  return html`<details class="search-filters" ${isUsed ? html`open` : null}>
    <summary>${searchWords.filters}</summary>
    <div>
      <p>
        <label for="section">${searchWords.section}</label>
        <select id="section" name="section">
          <option value="">${searchWords.everySection}</option>
          ${sections.map((section) => renderSectionOption(section, form.section))}
        </select>
      </p>
      ${renderDateField("from", searchWords.since, form.since?.text)}
      ${renderDateField("to", searchWords.until, form.until?.text)}
      ${isUsed ? html`<p><a href="${searchAddress(withoutFilters(form))}">${searchWords.clearFilters}</a></p>` : null}
    </div>
  </details>`;
}

function renderSectionOption({ slug, name }: Section, chosen: string | null): Html {
  const mark = slug === chosen ? html` selected` : null;
  return html`<option value="${slug}" ${mark}>${name}</option>`;
}

function renderDateField(name: string, label: string, value = ""): Html {
  return html`<p>
    <label for="${name}">${label}</label>
    <input id="${name}" type="date" name="${name}" value="${value}" />
  </p>`;
}

export function withoutFilters(form: SearchForm): SearchForm {
  return { ...form, section: null, since: null, until: null };
}
