import type { Section } from "../article/article.ts";
import type { Site } from "../site.ts";
import { frameWords } from "../vietnamese/words/frame.ts";
import type { FrameWords, Language } from "../vietnamese/words/frame.ts";
import { chooseAccentClass } from "./accent.ts";
import { searchPath, sectionPath } from "../addresses/public.ts";
import { renderIcon } from "./icons.ts";
import type { MenuEntry } from "../menu.ts";
import { renderMenuItems } from "./site-menu.ts";
import { renderSiteMark } from "./site-mark.ts";
import { html, type Html } from "./template.ts";

export type HeaderContent = {
  /** "/" on the front page (its name is then the page's h1), a section's slug in it, else null. */
  current: string | null;
  language: Language;
  /** Whether the page has a search form, so that the header needs none. */
  hasOwnSearch: boolean;
};

export function renderSiteHeader(
  site: Site,
  sections: readonly Section[],
  { current, language, hasOwnSearch }: HeaderContent,
): Html {
  const words = frameWords[language];
  const menu = site.menus.header;
  return html`<header class="masthead">
    <div class="agency-bar">
      <div class="wrap">
        <p lang="vi">${site.agency.parent} <b>${site.agency.name}</b></p>
        <a lang="vi" href="${site.portal.url}" rel="noopener">${site.portal.name}</a>
        ${renderThemeSwitch(words)}
      </div>
    </div>
    <div class="brand-bar wrap">
      ${renderBrand(site, current === "/")} ${hasOwnSearch ? null : renderSearch(words)}
    </div>
    ${
      sections.length === 0 && menu === null
        ? null
        : renderSectionMenu(sections, { menu, current, words })
    }
  </header>`;
}

function renderBrand(site: Site, isFront: boolean): Html {
  const link = html`<a class="brand" lang="vi" href="/"
    >${renderSiteMark()}<span class="brand-text"
      ><span class="brand-name">${site.name}</span>
      <span class="brand-tagline">${site.tagline}</span></span
    ></a
  >`;
  return isFront
    ? html`<h1 class="brand-heading">${link}</h1>`
    : html`<p class="brand-heading">${link}</p>`;
}

/** A form on a wide screen, a link to the search page on a narrow one. */
function renderSearch(words: FrameWords): Html {
  return html`<form class="search" role="search" action="${searchPath}">
      <input
        type="search"
        name="q"
        aria-label="${words.searchField}"
        placeholder="${words.searchHint}"
      />
      <button type="submit" aria-label="${words.search}">${renderIcon("search")}</button>
    </form>
    <a class="search-link" href="${searchPath}" aria-label="${words.search}"
      >${renderIcon("search")}</a
    >`;
}

/** Shown where there is script: see src/client/display-choices.ts. */
function renderThemeSwitch(words: FrameWords): Html {
  return html`<button
    class="theme scripted"
    type="button"
    aria-pressed="false"
    aria-label="${words.darkTheme}"
  >
    ${renderIcon("theme")}
  </button>`;
}

/** The menu of the site, or its sections if it has none. Folded on a narrow screen, a bar on a wide one (see site-header.css). */
function renderSectionMenu(
  sections: readonly Section[],
  { menu, current, words }: { menu: MenuEntry[] | null; current: string | null; words: FrameWords },
): Html {
  const name = menu === null ? words.sections : words.menu;
  return html`<nav class="sections" aria-label="${name}">
    <details class="wrap">
      <summary aria-label="${name}">${renderIcon("menu")}</summary>
      <ul>
        <li>
          <a href="/" ${current === "/" ? html` aria-current="page"` : null}>${words.home}</a>
        </li>
        ${
          menu === null
            ? sections.map((section) => renderSectionItem(sections, section, current))
            : renderMenuItems(menu, sections, current)
        }
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
  return html`<li class="${chooseAccentClass(sections, section.slug)}">
    <a lang="vi" href="${sectionPath(section.slug)}" ${mark}>${section.name}</a>
  </li>`;
}
