import { tags } from "../edge-cache/tags.ts";
import { compareMostRead, replaceMostRead } from "../published/most-read-store.ts";
import { sumOldViews } from "../published/view-store.ts";
import { readSetting, writeSetting } from "../settings-store.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";

const hour = 60 * 60 * 1000;

/** The setting that says in which hour the list was made. */
const hourSetting = "most-read-hour";

/** Once an hour: makes the list of the most read articles again. Its pages are purged only if it changed. */
export async function refreshMostRead(db: D1Database, now: number): Promise<void> {
  const thisHour = Math.floor(now / hour);
  if ((await readSetting(db, hourSetting)) === thisHour) return;
  await sumOldViews(db, now);
  const { listed, found } = await compareMostRead(db, now);
  const isSame = listed.join() === found.join();
  await db.batch([
    ...(isSame ? [] : replaceMostRead(db, found)),
    ...(isSame ? [] : [requestPurge(db, { tags: [tags.mostRead], rounds: purgeRounds, at: now })]),
    writeSetting(db, { name: hourSetting, value: thisHour, at: now, by: null }),
  ]);
}
