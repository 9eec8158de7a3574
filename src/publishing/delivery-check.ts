import type { Ask } from "../edge-cache/loopback.ts";
import { createFeedReader, findDeliveryProblem } from "./fetch-published.ts";
import type { FeedReader } from "./fetch-published.ts";
import type { DeliveryCheck } from "./delivery-store.ts";
import {
  saveDeliveryCheck,
  readExpectedDelivery,
  readUncheckedArticles,
} from "./delivery-store.ts";

/** Looks whether readers are shown what was published, and keeps what it saw. Null when nothing of the article is public. */
export async function checkDelivery(
  db: D1Database,
  ask: Ask,
  articleId: string,
  now: number,
): Promise<DeliveryCheck | null> {
  return checkWith(db, { ask, feed: createFeedReader(ask) }, articleId, now);
}

const hour = 60 * 60 * 1000;

/** Articles looked at in one minute, of the new ones and of those with problems each. */
const maxChecksAtOnce = 10;

/**
 * What the clock does each minute: looks at what was published within the hour and not looked at since (by the API, or by
 * the clock itself), and again at what was not there. One that fails holds up none of the others.
 */
export async function checkDueDeliveries(db: D1Database, ask: Ask, now: number): Promise<void> {
  const looking = { ask, feed: createFeedReader(ask) };
  for (const id of await readUncheckedArticles(db, {
    since: now - hour,
    now,
    limit: maxChecksAtOnce,
  })) {
    await checkWith(db, looking, id, now);
  }
}

async function checkWith(
  db: D1Database,
  { ask, feed }: { ask: Ask; feed: FeedReader },
  articleId: string,
  now: number,
): Promise<DeliveryCheck | null> {
  const expected = await readExpectedDelivery(db, articleId);
  if (expected === null) return null;
  const { problem, inFeed } = await findDeliveryProblem(ask, feed, expected);
  const receipt = { checkedAt: now, seenAt: problem === null ? now : null, inFeed, problem };
  await saveDeliveryCheck(db, expected, receipt);
  return receipt;
}
