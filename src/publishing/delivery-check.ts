import * as v from "valibot";
import { jsonFeedPath, publicPath } from "../addresses/public.ts";
import type { Ask } from "../edge-cache/edge-cache.ts";
import {
  readExpectedDelivery,
  readUncheckedArticles,
  saveDeliveryCheck,
} from "./delivery-store.ts";
import type { DeliveryCheck, DeliveryProblem, ExpectedDelivery } from "./delivery-store.ts";
import { logFailure } from "../log.ts";

/** Checks that readers are shown what was published, and saves the result. Null when readers cannot see the article. */
export async function checkDelivery(
  db: D1Database,
  ask: Ask,
  articleId: string,
  now: number,
): Promise<DeliveryCheck | null> {
  return checkArticle(db, { ask, readFeed: createFeedReader(ask) }, articleId, now);
}

const hour = 60 * 60 * 1000;

/** The most articles checked in one minute: so many new ones, and so many that had a problem. */
const maxChecksAtOnce = 10;

/**
 * The clock runs this each minute. It checks what was published within the last hour and not checked since, and checks again
 * what had a problem. One failure does not stop the others.
 */
export async function checkDueDeliveries(db: D1Database, ask: Ask, now: number): Promise<void> {
  const source = { ask, readFeed: createFeedReader(ask) };
  const due = { since: now - hour, now, limit: maxChecksAtOnce };
  for (const id of await readUncheckedArticles(db, due)) await checkArticle(db, source, id, now);
}

/** Where to read what readers are shown. `readFeed` reads the first page of the feed once for all articles of a round. */
type Source = { ask: Ask; readFeed: () => Promise<Feed> };

async function checkArticle(
  db: D1Database,
  source: Source,
  articleId: string,
  now: number,
): Promise<DeliveryCheck | null> {
  const expected = await readExpectedDelivery(db, articleId);
  if (expected === null) return null;
  const { problem, inFeed } = await findDeliveryProblem(source, expected);
  const check = { checkedAt: now, seenAt: problem === null ? now : null, inFeed, problem };
  await saveDeliveryCheck(db, expected, check);
  return check;
}

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

/** The linked data of a text's page (src/reading/article-head.ts, standing-page.ts). */
const ShownText = v.object({
  "@type": v.picklist(["NewsArticle", "WebPage"]),
  version: v.number(),
  dateModified: v.string(),
});

function createFeedReader(ask: Ask): Source["readFeed"] {
  let reading: Promise<Feed> | null = null;
  return () => (reading ??= fetchFeed(ask));
}

async function fetchFeed(ask: Ask): Promise<Feed> {
  const response = await ask(jsonFeedPath);
  return v.parse(Feed, JSON.parse(await response.text()));
}

/** Reads the public page and the feed. Does each show the expected version with its last change? Feeds have no standing pages. */
async function findDeliveryProblem(
  { ask, readFeed }: Source,
  expected: ExpectedDelivery,
): Promise<{ problem: DeliveryProblem | null; inFeed: boolean }> {
  const problem = await checkPage(ask, expected);
  if (problem !== null) return { problem, inFeed: false };
  return expected.kind === "page"
    ? { problem: null, inFeed: false }
    : checkFeed(readFeed, expected);
}

async function checkPage(ask: Ask, expected: ExpectedDelivery): Promise<DeliveryProblem | null> {
  try {
    const response = await ask(publicPath(expected));
    const page = await response.text();
    if (response.status !== 200) return "page-missing";
    const shown = readLinkedData(page).find((data) => v.is(ShownText, data));
    return shown !== undefined && showsExpected(expected, shown.version, shown.dateModified)
      ? null
      : "page-old";
  } catch (error) {
    logFailure("the page of an article could not be read", error, {
      articleId: expected.articleId,
    });
    return "unreachable";
  }
}

async function checkFeed(
  readFeed: Source["readFeed"],
  expected: ExpectedDelivery,
): Promise<{ problem: DeliveryProblem | null; inFeed: boolean }> {
  let feed: Feed;
  try {
    feed = await readFeed();
  } catch (error) {
    logFailure("the feed could not be read", error);
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

/** Whether the article is too old for the first page of the feed, and the feed has more pages. */
function isOnLaterPage(feed: Feed, { publishedAt }: ExpectedDelivery): boolean {
  const oldest = feed.items.at(-1);
  if (feed.next_url === undefined || oldest === undefined) return false;
  return publishedAt < Date.parse(oldest.date_published) + second;
}

const second = 1000;

/** Pages and feeds give times in whole seconds. */
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
