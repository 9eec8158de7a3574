import type { PublishedArticle, WholeArticle } from "../published/published.ts";
import { documentPath, filmPath, sectionPath } from "../addresses/public.ts";
import type { Site } from "../site.ts";
import { formatRfc822 } from "../vietnamese/dates.ts";
import {
  makeAbsoluteUrl,
  makeArticleUri,
  makeArticleUrl,
} from "../publishing/rendering/absolute-address.ts";
import { renderFeedContent } from "../publishing/rendering/feed-content.ts";
import { describeFeed, findNewestChange } from "./feed-page.ts";
import type { FeedPage } from "./feed-page.ts";
import {
  coverFile,
  listFeedPhotos,
  writeMediaContents,
} from "../publishing/rendering/feed-photo.ts";
import { cdata, xml, xmlDocument } from "../html/xml.ts";
import type { Xml } from "../html/xml.ts";

/** Minutes for which a reader of feeds may keep its copy before it asks again. */
const ttl = 15;

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), to be served as application/rss+xml, with whole articles.
 * Further pages are linked as RFC 5005 §3 has it. The same articles always give the same bytes.
 */
export function writeRssFeed(site: Site, page: FeedPage): string {
  const head = describeFeed(site, page);
  const newest = findNewestChange(page);
  return xmlDocument(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${head.title}</title>
<link>${head.homeUrl}</link>
<description>${asHtml(head.description)}</description>
<language>vi</language>
<copyright>${site.agency.name}</copyright>
<managingEditor>${site.agency.email} (${site.agency.responsible})</managingEditor>
${newest === null ? null : xml`<lastBuildDate>${formatRfc822(new Date(newest))}</lastBuildDate>`}
<ttl>${ttl}</ttl>
<atom:link rel="self" type="application/rss+xml" href="${head.selfUrl}"/>
${head.nextUrl === null ? null : xml`<atom:link rel="next" type="application/rss+xml" href="${head.nextUrl}"/>`}
${page.articles.map((article) => writeRssItem(site, article))}
</channel>
</rss>`);
}

function writeRssItem(site: Site, article: WholeArticle): Xml {
  const { section, byline, source, tags } = article;
  return xml`
<item>
<title>${article.title}</title>
<link>${makeArticleUrl(site, article)}</link>
<guid isPermaLink="false">${makeArticleUri(article)}</guid>
<pubDate>${formatRfc822(new Date(article.publishedAt))}</pubDate>
${byline.authors.map((author) => xml`<dc:creator>${author}</dc:creator>`)}
${byline.unit === "" ? null : xml`<dc:contributor>${byline.unit}</dc:contributor>`}
${source === null ? null : xml`<dc:source>${source.name}</dc:source>`}
<category domain="${makeAbsoluteUrl(site, sectionPath(section.slug))}">${section.name}</category>
${tags.map((tag) => xml`<category>${tag}</category>`)}
<description>${asHtml(article.lede)}</description>
<content:encoded>${cdata(renderFeedContent(site, article))}</content:encoded>
${writeEnclosure(site, article)}${writeMediaContents(listFeedPhotos(site, article))}
</item>`;
}

/** The specification calls a description HTML, so a text must be escaped as HTML before it is as XML. */
function asHtml(text: string): string {
  return xml`${text}`.source;
}

/** A length of 0 says that it is not known (RSS Best Practices Profile). */
function writeEnclosure(site: Site, { leadPhoto, documents, recordings }: PublishedArticle): Xml {
  const [document] = documents;
  const [recording] = recordings;
  // Programs for podcasts play it.
  if (recording !== undefined) {
    const url = makeAbsoluteUrl(site, filmPath(recording.file));
    return xml`<enclosure url="${url}" type="${recording.type}" length="${recording.bytes}"/>`;
  }
  // Readers of feeds take only one: a recording, or else a document, where it stands in for no photo of the article.
  if (leadPhoto === null && document !== undefined) {
    const url = makeAbsoluteUrl(site, documentPath(document.file, document.address));
    return xml`<enclosure url="${url}" type="${document.type}" length="${document.bytes}"/>`;
  }
  const { url, type } = coverFile(site, leadPhoto);
  return xml`<enclosure url="${url}" type="${type}" length="0"/>`;
}
