import { iconPath, manifestPath, measurementPath, touchIconPath } from "../addresses/public.ts";
import type { Section } from "../article/article.ts";
import { isMourning, mourningStyle, renderBanner } from "./campaign.ts";
import { findSiteColours, makeIdentityStyle } from "./identity-style.ts";
import { firstPaintScript, readingScript } from "./built-files.ts";
import { renderSiteFooter } from "./site-footer.ts";
import { renderSiteHeader } from "./site-header.ts";
import type { Stylesheet } from "./stylesheet.ts";
import { html } from "./template.ts";
import type { Html } from "./template.ts";
import type { Site } from "../site.ts";
import { frameWords } from "../vietnamese/words/frame.ts";
import type { Language } from "../vietnamese/words/frame.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

export type PageContent = {
  /** Of the window: without the name of the site. Null on the front page. */
  title: string | null;
  style: Stylesheet;
  /** What the page adds to its head: see head.ts. */
  head: Html;
  /** "/" on the front page, a section's slug in it, the address of another page that menus may name, else null. */
  current: string | null;
  main: Html;
  /** Above the header of the site. */
  banner?: Html | null;
  /** Vietnamese, unless it says otherwise. */
  language?: Language;
  /** Whether the page has a search form, so that the header needs none. */
  hasOwnSearch?: boolean;
};

/** A whole page of the public site. */
export function renderPage(site: Site, sections: readonly Section[], content: PageContent): string {
  const title =
    content.title === null ? `${site.name} – ${site.tagline}` : `${content.title} | ${site.name}`;
  const now = Date.now();
  const { current, language = "vi", hasOwnSearch = false } = content;
  return renderDocument({
    title,
    language,
    head: html`${content.head} ${renderBrowserIdentity(site)} ${renderIconLinks()}
      ${content.style.element} ${makeIdentityStyle(site).element}
      ${isMourning(site.campaign, now) ? mourningStyle.element : null}
      <script src="${firstPaintScript}"></script>
      <script src="${readingScript}" type="module"></script>`,
    body: html`${content.banner ?? null}
      <a class="skip" target="_self" href="#noi-dung">${frameWords[language].skipToContent}</a>
      ${renderSiteHeader(site, sections, { current, language, hasOwnSearch })}
      ${renderBanner(site.campaign, now)}
      <main id="noi-dung" tabindex="-1">${content.main}</main>
      ${renderSiteFooter(site, sections, language)} ${renderMeasurementFrame(site)}`,
  });
}

/**
 * The frame of the script that counts readers, if the site has one. Its sandbox gives that script an origin of its own, so
 * it reaches neither this page nor the reader's session. It learns the page's address from `document.referrer`.
 */
function renderMeasurementFrame({ measurement }: Site): Html | null {
  if (measurement === null) return null;
  return html`<iframe
    class="measurement"
    src="${measurementPath}"
    sandbox="allow-scripts"
    loading="lazy"
    title="${readingWords.measurement}"
    aria-hidden="true"
    tabindex="-1"
  ></iframe>`;
}

export type BareDocument = {
  title: string;
  /** With its style. */
  head: Html;
  body: Html;
  /** Vietnamese, unless it says otherwise. */
  language?: Language;
};

/** A page without the frame of the site: the print view, a downloaded article, an error before the settings are known. */
export function renderDocument({ title, head, body, language = "vi" }: BareDocument): string {
  return html`<!doctype html>
    <html lang="${language}" id="dau-trang">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`.toString();
}

/** The icon of the site, for whatever lists its pages. */
export function renderIconLinks(): Html {
  return html`<link rel="icon" href="${iconPath}" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="${touchIconPath}" />`;
}

/** Colours and icons for the browser's own bars and the home screen. */
function renderBrowserIdentity(site: Site): Html {
  const { light, dark } = findSiteColours(site);
  return html`<meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="${light.band}" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="${dark.band}" media="(prefers-color-scheme: dark)" />
    <link rel="manifest" href="${manifestPath}" />`;
}

export const htmlType = "text/html; charset=utf-8";
