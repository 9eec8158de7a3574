import {
  articlePath,
  englishPath,
  jsonFeedPath,
  siteSharePath,
  rssPath,
  sectionJsonFeedPath,
  sectionRssPath,
} from "../addresses/public.ts";
import type { Section } from "../article/article.ts";
import { fallbackPath, sharePath } from "./picture.ts";
import { html, raw } from "./template.ts";
import type { Html } from "./template.ts";
import type { CardPhoto, PublishedArticle } from "../published/published.ts";
import type { Site } from "../site.ts";
import type { Language } from "../vietnamese/words/frame.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

export type PageDescription = {
  title: string;
  description: string;
  /** Site-relative address of the page, without a query that it does not need. */
  path: string;
  type: "website" | "article";
  /** What is shown where the page is shared. */
  photo: CardPhoto | null;
  /** Vietnamese, unless it says otherwise. */
  language?: Language;
};

/** Metadata of a page for search engines and for sharing: canonical address, Open Graph, Twitter card. */
export function describePage(site: Site, page: PageDescription): Html {
  const address = site.baseUrl + page.path;
  return html`<meta name="description" content="${page.description}" />
    <link rel="canonical" href="${address}" />
    <meta property="og:type" content="${page.type}" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:site_name" content="${site.name}" />
    <meta property="og:locale" content="${page.language === "en" ? "en_US" : "vi_VN"}" />
    <meta name="twitter:card" content="summary_large_image" />
    ${page.photo === null ? renderSiteShareImage(site) : renderShareImage(site, page.photo)}`;
}

function renderSiteShareImage(site: Site): Html {
  return html`<meta property="og:image" content="${site.baseUrl + siteSharePath}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${site.name}" />`;
}

/** Links the Vietnamese page and the English summary of an article. Search engines want these links on both pages. */
export function renderLanguageLinks(site: Site, article: PublishedArticle): Html | null {
  if (article.english === null) return null;
  const vietnamese = site.baseUrl + articlePath(article.slug);
  return html`<link rel="alternate" hreflang="vi" href="${vietnamese}" />
    <link rel="alternate" hreflang="en" href="${site.baseUrl + englishPath(article.slug)}" />
    <link rel="alternate" hreflang="x-default" href="${vietnamese}" />`;
}

/** The share image, a JPEG that Zalo and Facebook take, or the nearest thing there is. */
function renderShareImage(site: Site, photo: CardPhoto): Html {
  const share = photo.variants["share.jpg"];
  const jpeg = share ?? photo.variants["960.jpg"] ?? photo;
  const path = sharePath(photo) ?? fallbackPath(photo);
  return html`<meta property="og:image" content="${site.baseUrl + path}" />
    <meta property="og:image:width" content="${jpeg.width}" />
    <meta property="og:image:height" content="${jpeg.height}" />
    <meta property="og:image:alt" content="${photo.alt}" />`;
}

/** Where feed readers find the site's feeds, and those of the section the page belongs to. */
export function renderFeedLinks(site: Site, section: Section | null): Html {
  return html`${renderFeedPair(site.name, rssPath, jsonFeedPath)}
  ${section === null ? null : renderFeedPair(section.name, sectionRssPath(section.slug), sectionJsonFeedPath(section.slug))}`;
}

function renderFeedPair(name: string, rss: string, json: string): Html {
  return html`<link
      rel="alternate"
      type="application/rss+xml"
      title="${readingWords.feedOf(name)}"
      href="${rss}"
    />
    <link
      rel="alternate"
      type="application/feed+json"
      title="${readingWords.jsonFeedOf(name)}"
      href="${json}"
    />`;
}

/** Plain JSON: what schema.org vocabularies are made of. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue };

/**
 * A block of linked data. It is data, never run, so a content security policy without inline script lets it be.
 * `<` is written as an escape, or a title with `</script>` would end the block.
 */
export function renderJsonLd(value: JsonValue): Html {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">
    ${raw(json)}
  </script>`;
}
