import { forgetSettings } from "../context.ts";
import { actOnEach } from "../errors.ts";
import { purgeTags } from "../edge-cache/edge-cache.ts";
import { tags } from "../edge-cache/tags.ts";
import {
  forgetDone,
  readDuePurges,
  recordFailure,
  recordSuccess,
  maxTagsPerPurge,
} from "./outbox-store.ts";
import type { OutboxItem } from "./outbox-store.ts";
import { storePages } from "./stored-pages.ts";
import { logFailure } from "../log.ts";

type Context = Parameters<typeof purgeTags>[0];

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const maxItemsAtOnce = 20;

/** Each purge runs twice: at once, and again when every page that was being rendered meanwhile has reached the cache. */
export const purgeRounds = 2;

/**
 * Stores the pages that follow from an act and purges what is due in the outbox, before the act is answered. Never throws,
 * because the act has already been committed: the clock does it again.
 */
export async function purgeDue(db: D1Database, ctx: Context, now: number): Promise<void> {
  try {
    await workOffOutbox(db, ctx, now);
  } catch (error) {
    logFailure("announcing failed; the outbox keeps what is left", error);
  }
}

/** The same, but throws what failed. A failed purge is retried later and later, at most an hour later. */
export async function workOffOutbox(db: D1Database, ctx: Context, now: number): Promise<void> {
  const purge = () => (ctx.purgesLater === true ? Promise.resolve() : purgeNextBatch(db, ctx, now));
  await actOnEach([() => storePages(db), purge], (act) => act());
}

async function purgeNextBatch(db: D1Database, ctx: Context, now: number): Promise<void> {
  const due = await readDuePurges(db, now, maxItemsAtOnce);
  const together = takeOneBatch(due);
  if (together.length === 0) return;
  const purged = new Set(together.flatMap((item) => item.tags));
  // Every page is rendered again, with the settings and menus as they are now.
  if (purged.has(tags.site)) forgetSettings();
  try {
    await purgeTags(ctx, [...purged]);
  } catch (error) {
    await postpone(db, together, String(error), now);
    throw error;
  }
  const ids = together.map((item) => item.id);
  await recordSuccess(db, ids, { now, nextRoundAt: now + 30 * second });
  // The newest items come last, and a publication must not be answered before its own purge.
  if (together.length < due.length || due.length === maxItemsAtOnce)
    await purgeNextBatch(db, ctx, now);
}

/** Deletes items that were done a month ago. */
export async function tidyOutbox(db: D1Database, now: number): Promise<void> {
  await forgetDone(db, now - 30 * day);
}

/** The first items that fit in one purge; at least one item. */
function takeOneBatch(items: OutboxItem[]): OutboxItem[] {
  const together = new Set<string>();
  const end = items.findIndex((item, index) => {
    for (const tag of item.tags) together.add(tag);
    return index > 0 && together.size > maxTagsPerPurge;
  });
  return end === -1 ? items : items.slice(0, end);
}

async function postpone(
  db: D1Database,
  items: OutboxItem[],
  error: string,
  now: number,
): Promise<void> {
  for (const { id, attempts } of items) {
    await recordFailure(db, id, { error, retryAt: now + retryWait(attempts) });
  }
}

/** How long an item waits after so many failed attempts, in ms: 1, 2, 4 … minutes, at most an hour. */
export function retryWait(attempts: number): number {
  return Math.min(2 ** attempts * minute, 60 * minute);
}
