import { purgeTags } from "../edge-cache/edge-cache.ts";
import {
  forgetDone,
  readDuePurges,
  recordFailure,
  recordSuccess,
  maxTagsPerPurge,
} from "./outbox-store.ts";
import type { OutboxItem } from "./outbox-store.ts";

type Context = Parameters<typeof purgeTags>[0];

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const maxItemsAtOnce = 20;

/** A purge runs this often: once at once, once when every page that was being rendered then has been kept or not. */
export const purgeRounds = 2;

/**
 * Works off what is due of the outbox. Called before a publication is answered and by cron each minute; what fails stays
 * due, later each time, up to an hour. It never throws: what it follows has happened, whether it can be told or not.
 */
export async function purgeDue(db: D1Database, ctx: Context, now: number): Promise<void> {
  try {
    await purgeNextBatch(db, ctx, now);
  } catch (error) {
    console.error("announcing failed; the outbox keeps what is left", error);
  }
}

async function purgeNextBatch(db: D1Database, ctx: Context, now: number): Promise<void> {
  const due = await readDuePurges(db, now, maxItemsAtOnce);
  const together = takeOneBatch(due);
  if (together.length === 0) return;
  try {
    await purgeTags(ctx, [...new Set(together.flatMap((item) => item.tags))]);
  } catch (error) {
    console.error("purge failed; it stays in the outbox", error);
    await postpone(db, together, String(error), now);
    return;
  }
  const ids = together.map((item) => item.id);
  await recordSuccess(db, ids, { now, nextRoundAt: now + 30 * second });
  // What is newest stands last: a publication must not be answered before its own purge.
  if (together.length < due.length || due.length === maxItemsAtOnce)
    await purgeNextBatch(db, ctx, now);
}

/** Forgets what was done a month ago. */
export async function tidyOutbox(db: D1Database, now: number): Promise<void> {
  await forgetDone(db, now - 30 * day);
}

/** As many items as fit one purge; at least one. */
function takeOneBatch(items: OutboxItem[]): OutboxItem[] {
  const tags = new Set<string>();
  const end = items.findIndex((item, index) => {
    for (const tag of item.tags) tags.add(tag);
    return index > 0 && tags.size > maxTagsPerPurge;
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
    const wait = Math.min(2 ** attempts * minute, 60 * minute);
    await recordFailure(db, id, { error, retryAt: now + wait });
  }
}
