import type { WholeArticle } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { sectionPath } from "../addresses/public.ts";
import type { Site } from "../site.ts";
import { feedWords } from "../vietnamese/words/lists.ts";
import { makeAbsoluteUrl } from "../publishing/rendering/absolute-address.ts";

/** One page of a feed: of the whole site, or of a section. Articles stand newest first. */
export type FeedPage<Article = WholeArticle> = FeedPlace & { articles: readonly Article[] };

/** Which page of which feed. */
export type FeedPlace = {
  section: Section | null;
  /** Address of the page with older articles; absolute or site-relative, as is `selfUrl`. */
  nextUrl: string | null;
  /** Address of this page. */
  selfUrl: string;
};

/** The head of a feed in every format. Addresses are absolute. */
export type FeedHead = {
  title: string;
  description: string;
  /** The page for people. */
  homeUrl: string;
  /** Address of the feed's first page: what identifies the feed on all its pages. */
  feedUrl: string;
  selfUrl: string;
  nextUrl: string | null;
};

export function describeFeed(site: Site, page: FeedPlace): FeedHead {
  const { section } = page;
  const selfUrl = makeAbsoluteUrl(site, page.selfUrl);
  return {
    title: section === null ? site.name : feedWords.sectionTitle(section.name, site.name),
    description:
      section === null ? site.tagline : feedWords.sectionDescription(section.name, site.name),
    homeUrl: makeAbsoluteUrl(site, section === null ? "/" : sectionPath(section.slug)),
    feedUrl: selfUrl.replace(/\?.*$/, ""),
    selfUrl,
    nextUrl: page.nextUrl === null ? null : makeAbsoluteUrl(site, page.nextUrl),
  };
}

/** When the article last changed for its readers, in ms. */
export function findLastChange(article: Pick<WholeArticle, "publishedAt" | "updatedAt">): number {
  return article.updatedAt ?? article.publishedAt;
}

/**
 * The newest change on the page, in ms, or null without articles. Feeds are dated by it and never by the clock: the
 * same articles give the same bytes, and so the same ETag.
 */
export function findNewestChange(page: FeedPage): number | null {
  return page.articles.length === 0 ? null : Math.max(...page.articles.map(findLastChange));
}
