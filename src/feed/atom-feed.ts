import type { PublishedArticle, WholeArticle } from "../published/published.ts";
import { documentPath, filmPath, sectionPath } from "../addresses/public.ts";
import type { Site } from "../site.ts";
import { formatIsoWithOffset } from "../vietnamese/dates.ts";
import {
  makeAbsoluteUrl,
  makeArticleUri,
  makeArticleUrl,
} from "../publishing/rendering/absolute-address.ts";
import { renderFeedContent } from "../publishing/rendering/feed-content.ts";
import { findLastChange, describeFeed, findNewestChange } from "./feed-page.ts";
import type { FeedPage } from "./feed-page.ts";
import {
  coverFile,
  listFeedPhotos,
  writeMediaContents,
} from "../publishing/rendering/feed-photo.ts";
import { cdata, xml, xmlDocument } from "../html/xml.ts";
import type { Xml } from "../html/xml.ts";

/**
 * Atom 1.0 (RFC 4287), to be served as application/atom+xml, with whole articles. Further pages are linked as RFC 5005
 * §3 has it. The same articles always give the same bytes; a feed without articles, which must have a date all the
 * same, is dated by the epoch.
 */
export function writeAtomFeed(site: Site, page: FeedPage): string {
  const head = describeFeed(site, page);
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xml:lang="vi">
<id>${head.feedUrl}</id>
<title>${head.title}</title>
<subtitle>${head.description}</subtitle>
<updated>${formatIsoWithOffset(new Date(findNewestChange(page) ?? 0))}</updated>
<author><name>${site.agency.name}</name><uri>${site.baseUrl}/</uri><email>${site.agency.email}</email></author>
<link rel="self" type="application/atom+xml" href="${head.selfUrl}"/>
<link rel="alternate" type="text/html" href="${head.homeUrl}"/>
${head.nextUrl === null ? null : xml`<link rel="next" type="application/atom+xml" href="${head.nextUrl}"/>`}
${page.articles.map((article) => writeAtomEntry(site, article))}
</feed>`);
}

function writeAtomEntry(site: Site, article: WholeArticle): Xml {
  const { section, byline, source, tags } = article;
  return xml`
<entry>
<id>${makeArticleUri(article)}</id>
<title>${article.title}</title>
<link rel="alternate" type="text/html" href="${makeArticleUrl(site, article)}"/>
${writeOrigin(article)}${writeEnclosure(site, article)}
<published>${formatIsoWithOffset(new Date(article.publishedAt))}</published>
<updated>${formatIsoWithOffset(new Date(findLastChange(article)))}</updated>
${byline.authors.map((name) => xml`<author><name>${name}</name></author>`)}
${byline.unit === "" ? null : xml`<contributor><name>${byline.unit}</name></contributor>`}
${source === null ? null : xml`<dc:source>${source.name}</dc:source>`}
<category term="${section.slug}" scheme="${makeAbsoluteUrl(site, sectionPath(""))}" label="${section.name}"/>
${tags.map((tag) => xml`<category term="${tag}"/>`)}
<summary>${article.lede}</summary>
<content type="html">${cdata(renderFeedContent(site, article))}</content>${writeMediaContents(listFeedPhotos(site, article))}
</entry>`;
}

/** Where the article was taken over from. */
function writeOrigin({ source }: PublishedArticle): Xml | null {
  if (source === null || source.url === null) return null;
  return xml`<link rel="via" title="${source.name}" href="${source.url}"/>`;
}

/** The article's picture, its recordings and its documents as files of their own. */
function writeEnclosure(site: Site, { leadPhoto, documents, recordings }: PublishedArticle): Xml {
  const { url, type } = coverFile(site, leadPhoto);
  return xml`<link rel="enclosure" type="${type}" href="${url}"/>${recordings.map(
    (recording) =>
      xml`<link rel="enclosure" type="${recording.type}" length="${recording.bytes}" title="${recording.title}" href="${makeAbsoluteUrl(site, filmPath(recording.file))}"/>`,
  )}${documents.map(
    (document) =>
      xml`<link rel="enclosure" type="${document.type}" length="${document.bytes}" title="${document.name}" href="${makeAbsoluteUrl(site, documentPath(document.file, document.address))}"/>`,
  )}`;
}
