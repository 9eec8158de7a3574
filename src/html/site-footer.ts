import type { Section } from "../article/article.ts";
import type { Site } from "../site.ts";
import { frameWords } from "../vietnamese/words/frame.ts";
import type { FrameWords, Language } from "../vietnamese/words/frame.ts";
import {
  archivePath,
  authorsPath,
  correctionsPath,
  rssPath,
  sectionPath,
  siteMapPath,
  tagsPath,
} from "../addresses/public.ts";
import type { MenuEntry } from "../menu.ts";
import { renderFooterItems } from "./site-menu.ts";
import { renderIcon } from "./icons.ts";
import { html, type Html } from "./template.ts";

/** Who publishes the site and how to reach them: the identity block of NĐ 42/2022, Art. 4. */
export function renderSiteFooter(
  site: Site,
  sections: readonly Section[],
  language: Language,
): Html {
  const words = frameWords[language];
  const menu = site.menus.footer;
  return html`<footer class="footer">
    <div class="wrap">
      <div class="footer-identity">
        <p class="footer-name" lang="vi">${site.name}</p>
        ${renderIdentity(site, words)}
      </div>
      ${sections.length === 0 && menu === null ? null : renderFooterMenu(sections, menu, words)}
      <div class="footer-end">
        <p>${words.attribution(site.name)}</p>
        <p class="footer-links">
          <a lang="vi" href="${site.portal.url}" rel="noopener">${site.portal.name}</a>
          <a href="${archivePath}">${words.archive}</a>
          <a href="${tagsPath}">${words.tags}</a>
          <a href="${authorsPath}">${words.authors}</a>
          <a href="${correctionsPath}">${words.corrections}</a>
          <a href="${siteMapPath}">${words.siteMap}</a>
          <a href="${rssPath}">${renderIcon("rss")}${words.rss}</a>
          <a target="_self" href="#dau-trang">${words.toTop}</a>
        </p>
      </div>
    </div>
  </footer>`;
}

function renderIdentity({ agency }: Site, words: FrameWords): Html {
  return html`<dl>
    ${renderFact(words.agencyInCharge, agency.parent)} ${renderFact(words.agency, agency.name)}
    ${renderFact(words.responsible, agency.responsible)}
    ${renderFact(words.address, agency.address)}
    ${renderFact(words.phone, html`<a href="tel:${phoneAddress(agency.phone)}">${keepTogether(agency.phone)}</a>`)}
    ${renderFact(words.email, html`<a href="mailto:${agency.email}">${agency.email}</a>`)}
  </dl>`;
}

function renderFact(name: string, value: string | Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd lang="vi">${value}</dd>
  </div>`;
}

/** A number is read in one piece. */
function keepTogether(phone: string): string {
  return phone.replaceAll(" ", "\u00a0");
}

/** RFC 3966 has no spaces, dots or brackets in a number. */
function phoneAddress(phone: string): string {
  return phone.replace(/[^+\d]/g, "");
}

/** The menu of the footer, or the sections if it has none. */
function renderFooterMenu(
  sections: readonly Section[],
  menu: MenuEntry[] | null,
  words: FrameWords,
): Html {
  return html`<nav
    class="footer-sections"
    aria-label="${menu === null ? words.sectionsBelow : words.menuBelow}"
  >
    <ul>
      ${
        menu === null
          ? sections.map(
              ({ slug, name }) =>
                html`<li><a lang="vi" href="${sectionPath(slug)}">${name}</a></li>`,
            )
          : renderFooterItems(menu, sections)
      }
    </ul>
  </nav>`;
}
