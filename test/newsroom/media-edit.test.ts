import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { deleteOrphanFiles } from "../../src/photo/orphan-files.ts";
import { updatePhoto } from "../../src/publishing/photo-acts.ts";
import { corners, decodePhoto } from "../photo/seen.ts";
import { runClock } from "../publishing/minutes.ts";
import { imagesWithQuota } from "../photo/home.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, asActor, send } from "../support/newsroom.ts";
import { sendWidePhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let owner: Staff;
let other: Staff;
let editor: Staff;
let photo = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  owner = await hireInBrowser("reporter");
  other = await hireInBrowser("reporter");
  editor = await hireInBrowser("editor");
});

beforeEach(async () => {
  photo = await sendWidePhoto(owner);
});

type Described = {
  width: number;
  height: number;
  url: string;
  originalUrl: string;
  edit: unknown;
  variants: Record<string, { width: number; height: number }>;
};

const asScript = { accept: "application/json" };

async function edit(
  staff: Staff,
  fields: Record<string, string>,
  id = photo,
): Promise<{ status: number; photo: Described }> {
  const answer = await staff.post(`/toa-soan/anh/${id}/khung`, fields, asScript);
  return { status: answer.status, photo: await answer.json<Described>() };
}

async function bytesAt(answer: Response): Promise<Uint8Array> {
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The names of the photo's files in R2. */
async function storedFiles(id = photo): Promise<string[]> {
  const { objects } = await env.PHOTOS.list({ prefix: `photos/${id}/` });
  return objects.map(({ key }) => key.slice(`photos/${id}/`.length)).sort();
}

describe("POST /toa-soan/anh/:photo/khung", () => {
  test("rotates the photo in every variant, and leaves the upload and its variants alone", async () => {
    const before = await storedFiles();
    const { status, photo: edited } = await edit(owner, { rotation: "90" });
    expect(status).toBe(200);
    expect(edited).toMatchObject({ width: 1200, height: 2000, edit: { rotation: 90, crop: null } });
    const bytes = await bytesAt(await owner.open(edited.url));
    expect(await decodePhoto(bytes)).toMatchObject({ width: 480, height: 800 });
    const unedited = await corners(await bytesAt(await owner.open(edited.originalUrl)));
    const [topLeft, topRight, bottomLeft, bottomRight] = unedited.split(" ");
    expect(await corners(bytes)).toBe([bottomLeft, topLeft, bottomRight, topRight].join(" "));
    expect(await storedFiles()).toEqual(expect.arrayContaining(before));
  });

  test("cuts away what the percentages say", async () => {
    const { photo: edited } = await edit(owner, { cutLeft: "50", cutTop: "50" });
    expect(edited).toMatchObject({ width: 1000, height: 600 });
    expect(edited.variants["1600.webp"]).toBeUndefined();
    expect(edited.variants["960.webp"]).toMatchObject({ width: 960, height: 576 });
    const unedited = await corners(await bytesAt(await owner.open(edited.originalUrl)));
    const kept = await corners(await bytesAt(await owner.open(edited.url)));
    expect(kept.split(" ")[3]).toBe(unedited.split(" ")[3]);
    expect(new Set(kept.split(" ")).size).toBe(1);
  });

  test("makes the share image around the focus", async () => {
    const shareOf = async (fields: Record<string, string>) => {
      const { photo: edited } = await edit(owner, fields);
      const path = edited.url.replace("/480", "/share").replace(".webp", ".jpg");
      const [share, whole] = [await owner.open(path), await owner.open(edited.url)];
      return { share: await bytesAt(share), whole: await corners(await bytesAt(whole)) };
    };
    // A tall photo: the share image is a strip of it.
    const top = await shareOf({ rotation: "90", focusX: "50", focusY: "10" });
    const bottom = await shareOf({ rotation: "90", focusX: "50", focusY: "90" });
    expect(await decodePhoto(top.share)).toMatchObject({ width: 1200, height: 630 });
    const [topLeft, topRight, bottomLeft, bottomRight] = top.whole.split(" ");
    expect(await corners(top.share)).toBe([topLeft, topRight, topLeft, topRight].join(" "));
    const below = [bottomLeft, bottomRight, bottomLeft, bottomRight].join(" ");
    expect(await corners(bottom.share)).toBe(below);
  });

  test("gives each edit its own file names, and none to an edit that changes nothing", async () => {
    const first = await edit(owner, { rotation: "180" });
    const again = await edit(owner, { rotation: "180" });
    expect(again.photo.url).toBe(first.photo.url);
    const back = await edit(owner, { rotation: "0" });
    expect(back.photo).toMatchObject({ edit: null, width: 2000 });
    expect(back.photo.url).toBe(`/toa-soan/anh/${photo}/480.webp`);
    const third = await edit(owner, { rotation: "180" });
    expect(third.photo.url).not.toBe(first.photo.url);
  });

  test.each([
    [{ rotation: "45" }, "rotation"],
    [{ cutLeft: "60", cutRight: "40" }, "crop"],
    [{ cutLeft: "-5" }, "cutLeft"],
    [{ cutLeft: "97" }, "crop"],
    [{ focusX: "120", focusY: "5" }, "focus"],
    [{ focusX: "giữa" }, "focusX"],
  ])("refuses %j, naming %s, and keeps what was typed", async (fields, path) => {
    const answer = await owner.post(`/toa-soan/anh/${photo}/khung`, fields, asScript);
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { path: string }[] }>();
    expect(errors.map((error) => error.path)).toContain(path);
    const page = await owner.post(`/toa-soan/anh/${photo}/khung`, fields);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain(`value="${Object.values(fields)[0]}"`);
  });

  test("is for the owner until the photo is published, and for editors always", async () => {
    expect((await edit(other, { rotation: "90" })).status).toBe(404);
    expect((await edit(owner, { rotation: "90" })).status).toBe(200);
    await publish(owner, editor, article("Bài có ảnh xoay", { body: `![Ô](photo:${photo})` }));
    expect((await edit(owner, { rotation: "0" })).status).toBe(403);
    expect((await edit(editor, { rotation: "0" })).status).toBe(200);
  });

  test("without script, leads back to the photo's page, which says so", async () => {
    const answer = await owner.post(`/toa-soan/anh/${photo}/khung`, { rotation: "270" });
    expect(answer.status).toBe(303);
    const page = await owner.open(answer.headers.get("location") ?? "");
    expect(await page.text()).toContain("Đã lưu khung ảnh");
  });

  test("changes nothing when Images fails half-way", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const images = imagesWithQuota(3);
    const act = { db: env.DB, actor: asActor(editor, "editor"), now: Date.now() };
    const change = { photoId: photo, edit: { rotation: 90, crop: null, focus: null } } as const;
    await expect(updatePhoto({ ...env, IMAGES: images }, act, change)).rejects.toMatchObject({
      code: "unavailable",
    });
    const answer = await owner.open(`/toa-soan/anh/${photo}`, asScript);
    expect(await answer.json()).toMatchObject({ edit: null, width: 2000 });
  });
});

