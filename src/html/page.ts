import type { Section } from "../article/section.ts";
import type { Site } from "../site.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { siteFooter } from "./site-footer.ts";
import { siteHeader } from "./site-header.ts";
import type { Stylesheet } from "./stylesheet.ts";
import { html, type Html } from "./template.ts";

export type PageContent = {
  /** Of the window: without the name of the site. Null on the front page. */
  title: string | null;
  style: Stylesheet;
  /** What the page adds to its head: see head.ts. */
  head: Html;
  /** "/" on the front page, a section's slug in it, else null. */
  current: string | null;
  main: Html;
};

/** A whole page of the public site. */
export function page(site: Site, sections: readonly Section[], content: PageContent): string {
  const title =
    content.title === null ? `${site.name} – ${site.tagline}` : `${content.title} | ${site.name}`;
  return bareDocument(
    title,
    content.style,
    content.head,
    html`<a class="skip" href="#noi-dung">${readingWords.skipToContent}</a>
      ${siteHeader(site, sections, content.current)}
      <main id="noi-dung" tabindex="-1">${content.main}</main>
      ${siteFooter(site, sections)}`,
  );
}

/** A page without the frame of the site: the print view, and an error before the settings are known. */
export function bareDocument(title: string, style: Stylesheet, head: Html, body: Html): string {
  return html`<!doctype html>
    <html lang="vi" id="dau-trang">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${head}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0c3558" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0d151d" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${style.element}
      </head>
      <body>
        ${body}
      </body>
    </html>`.toString();
}
