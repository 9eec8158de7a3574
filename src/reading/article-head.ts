import { digitalSourceTypes } from "../ai-label.ts";
import type { PublishedArticle, PublishedRecording } from "../published/published.ts";
import {
  articlePath,
  documentPath,
  filmPath,
  sectionPath,
  siteSharePath,
} from "../addresses/public.ts";
import {
  describePage,
  renderFeedLinks,
  renderLanguageLinks,
  renderJsonLd,
  type JsonValue,
} from "../html/head.ts";
import { fallbackPath, sharePath } from "../html/picture.ts";
import { html, type Html } from "../html/template.ts";
import type { Site } from "../site.ts";
import { formatIsoWithOffset } from "../vietnamese/dates.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** Metadata of an article: Open Graph, Dublin Core, schema.org. */
export function renderArticleHead(site: Site, article: PublishedArticle): Html {
  const path = articlePath(article.slug);
  const { title, lede: description, leadPhoto: photo } = article;
  return html`${describePage(site, { title, description, path, type: "article", photo })}
  ${renderLanguageLinks(site, article)} ${renderArticleGraph(article)}
  ${renderDublinCore(site, article)} ${renderFeedLinks(site, article.section)}
  ${renderJsonLd(newsArticle(site, article))} ${renderJsonLd(breadcrumbList(site, article))}`;
}

function renderArticleGraph(article: PublishedArticle): Html {
  return html`<meta property="article:published_time" content="${isoTime(article.publishedAt)}" />
    <meta property="article:modified_time" content="${isoTime(modifiedAt(article))}" />
    <meta property="article:section" content="${article.section.name}" />
    ${article.tags.map((tag) => html`<meta property="article:tag" content="${tag}" />`)}
    <meta name="author" content="${article.byline.authors.join(readingWords.authorsJoin)}" />`;
}

function renderDublinCore(site: Site, article: PublishedArticle): Html {
  const values: [string, string][] = [
    ["title", article.title],
    ...article.byline.authors.map((author): [string, string] => ["creator", author]),
    ["publisher", site.agency.name],
    ["date", isoTime(article.publishedAt)],
    ["language", "vi"],
    ["type", "Text"],
    ["format", "text/html"],
    ["identifier", site.baseUrl + articlePath(article.slug)],
    ...article.tags.map((tag): [string, string] => ["subject", tag]),
  ];
  return html`<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />
    ${values.map(([name, value]) => html`<meta name="DC.${name}" content="${value}" />`)}`;
}

function newsArticle(site: Site, article: PublishedArticle): JsonValue {
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: site.baseUrl + articlePath(article.slug),
    headline: article.title,
    description: article.lede,
    inLanguage: "vi",
    version: article.version,
    datePublished: isoTime(article.publishedAt),
    dateModified: isoTime(modifiedAt(article)),
    articleSection: article.section.name,
    keywords: article.tags,
    image: images(site, article),
    ...aiProperties(site, article),
    ...documentProperties(site, article),
    ...describeRecordings(site, article, article.lede),
    author: article.byline.authors.map((name) => ({ "@type": "Person", name })),
    publisher: {
      "@type": "GovernmentOrganization",
      name: site.agency.name,
      url: `${site.baseUrl}/`,
    },
  };
}

function images(site: Site, article: PublishedArticle): JsonValue[] {
  const photo = article.leadPhoto;
  if (photo === null) return [site.baseUrl + siteSharePath];
  return [sharePath(photo), fallbackPath(photo)]
    .filter((path) => path !== null)
    .map((path) => site.baseUrl + path);
}

/** What AI made or altered: the text of the article, and its photos. */
function aiProperties(site: Site, { ai }: PublishedArticle): Record<string, JsonValue> {
  const properties: Record<string, JsonValue> = {};
  if (ai === null) return properties;
  if (ai.text !== null) properties["digitalSourceType"] = digitalSourceTypes[ai.text];
  const photos = ai.photos.map(({ path, label }) => ({
    "@type": "ImageObject",
    contentUrl: site.baseUrl + path,
    digitalSourceType: digitalSourceTypes[label],
  }));
  if (photos.length > 0) properties["associatedMedia"] = photos;
  return properties;
}

function documentProperties(
  site: Site,
  { documents }: PublishedArticle,
): Record<string, JsonValue> {
  if (documents.length === 0) return {};
  const hasPart = documents.map(({ file, address, name, number, date, type }) => ({
    "@type": "DigitalDocument",
    name,
    ...(number === null ? {} : { identifier: number }),
    ...(date === null ? {} : { dateCreated: date }),
    encodingFormat: type,
    url: site.baseUrl + documentPath(file, address),
  }));
  return { hasPart };
}

/** The recordings of an article or a standing page: the vocabulary has one property for each kind. */
export function describeRecordings(
  site: Site,
  text: RecordingText & Pick<PublishedArticle, "recordings">,
  description: string,
): Record<string, JsonValue> {
  const properties: Record<string, JsonValue> = {};
  for (const kind of ["video", "audio"] as const) {
    const found = text.recordings.filter((recording) => recording.kind === kind);
    const described = found.map((recording) =>
      describeRecording(site, text, { recording, description }),
    );
    if (described.length > 0) properties[kind] = described;
  }
  return properties;
}

type RecordingText = Pick<PublishedArticle, "leadPhoto" | "publishedAt">;

/** Search engines show a video only with its name, description, picture and day. */
function describeRecording(
  site: Site,
  { leadPhoto, publishedAt }: RecordingText,
  { recording, description }: { recording: PublishedRecording; description: string },
): JsonValue {
  const { file, kind, type, bytes, seconds, title, poster } = recording;
  const picture = poster ?? (leadPhoto === null ? siteSharePath : fallbackPath(leadPhoto));
  return {
    "@type": kind === "video" ? "VideoObject" : "AudioObject",
    name: title,
    description,
    contentUrl: site.baseUrl + filmPath(file),
    thumbnailUrl: site.baseUrl + picture,
    uploadDate: isoTime(publishedAt),
    encodingFormat: type,
    contentSize: String(bytes),
    ...(seconds === null ? {} : { duration: `PT${Math.max(1, Math.round(seconds))}S` }),
  };
}

function breadcrumbList(site: Site, article: PublishedArticle): JsonValue {
  const steps: [string, string][] = [
    [readingWords.home, "/"],
    [article.section.name, sectionPath(article.section.slug)],
    [article.title, articlePath(article.slug)],
  ];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(([name, path], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: site.baseUrl + path,
    })),
  };
}

function modifiedAt(article: PublishedArticle): number {
  return article.updatedAt ?? article.publishedAt;
}

function isoTime(at: number): string {
  return formatIsoWithOffset(new Date(at));
}
