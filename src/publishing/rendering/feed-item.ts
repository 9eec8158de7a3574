import { digitalSourceTypes } from "../../ai-label.ts";
import type { AiLabel } from "../../ai-label.ts";
import { documentPath, filmPath } from "../../addresses/public.ts";
import { openapiPath } from "../../addresses/api.ts";
import type { Byline, Genre, Section, Source } from "../../article/article.ts";
import { removeForbidden } from "../../html/xml.ts";
import type {
  AiMarks,
  Correction,
  PublishedBody,
  PublishedDocument,
  PublishedLead,
} from "../../published/published.ts";
import { describeDocument } from "../../published/describe-document.ts";
import { formatIsoWithOffset } from "../../vietnamese/dates.ts";
import { makeArticleUri, makeArticleUrl } from "./absolute-address.ts";
import type { SiteOrigin } from "./absolute-address.ts";
import { renderFeedBody, renderFeedCorrections } from "./feed-content.ts";
import { coverUrl, listFeedPhotos } from "./feed-photo.ts";
import type { FeedPhoto } from "./feed-photo.ts";

/** `_ban_tin` in an item of a JSON Feed: fields that the standard does not have. */
export type FeedExtension = {
  /** Where a developer finds it described. */
  about: string;
  id: string;
  version: number;
  section: Section;
  genre: Genre;
  unit: string | null;
  source: Source | null;
  /** Whether AI wrote the text or altered it, and the IPTC term for the same; null: no. */
  madeByAi: AiLabel | null;
  digitalSourceType: string | null;
  photos: FeedPhoto[];
};

/** `begun` ends inside the text of `content_html`, `extension` inside the object of `_ban_tin`. */
export type FeedItemParts = { begun: string; extension: string };

/** What an item says of an article that changes with its versions only. */
export type FeedItemContent = PublishedBody & {
  id: string;
  version: number;
  slug: string;
  title: string;
  lede: string;
  genre: Genre;
  byline: Byline;
  tags: string[];
  source: Source | null;
  leadPhoto: PublishedLead | null;
  ai: AiMarks | null;
  publishedAt: number;
  documents: readonly PublishedDocument[];
};

/**
 * An article's item in a JSON Feed, rendered at publication because a feed is made of nothing else. Its two parts lack what
 * may change without a new version: the origin of addresses, for which a mark stands, and what `completeFeedItem` adds.
 */
export function renderFeedItem(article: FeedItemContent): FeedItemParts {
  const content = removeMarks(article);
  const site = { baseUrl: mark };
  const { id, version, slug, genre, byline, source, leadPhoto } = content;
  const madeByAi = content.ai?.text ?? null;
  const item = {
    id: makeArticleUri({ id }),
    url: makeArticleUrl(site, { slug }),
    title: content.title,
    summary: content.lede,
    image: coverUrl(site, leadPhoto),
    date_published: formatIsoWithOffset(new Date(content.publishedAt)),
    authors: byline.authors.map((name) => ({ name })),
    tags: content.tags,
    language: "vi",
    ...listAttachments(content),
    content_html: renderFeedBody(site, content),
  };
  const extension: Omit<FeedExtension, "section"> = {
    about: mark + openapiPath,
    id,
    version,
    genre,
    unit: byline.unit === "" ? null : byline.unit,
    source,
    madeByAi,
    digitalSourceType: madeByAi === null ? null : digitalSourceTypes[madeByAi],
    photos: listFeedPhotos(site, content),
  };
  return {
    begun: JSON.stringify(item, keepMarks).slice(0, -`"}`.length),
    extension: JSON.stringify(extension, keepMarks).slice(0, -"}".length),
  };
}

/** Absent without documents and recordings. The sizes and titles are those that the page shows. */
function listAttachments({ documents, recordings }: FeedItemContent): object {
  if (documents.length + recordings.length === 0) return {};
  const played = recordings.map(({ file, type, title, bytes, seconds }) => ({
    url: mark + filmPath(file),
    mime_type: type,
    title,
    size_in_bytes: bytes,
    ...(seconds === null ? {} : { duration_in_seconds: Math.round(seconds) }),
  }));
  const attached = documents.map((document) => ({
    url: mark + documentPath(document.file, document.address),
    mime_type: document.type,
    title: describeDocument(document),
    size_in_bytes: document.bytes,
  }));
  return { attachments: [...played, ...attached] };
}

/** The items of a JSON Feed, one after another, with commas between. Articles that cannot be rendered any more have none. */
export function joinFeedItems(articles: readonly FeedItem[]): string {
  return articles
    .flatMap(({ parts, ...rest }) => (parts === null ? [] : [completeFeedItem(parts, rest)]))
    .join(",");
}

type FeedItem = FeedItemRest & { parts: FeedItemParts | null };

/** What may change without a new version. Times in ms since the epoch. */
type FeedItemRest = {
  section: Section;
  updatedAt: number | null;
  corrections: readonly Correction[];
};

/** The whole item as JSON. Marks still stand for the origin: see `writeOrigin`. */
function completeFeedItem(
  { begun, extension }: FeedItemParts,
  { section, updatedAt, corrections }: FeedItemRest,
): string {
  const added =
    corrections.length === 0 ? "" : writeJson(renderFeedCorrections(corrections)).slice(1, -1);
  const modified =
    updatedAt === null ? "" : `,"date_modified":"${formatIsoWithOffset(new Date(updatedAt))}"`;
  return `${begun}${added}"${modified},"_ban_tin":${extension},"section":${writeJson(section)}}}`;
}

/** Puts the site's origin where items have marks: once for a whole feed, which is four times as fast as for each item. */
export function writeOrigin(items: string, { baseUrl }: SiteOrigin): string {
  return items.replaceAll(mark, baseUrl);
}

/** A character that no text has (Unicode calls it a noncharacter) stands for the site's origin. */
const mark = "\uFFFF";

/**
 * The same with a control character for each mark that a text holds, which `keepMarks` removes. Nothing gets shorter, so the
 * places in the body stay true.
 */
function removeMarks(content: FeedItemContent): FeedItemContent {
  return JSON.parse(JSON.stringify(content).replace(/\uFFFF/g, "\\u0001")) as FeedItemContent;
}

function keepMarks(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.split(mark).map(removeForbidden).join(mark) : value;
}

/** JSON without the control characters that a text may hold. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? removeForbidden(part) : part,
  );
}
