import type { Section } from "../article/article.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { accentClass } from "./accent.ts";
import { searchPath, sectionPath } from "../addresses/public.ts";
import { renderIcon } from "./icons.ts";
import { renderSiteMark } from "./site-mark.ts";
import { html, type Html } from "./template.ts";

/** `current` is "/" on the front page (its name is then the page's h1), a section's slug in it, else null. */
export function renderSiteHeader(
  site: Site,
  sections: readonly Section[],
  current: string | null,
): Html {
  return html`<header class="masthead">
    <div class="agency-bar">
      <div class="wrap">
        <p>${site.agency.parent} <b>${site.agency.name}</b></p>
        <a href="${site.portal.url}" rel="noopener">${site.portal.name}</a>
        ${renderThemeSwitch()}
      </div>
    </div>
    <div class="brand-bar wrap">
      ${renderBrand(site, current === "/")} ${renderSearchForm()}
      <a class="search-link" href="${searchPath}" aria-label="${readingWords.search}"
        >${renderIcon("search")}</a
      >
    </div>
    ${sections.length === 0 ? null : renderSectionMenu(sections, current)}
  </header>`;
}

function renderBrand(site: Site, isFront: boolean): Html {
  const link = html`<a class="brand" href="/"
    >${renderSiteMark()}<span class="brand-text"
      ><span class="brand-name">${site.name}</span>
      <span class="brand-tagline">${site.tagline}</span></span
    ></a
  >`;
  return isFront
    ? html`<h1 class="brand-heading">${link}</h1>`
    : html`<p class="brand-heading">${link}</p>`;
}

function renderSearchForm(): Html {
  return html`<form class="search" role="search" action="${searchPath}">
    <input
      type="search"
      name="q"
      aria-label="${readingWords.searchField}"
      placeholder="${readingWords.searchHint}"
    />
    <button type="submit" aria-label="${readingWords.search}">${renderIcon("search")}</button>
  </form>`;
}

/** Shown where there is script: see src/client/display-choices.ts. */
function renderThemeSwitch(): Html {
  return html`<button
    class="theme scripted"
    type="button"
    aria-pressed="false"
    aria-label="${readingWords.darkTheme}"
  >
    ${renderIcon("theme")}
  </button>`;
}

/** Folded on a narrow screen, a bar on a wide one (see site-header.css). */
function renderSectionMenu(sections: readonly Section[], current: string | null): Html {
  return html`<nav class="sections" aria-label="${readingWords.sections}">
    <details class="wrap">
      <summary>${renderIcon("menu")}${readingWords.sections}</summary>
      <ul>
        ${sections.map((section) => renderSectionItem(sections, section, current))}
      </ul>
    </details>
  </nav>`;
}

function renderSectionItem(
  sections: readonly Section[],
  section: Section,
  current: string | null,
): Html {
  const mark = section.slug === current ? html` aria-current="true"` : null;
  return html`<li class="${accentClass(sections, section.slug)}">
    <a href="${sectionPath(section.slug)}" ${mark}>${section.name}</a>
  </li>`;
}
