import { commit } from "../article/commit.ts";
import { recordAct } from "../people/log-store.ts";
import type { Person } from "../people/person.ts";
import { setCredit } from "../photo/photo-store.ts";
import { reprojectAll } from "./reprojection.ts";

/**
 * Says who took a photo, on every published page that shows it too. Whether the actor may is the caller's to ask. When this
 * dies half-way some pages still have the former credit; asked for again it makes all of them.
 */
export async function creditPhoto(
  db: D1Database,
  actor: Person,
  { photoId, credit }: { photoId: string; credit: string | null },
  now: number,
): Promise<void> {
  await commit(db, [
    setCredit(db, photoId, credit),
    recordAct(db, {
      ...{ at: now, actorId: actor.id, act: "photo.credited", subject: photoId },
      detail: { credit },
    }),
  ]);
  await reprojectAll(db, photoId, now);
}