describe("an edit of a published photo", () => {
  let slug = "";

  beforeEach(async () => {
    const lead = { leadPhoto: { photo, alt: "Bốn ô màu" } };
    const published = await publish(owner, editor, article(`Bài ảnh ${photo.slice(0, 6)}`, lead));
    slug = published.slug;
  });

  test("is on its page at once, and old addresses lead to today's file", async () => {
    const { photo: edited } = await edit(editor, { cutRight: "50", rotation: "180" });
    const [, revision] = /480-([\da-f]{8})\.webp$/.exec(edited.url) ?? [];
    const page = await (await send(`/bai-viet/${slug}`)).text();
    expect(page).toContain(`/anh/${photo}/share-${revision}.jpg`);
    expect(page).toContain(`/anh/${photo}/960-${revision}.webp 960w`);
    expect(page).not.toContain(`/anh/${photo}/share.jpg`);
    const feed = await (await send("/feed.json")).text();
    expect(feed).toContain(`/anh/${photo}/share-${revision}.jpg`);
    for (const old of ["share.jpg", "goc.jpg", "share-00000000.jpg", "share-goc.jpg"]) {
      const moved = await send(`/anh/${photo}/${old}`, { redirect: "manual" });
      expect(moved.status, old).toBe(302);
      expect(moved.headers.get("cache-control")).toBe("no-cache");
      const location = new URL(moved.headers.get("location") ?? "", `http://x/anh/${photo}/${old}`);
      await bytesAt(await send(location.pathname));
    }
    await edit(editor, { rotation: "0" });
    await bytesAt(await send(`/anh/${photo}/share.jpg`, { redirect: "manual" }));
  });

  test("is finished by the clock when rendering the pages failed", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await env.DB.prepare(
      `CREATE TRIGGER no_change BEFORE INSERT ON changes BEGIN SELECT RAISE (ABORT, 'broken'); END`,
    ).run();
    const { status, photo: edited } = await edit(editor, { rotation: "180" });
    await env.DB.prepare(`DROP TRIGGER no_change`).run();
    expect(status).toBe(200);
    const name = edited.url.replace(/.*\/480/, "share").replace("webp", "jpg");
    expect(await (await send(`/bai-viet/${slug}`)).text()).not.toContain(name);
    await runClock(Date.now());
    expect(await (await send(`/bai-viet/${slug}`)).text()).toContain(name);
  });

  test("keeps the files of the present edit only, once a day has passed", async () => {
    await edit(editor, { rotation: "90" });
    const former = await storedFiles();
    const { photo: edited } = await edit(editor, { rotation: "180" });
    const [, revision = ""] = /480-([\da-f]{8})\.webp$/.exec(edited.url) ?? [];
    await deleteOrphanFiles(env, `photos/${photo}`, Date.now() + 25 * 60 * 60 * 1000);
    const left = await storedFiles();
    const kept = former.filter((name) => !name.includes("-"));
    expect(left).toEqual(expect.arrayContaining(kept));
    expect(left.filter((name) => name.includes("-")).every((name) => name.includes(revision))).toBe(
      true,
    );
    expect(left).toHaveLength(2 * kept.length - 1);
  });
});
