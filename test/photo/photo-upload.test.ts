import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "../../src/errors.ts";
import { readMetadata } from "../../src/photo/metadata.ts";
import type { Photo, PhotoType } from "../../src/photo/photo.ts";
import { readPhotos } from "../../src/photo/photo-store.ts";
import { inspectPhoto, maxPhotoBytes, storePhoto } from "../../src/photo/photo-upload.ts";
import { transformPhoto } from "../../src/photo/transform.ts";
import { toBytes, fixture, toText } from "./fixture.ts";
import { addOwner, emptyHome, erasePhoto, imagesWithQuota, sender, readStored } from "./home.ts";
import { corners, decodePhoto } from "./seen.ts";

const upright = "red green blue white";

beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await addOwner();
  await emptyHome();
});

async function upload(bytes: Uint8Array, images = env.IMAGES as Pick<ImagesBinding, "input">) {
  return storePhoto(
    { ...env, IMAGES: images },
    { bytes: bytes.slice(), credit: "Thế Bằng", sender },
  );
}

async function catchRefusal(
  bytes: Uint8Array,
  images?: Pick<ImagesBinding, "input">,
): Promise<AppError> {
  const refusal: unknown = await upload(bytes, images).catch((error: unknown) => error);
  if (refusal instanceof AppError) return refusal;
  throw new Error("was not refused", { cause: refusal });
}

