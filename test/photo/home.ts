import { env } from "cloudflare:workers";
import { deletePhotoFiles, markErased } from "../../src/photo/photo-store.ts";
import { asActor } from "../support/newsroom.ts";
import type { PhotoTransforms } from "../../src/photo/transform.ts";

/** The person who sends the photos, by a token. */
export const sender = asActor({ id: "person-1" }, "reporter");

/** Adds the sender, who then owns the photos, and the token. */
export async function addOwner(): Promise<void> {
  const year = 365 * 24 * 60 * 60 * 1000;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO people (id, username, name, role, password_hash, created_at)
       VALUES (?1, 'phongvien', 'Thế Bằng', 'reporter', '', 0) ON CONFLICT DO NOTHING`,
    ).bind(sender.id),
    env.DB.prepare(
      `INSERT INTO tokens (id, person_id, hash, label, created_at, ends_at)
       VALUES (?1, ?1, 'hash', 'test', 0, ?2) ON CONFLICT DO NOTHING`,
    ).bind(sender.access.id, Date.now() + year),
  ]);
}

/** Erases a photo that no article uses. */
export async function erasePhoto(id: string): Promise<void> {
  await markErased(env.DB, id, Date.now()).run();
  await deletePhotoFiles(env.PHOTOS, id);
}

/** All R2 keys, without the photo's id, and the number of rows. */
export async function readStored(): Promise<{ files: string[]; rows: number }> {
  const { objects } = await env.PHOTOS.list();
  const row = await env.DB.prepare("SELECT count(*) AS rows FROM photos").first<{ rows: number }>();
  return { files: objects.map(({ key }) => key.replace(/.*\//, "")).sort(), rows: row?.rows ?? 0 };
}

export async function emptyHome(): Promise<void> {
  const { objects } = await env.PHOTOS.list();
  await env.PHOTOS.delete(objects.map(({ key }) => key));
  await env.DB.batch([
    env.DB.prepare("DELETE FROM published_photos"),
    env.DB.prepare("DELETE FROM photos"),
  ]);
}

/** The real Images for some calls, then its error when the monthly quota is used up. */
export function imagesWithQuota(calls: number): PhotoTransforms & { asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    input: (stream) => {
      asked += 1;
      if (asked > calls)
        throw new Error("IMAGES_TRANSFORM_ERROR 9422: free transformations exhausted");
      return env.IMAGES.input(stream);
    },
  };
}
