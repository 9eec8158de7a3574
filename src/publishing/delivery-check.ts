import type { Ask } from "../edge-cache/loopback.ts";
import { feedReader, look } from "./fetch-published.ts";
import type { FeedReader } from "./fetch-published.ts";
import type { Receipt } from "./delivery-store.ts";
import { keepReceipt, readExpected, readUnseen } from "./delivery-store.ts";

/** Looks whether readers are shown what was published, and keeps what it saw. Null when nothing of the article is public. */
export async function takeReceipt(
  db: D1Database,
  ask: Ask,
  articleId: string,
  now: number,
): Promise<Receipt | null> {
  return receiptOf(db, { ask, feed: feedReader(ask) }, articleId, now);
}

const hour = 60 * 60 * 1000;

/** Articles looked at in one minute, of the new ones and of those with problems each. */
const atOnce = 10;

/**
 * What the clock does each minute: looks at what was published within the hour and not looked at since (by the API, or by
 * the clock itself), and again at what was not there. One that fails holds up none of the others.
 */
export async function takeReceipts(db: D1Database, ask: Ask, now: number): Promise<void> {
  const looking = { ask, feed: feedReader(ask) };
  for (const id of await readUnseen(db, { since: now - hour, now, limit: atOnce })) {
    await receiptOf(db, looking, id, now);
  }
}

async function receiptOf(
  db: D1Database,
  { ask, feed }: { ask: Ask; feed: FeedReader },
  articleId: string,
  now: number,
): Promise<Receipt | null> {
  const expected = await readExpected(db, articleId);
  if (expected === null) return null;
  const { problem, inFeed } = await look(ask, feed, expected);
  const receipt = { checkedAt: now, seenAt: problem === null ? now : null, inFeed, problem };
  await keepReceipt(db, expected, receipt);
  return receipt;
}
