import type { Section } from "../article/article.ts";
import type { Site } from "../site.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { archivePath, correctionsPath, rssPath, sectionPath } from "../addresses/public.ts";
import { renderIcon } from "./icons.ts";
import { html, type Html } from "./template.ts";

/** Who publishes the site and how to reach them: the identity block of NĐ 42/2022, Art. 4. */
export function renderSiteFooter(site: Site, sections: readonly Section[]): Html {
  return html`<footer class="footer">
    <div class="wrap">
      <div class="footer-identity">
        <p class="footer-name">${site.name}</p>
        ${renderIdentity(site)}
      </div>
      ${sections.length === 0 ? null : renderFooterSections(sections)}
      <div class="footer-end">
        <p>${readingWords.attribution(site.name)}</p>
        <p class="footer-links">
          <a href="${site.portal.url}" rel="noopener">${site.portal.name}</a>
          <a href="${archivePath}">${listWords.archive}</a>
          <a href="${correctionsPath}">${readingWords.corrections}</a>
          <a href="${rssPath}">${renderIcon("rss")}${readingWords.rss}</a>
          <a target="_self" href="#dau-trang">${readingWords.toTop}</a>
        </p>
      </div>
    </div>
  </footer>`;
}

function renderIdentity(site: Site): Html {
  const { agency } = site;
  return html`<dl>
    ${renderFact(readingWords.agencyInCharge, agency.parent)}
    ${renderFact(readingWords.agency, agency.name)}
    ${renderFact(readingWords.responsible, agency.responsible)}
    ${renderFact(readingWords.address, agency.address)}
    ${renderFact(readingWords.phone, html`<a href="tel:${phoneAddress(agency.phone)}">${unbroken(agency.phone)}</a>`)}
    ${renderFact(readingWords.email, html`<a href="mailto:${agency.email}">${agency.email}</a>`)}
  </dl>`;
}

function renderFact(name: string, value: string | Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A number is read in one piece. */
function unbroken(phone: string): string {
  return phone.replaceAll(" ", "\u00a0");
}

/** RFC 3966 has no spaces, dots or brackets in a number. */
function phoneAddress(phone: string): string {
  return phone.replace(/[^+\d]/g, "");
}

function renderFooterSections(sections: readonly Section[]): Html {
  return html`<nav class="footer-sections" aria-label="${readingWords.sectionsBelow}">
    <ul>
      ${sections.map(
        (section) => html`<li><a href="${sectionPath(section.slug)}">${section.name}</a></li>`,
      )}
    </ul>
  </nav>`;
}
