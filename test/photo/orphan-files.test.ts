import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { deleteOrphanFiles } from "../../src/photo/orphan-files.ts";
import { markErased } from "../../src/photo/photo-store.ts";
import { storePhoto } from "../../src/photo/photo-upload.ts";
import { runClock } from "../publishing/minutes.ts";
import { fixture } from "./fixture.ts";
import { addOwner, emptyHome, sender, readStored } from "./home.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await addOwner();
  await emptyHome();
});

const storeUsedPhoto = () => storePhoto(env, { bytes: fixture("text.png"), credit: null, sender });

async function putOrphans(count: number): Promise<void> {
  const keys = Array.from({ length: count }, (_, index) => {
    const id = (index + 1).toString(16).padStart(64, "0");
    return `photos/${id}/goc.jpg`;
  });
  await Promise.all(keys.map((key) => env.PHOTOS.put(key, "bytes")));
}

test("the clock deletes files that no photo owns after a day, and no others", async () => {
  await storeUsedPhoto();
  const { files } = await readStored();
  await putOrphans(3);
  await env.PHOTOS.put("backup/elsewhere.txt", "not a photo");
  await runClock(Date.now() + day - hour);
  expect((await readStored()).files).toHaveLength(files.length + 4);
  await runClock(Date.now() + day + hour);
  expect((await readStored()).files).toEqual([...files, "elsewhere.txt"].sort());
});

test("the clock deletes files of an erased photo that were stored again", async () => {
  const { photo } = await storeUsedPhoto();
  await markErased(env.DB, photo.id, Date.now()).run();
  await env.DB.prepare("UPDATE photos SET erasure_done_at = 1 WHERE id = ?1").bind(photo.id).run();
  await runClock(Date.now() + 2 * day);
  expect((await readStored()).files).toEqual([]);
});

test("the clock reads a large bucket page by page, from where the last minute ended", async () => {
  await putOrphans(1100);
  const later = Date.now() + 2 * day;
  const after = await deleteOrphanFiles(env, null, later);
  expect(after).toMatch(/^photos\/0+3e8\/goc\.jpg$/);
  expect((await readStored()).files).toHaveLength(100);
  expect(await deleteOrphanFiles(env, after, later)).toBeNull();
  expect((await readStored()).files).toEqual([]);
});

test("the clock continues after the last page, and begins again at the end", async () => {
  await putOrphans(1001);
  const now = Date.now();
  // All files are new: nothing is deleted, and the second minute reads the last page.
  await runClock(now);
  const after = () =>
    env.DB.prepare("SELECT value FROM settings WHERE name = 'orphan-files-after'").first("value");
  expect(await after()).toMatch(/3e8/);
  await runClock(now + 60_000);
  expect(await after()).toBeNull();
});
