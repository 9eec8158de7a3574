import * as v from "valibot";
import { articlePath, jsonFeedPath } from "../addresses/public.ts";
import type { Ask } from "../edge-cache/loopback.ts";
import type { DeliveryProblem, ExpectedDelivery } from "./delivery-store.ts";

/** The feed's first page, read once for all articles of a round. */
export type FeedReader = () => Promise<Feed>;

const Feed = v.object({
  next_url: v.optional(v.string()),
  items: v.array(
    v.object({
      date_published: v.string(),
      date_modified: v.optional(v.string()),
      _ban_tin: v.object({ id: v.string(), version: v.number() }),
    }),
  ),
});

type Feed = v.InferOutput<typeof Feed>;

/** The linked data of an article's page (src/reading/article-head.ts). */
const NewsArticle = v.object({
  "@type": v.literal("NewsArticle"),
  version: v.number(),
  dateModified: v.string(),
});

export function createFeedReader(ask: Ask): FeedReader {
  let reading: Promise<Feed> | null = null;
  return () => (reading ??= readFeed(ask));
}

async function readFeed(ask: Ask): Promise<Feed> {
  const response = await ask(jsonFeedPath);
  return v.parse(Feed, JSON.parse(await response.text()));
}

/** Looks at an article's page and at the feed: is this version there, with its last change? */
export async function findDeliveryProblem(
  ask: Ask,
  feed: FeedReader,
  expected: ExpectedDelivery,
): Promise<{ problem: DeliveryProblem | null; inFeed: boolean }> {
  const problem = await checkPage(ask, expected);
  if (problem !== null) return { problem, inFeed: false };
  return checkFeed(feed, expected);
}

async function checkPage(ask: Ask, expected: ExpectedDelivery): Promise<DeliveryProblem | null> {
  try {
    const response = await ask(articlePath(expected.slug));
    const page = await response.text();
    if (response.status !== 200) return "page-missing";
    const told = readLinkedData(page).find((data) => v.is(NewsArticle, data));
    return told !== undefined && showsExpected(expected, told.version, told.dateModified)
      ? null
      : "page-old";
  } catch (error) {
    console.error(`the page of ${expected.articleId} could not be looked at`, error);
    return "unreachable";
  }
}

async function checkFeed(
  readFeedPage: FeedReader,
  expected: ExpectedDelivery,
): Promise<{ problem: DeliveryProblem | null; inFeed: boolean }> {
  let feed: Feed;
  try {
    feed = await readFeedPage();
  } catch (error) {
    console.error("the feed could not be looked at", error);
    return { problem: "feed-unreadable", inFeed: false };
  }
  const item = feed.items.find(({ _ban_tin: { id } }) => id === expected.articleId);
  if (item === undefined) {
    return { problem: isOnLaterPage(feed, expected) ? null : "feed-missing", inFeed: false };
  }
  const { date_modified: modified, date_published: published } = item;
  const present = showsExpected(expected, item._ban_tin.version, modified ?? published);
  return { problem: present ? null : "feed-old", inFeed: true };
}

/** Whether an article is too old for the first page of a feed that has more. */
function isOnLaterPage(feed: Feed, { publishedAt }: ExpectedDelivery): boolean {
  const oldest = feed.items.at(-1);
  if (feed.next_url === undefined || oldest === undefined) return false;
  return publishedAt < Date.parse(oldest.date_published) + second;
}

const second = 1000;

/** Pages and feeds tell times to the second. */
function showsExpected(expected: ExpectedDelivery, version: number, changed: string): boolean {
  return (
    version === expected.version &&
    Date.parse(changed) === Math.floor(expected.changedAt / second) * second
  );
}

function readLinkedData(page: string): unknown[] {
  const blocks = page.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g);
  return [...blocks].map(([, json]): unknown => JSON.parse(json ?? ""));
}