/** Every stored file of a photo, by name. */
async function readStoredFiles(
  photo: Photo,
): Promise<Map<string, { type: PhotoType; bytes: Uint8Array }>> {
  const { objects } = await env.PHOTOS.list({
    prefix: `photos/${photo.id}/`,
    include: ["httpMetadata"],
  });
  const files = new Map<string, { type: PhotoType; bytes: Uint8Array }>();
  for (const { key, httpMetadata } of objects) {
    const object = await env.PHOTOS.get(key);
    const bytes = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0));
    files.set(key.replace(/.*\//, ""), { type: httpMetadata?.contentType as PhotoType, bytes });
  }
  return files;
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("a photo of EXIF orientation %i", (orientation) => {
  const sent = fixture(`orientation-${orientation}.jpg`);
  const copyright = "(C) 2026 Trung tam Phat trien KH&CN";

  test("is upright in every stored file, by its pixels alone, with the copyright and nothing else", async () => {
    const { photo } = await upload(sent);
    expect(photo).toMatchObject({ width: 96, height: 64, type: "image/jpeg" });
    const files = await readStoredFiles(photo);
    expect([...files.keys()].sort()).toEqual(["480.webp", "960.jpg", "goc.jpg", "share.jpg"]);
    for (const { type, bytes } of files.values()) {
      expect(readMetadata(bytes, type)).toEqual({ orientation: 1, copyright });
      expect(toText(bytes)).not.toMatch(/GPS|PhoneMaker|private|2026:11/);
      expect(await corners(bytes)).toBe(upright);
    }
  });

  test("keeps only its orientation in EXIF when Images fails, so it is shown upright", async () => {
    const { photo } = await upload(sent, imagesWithQuota(0));
    expect(photo).toMatchObject({ width: 96, height: 64, variants: {} });
    const files = await readStoredFiles(photo);
    expect([...files.keys()]).toEqual(["goc.jpg"]);
    const bytes = files.get("goc.jpg")?.bytes ?? toBytes("");
    expect(readMetadata(bytes, "image/jpeg")).toEqual({ orientation, copyright });
    expect(toText(bytes)).not.toMatch(/GPS|PhoneMaker|private|2026:11/);
    expect(await corners(bytes)).toBe(upright);
    const { width, height } = await decodePhoto(bytes);
    expect([width, height]).toEqual([96, 64]);
  });
});

describe("a photo is stored once", () => {
  test("under the SHA-256 of the upload, with the real sizes of its variants", async () => {
    const sent = fixture("wide.jpg");
    const { photo, created } = await upload(sent);
    expect(created).toBe(true);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", sent));
    expect(photo.id).toBe(
      Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    );
    const size = (width: number, height: number) => ({ width, height, bytes: expect.any(Number) });
    expect(photo).toMatchObject({
      width: 2e3,
      height: 1200,
      type: "image/jpeg",
      credit: "Thế Bằng",
      variants: {
        "480.webp": size(480, 288),
        "960.webp": size(960, 576),
        "1600.webp": size(1600, 960),
        "960.jpg": size(960, 576),
        "share.jpg": size(1200, 630),
      },
    });
    for (const [name, { type, bytes }] of await readStoredFiles(photo)) {
      expect(type).toBe(name.endsWith(".webp") ? "image/webp" : "image/jpeg");
      expect(readMetadata(bytes, type).copyright).toBe("© Nguyễn & Trần");
    }
    expect((await readPhotos(env.DB, [photo.id, "b".repeat(64)])).get(photo.id)).toEqual(photo);
  });

  test("once for the same bytes, without processing them again", async () => {
    const first = await upload(fixture("everything.jpg"));
    const images = imagesWithQuota(9);
    const again = await upload(fixture("everything.jpg"), images);
    expect(again).toEqual({ photo: first.photo, created: false });
    expect(images.asked()).toBe(0);
    expect((await readStored()).rows).toBe(1);
  });

  test("with the facts of the first sender, when two people send the same bytes at the same time", async () => {
    const send = async (credit: string) =>
      storePhoto(env, { bytes: fixture("text.png"), sender, credit });
    const both = await Promise.all([send("Lê Na"), send("Đỗ Vân")]);
    const [photo] = (await readPhotos(env.DB, [both[0].photo.id])).values();
    expect(both.map((one) => one.photo)).toEqual([photo, photo]);
  });

  test("once when the same bytes arrive twice at the same time", async () => {
    const both = await Promise.all([upload(fixture("text.png")), upload(fixture("text.png"))]);
    expect(both.filter(({ created }) => created)).toHaveLength(1);
    expect(both[0]?.photo).toEqual(both[1]?.photo);
    expect((await readStored()).rows).toBe(1);
  });
});

describe("the original of every format is kept, with still variants", () => {
  test.each([
    ["everything.jpg", "image/jpeg", "goc.jpg"],
    ["text.png", "image/png", "goc.png"],
    ["exif.webp", "image/webp", "goc.webp"],
    ["moving.gif", "image/gif", "goc.gif"],
    ["moving.webp", "image/webp", "goc.webp"],
    ["lying.png", "image/png", "goc.png"],
    ["lying.webp", "image/webp", "goc.webp"],
  ])("%s", async (name, type, kept) => {
    const { photo } = await upload(fixture(name));
    expect(photo).toMatchObject({ type, width: 96, height: 64 });
    const files = await readStoredFiles(photo);
    expect([...files.keys()].sort()).toEqual(["480.webp", "960.jpg", kept, "share.jpg"].sort());
    expect(files.get(kept)?.bytes.length).toBe(photo.bytes);
    for (const { bytes } of files.values()) expect(await corners(bytes)).toBe(upright);
    expect(toText(files.get("480.webp")?.bytes ?? toBytes(""))).not.toContain("ANIM");
  });

  test("HEIC becomes JPEG where Images can convert it", async () => {
    const converting = imagesWithQuota(9);
    const images: Pick<ImagesBinding, "input"> = {
      // The local Images cannot decode HEVC, so it gets a JPEG instead of the HEIC.
      input: (stream) =>
        converting.asked() === 0
          ? converting.input(new Blob([fixture("orientation-6.jpg")]).stream())
          : converting.input(stream),
    };
    const { photo } = await upload(fixture("phone.heic"), images);
    expect(photo).toMatchObject({ type: "image/jpeg", width: 96, height: 64 });
    const files = await readStoredFiles(photo);
    expect([...files.keys()].sort()).toEqual(["480.webp", "960.jpg", "goc.jpg", "share.jpg"]);
    for (const { bytes } of files.values()) expect(await corners(bytes)).toBe(upright);
  });

  test("HEIC is refused with advice where it cannot", async () => {
    const refusal = await catchRefusal(fixture("phone.heic"));
    expect(refusal.code).toBe("unsupported-type");
    expect(refusal.message).toContain("JPEG");
    expect(await readStored()).toEqual({ files: [], rows: 0 });
  });
});

describe("the id and size of a photo before it is stored", () => {
  test.each(["orientation-6.jpg", "wide.jpg", "lying.png", "moving.gif"])(
    "%s: are those of the stored photo",
    async (name) => {
      const { id, width, height } = await inspectPhoto(fixture(name));
      const { photo } = await upload(fixture(name));
      expect({ id, width, height }).toEqual({
        id: photo.id,
        width: photo.width,
        height: photo.height,
      });
    },
  );

  test("are read from the header of a HEIC", async () => {
    expect(await inspectPhoto(fixture("phone.heic"))).toMatchObject({ width: 96, height: 64 });
  });

  test("are refused for an incomplete file", async () => {
    const half = inspectPhoto(fixture("wide.jpg").slice(0, 5_000));
    await expect(half).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("when Images fails, the photo is kept with the finished variants", () => {
  test("when the monthly quota ends between two variants", async () => {
    const images = imagesWithQuota(2);
    const { photo, created } = await upload(fixture("wide.jpg"), images);
    expect(created).toBe(true);
    expect(Object.keys(photo.variants).sort()).toEqual(["960.jpg", "share.jpg"]);
    expect((await readStored()).files).toEqual(["960.jpg", "goc.jpg", "share.jpg"]);
    // Two calls ran at the same time when the first failed. No call was made after that.
    expect(images.asked()).toBeLessThanOrEqual(4);
  });

  test("when an answer has the wrong size, which is not stored", async () => {
    const images: Pick<ImagesBinding, "input"> = {
      input: () => env.IMAGES.input(new Blob([fixture("text.png")]).stream()),
    };
    const { photo } = await upload(fixture("wide.jpg"), images);
    expect(photo.variants["960.jpg"]).toBeUndefined();
  });

  test("when the service does not answer within the deadline", async () => {
    const never = new ReadableStream<Uint8Array>();
    const images: Pick<ImagesBinding, "input"> = { input: () => env.IMAGES.input(never) };
    const encoding = { type: "image/webp", quality: 80 } as const;
    const drawing = transformPhoto(images, fixture("text.png"), {}, encoding, Date.now() + 50);
    await expect(drawing).rejects.toThrow("in time");
  });
});

describe("a file that is not a photo is refused, and nothing is stored", () => {
  test.each([
    ["a text file", toBytes("Day la van ban, khong phai anh"), "unsupported-type"],
    ["AVIF", fixture("refused.avif"), "unsupported-type"],
    ["nothing", toBytes(""), "unsupported-type"],
    ["one byte of a JPEG", toBytes("\xff"), "unsupported-type"],
    ["three bytes of a JPEG", toBytes("\xff\xd8\xff"), "invalid"],
    ["half a JPEG", fixture("wide.jpg").slice(0, 5_000), "invalid"],
    ["half a PNG", fixture("text.png").slice(0, 900), "invalid"],
    ["one byte too many", new Uint8Array(maxPhotoBytes + 1), "too-large"],
  ] as const)("%s", async (_, bytes, code) => {
    const refusal = await catchRefusal(bytes);
    expect(refusal.code).toBe(code);
    expect(refusal.errors).toEqual([{ path: "file", message: refusal.message }]);
    expect(await readStored()).toEqual({ files: [], rows: 0 });
  });

  test("an upload by an unknown sender stores no row", async () => {
    const upload = {
      bytes: fixture("text.png"),
      credit: null,
      sender: { ...sender, id: "nobody" },
    };
    await expect(storePhoto(env, upload)).rejects.toMatchObject({ code: "forbidden" });
    expect((await readStored()).rows).toBe(0);
  });
});

test("an erased photo is deleted from R2, and cannot be uploaded again", async () => {
  const { photo } = await upload(fixture("everything.jpg"));
  await erasePhoto(photo.id);
  await erasePhoto(photo.id);
  expect((await readStored()).files).toEqual([]);
  expect(await readPhotos(env.DB, [photo.id])).toEqual(new Map());
  expect((await catchRefusal(fixture("everything.jpg"))).code).toBe("gone");
});
