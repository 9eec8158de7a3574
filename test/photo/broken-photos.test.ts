import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "../../src/errors.ts";
import { joinBytes } from "../../src/photo/format/bytes.ts";
import { readGifBlocks } from "../../src/photo/format/gif.ts";
import { readJpegSegments } from "../../src/photo/format/jpeg.ts";
import { makePngChunk, readPngChunks } from "../../src/photo/format/png.ts";
import { inspectPhoto, storePhoto } from "../../src/photo/photo-upload.ts";
import type { PhotoTransforms } from "../../src/photo/transform.ts";
import { drawPng } from "./draw-png.ts";
import { toBytes, fixture } from "./fixture.ts";
import { addOwner, emptyHome, sender, readStored } from "./home.ts";
import { corners, decodePhoto } from "./seen.ts";

beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await addOwner();
  await emptyHome();
});

const upload = (bytes: Uint8Array, images: PhotoTransforms = env.IMAGES) =>
  storePhoto({ ...env, IMAGES: images }, { bytes: bytes.slice(), credit: null, sender });

const quarters = drawPng({
  width: 60,
  height: 40,
  isOpaque: true,
  pixel: (x, y) =>
    y < 20 ? (x < 30 ? [230, 0, 0] : [0, 180, 0]) : x < 30 ? [0, 0, 230] : [255, 255, 255],
});

/** The PNG with one byte of a chunk's data changed; the checksum stays. */
function damage(png: Uint8Array, wanted: string): Uint8Array {
  const copy = png.slice();
  const chunk = [...readPngChunks(copy)].find(({ type }) => type === wanted);
  if (chunk === undefined) throw new Error(`no ${wanted}`);
  const middle = Math.floor(chunk.data.length / 2);
  chunk.data[middle] = (chunk.data[middle] ?? 0) ^ 0x10;
  return copy;
}

/** The PNG with the first bytes of its compressed pixels only, in a chunk with the right checksum. */
function cutPixels(png: Uint8Array, length: number): Uint8Array {
  const chunks = [...readPngChunks(png)].map(({ type, bytes, data }) =>
    type === "IDAT" ? makePngChunk(type, data.subarray(0, length)) : bytes,
  );
  return new Uint8Array([...png.subarray(0, 8), ...chunks.flatMap((chunk) => [...chunk])]);
}

/** The JPEG with the data of its scan overwritten. */
function damageScan(jpeg: Uint8Array): Uint8Array {
  const copy = jpeg.slice();
  const scan = [...readJpegSegments(copy)].find(({ marker }) => marker === 0xda);
  if (scan === undefined) throw new Error("no scan");
  scan.bytes.fill(0x55, 4 + scan.payload.length + 200);
  return copy;
}

/** The JPEG up to and without its end marker. */
function withoutEnd(jpeg: Uint8Array): Uint8Array {
  const whole = [...readJpegSegments(jpeg)].reduce((length, { bytes }) => length + bytes.length, 0);
  return jpeg.slice(0, whole - 2);
}

async function expectRefusal(act: Promise<unknown>): Promise<void> {
  const refusal: unknown = await act.then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(AppError);
  expect(refusal).toMatchObject({ code: "invalid", errors: [{ path: "file" }] });
  expect(await readStored()).toEqual({ files: [], rows: 0 });
}

describe("a photo that cannot be decoded is refused, and nothing is stored", () => {
  test.each([
    ["a PNG with a wrong checksum of its pixels", damage(quarters, "IDAT")],
    ["a PNG with a wrong checksum of its header", damage(quarters, "IHDR")],
    ["a PNG without its last pixels", cutPixels(quarters, 40)],
    ["a PNG with pixels that do not unpack", cutPixels(quarters, 1)],
    ["a JPEG cut in half", fixture("wide.jpg").slice(0, 5_000)],
  ])("%s: already before anything is stored", async (_, bytes) => {
    await expectRefusal(inspectPhoto(bytes));
    await expectRefusal(upload(bytes));
  });

  test.each([
    ["a JPEG with broken data", damageScan(fixture("wide.jpg"))],
    ["a WebP with broken data", fixture("plain.webp").fill(0x55, 40)],
    ["a GIF with broken data", damageFrames(fixture("moving.gif"))],
  ])("%s", (_, bytes) => expectRefusal(upload(bytes)));
});

/** The GIF with the pixels of its frames overwritten, but not the length bytes or anything else. */
function damageFrames(gif: Uint8Array): Uint8Array {
  const blocks = [...readGifBlocks(gif)].map(({ kind, bytes }) => {
    if (kind !== "image") return bytes;
    const copy = bytes.slice();
    const length = copy[11] ?? 0;
    return copy.fill(0xff, 12, 12 + length);
  });
  return joinBytes(blocks);
}

describe("a photo is kept when Images fails for another reason", () => {
  const failing = (fails: (call: number) => Error | null): PhotoTransforms => {
    let calls = 0;
    return {
      input: (stream) => {
        const failure = fails(calls++);
        if (failure !== null) throw failure;
        return env.IMAGES.input(stream);
      },
    };
  };
  const coded = (code: number) => Object.assign(new Error(`IMAGES ${code}`), { code });

  test.each([
    ["a used-up monthly quota", 9422],
    ["an outage that answers with the code for broken photos", 9523],
  ])("%s", async (_, code) => {
    const { photo } = await upload(
      fixture("wide.jpg"),
      failing(() => coded(code)),
    );
    expect(photo).toMatchObject({ width: 2000, height: 1200, variants: {} });
  });

  test("is refused if Images can draw another photo at that time", async () => {
    const images = failing((call) => (call < 2 ? coded(9523) : null));
    await expectRefusal(upload(fixture("wide.jpg"), images));
  });
});

describe("damaged photos that can be repaired", () => {
  test.each(["orientation-1.jpg", "orientation-6.jpg", "everything.jpg"])(
    "%s without its end marker is stored",
    async (name) => {
      const { photo } = await upload(withoutEnd(fixture(name)));
      const file = await env.PHOTOS.get(`photos/${photo.id}/goc.jpg`);
      const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9]);
      expect(await corners(bytes)).toBe("red green blue white");
      expect(Object.keys(photo.variants).sort()).toEqual(["480.webp", "960.jpg", "share.jpg"]);
    },
  );

  test.each([3, 40, 400])("a JPEG that also lacks %i bytes of its picture is refused", (bytes) =>
    expectRefusal(inspectPhoto(withoutEnd(fixture("wide.jpg")).slice(0, -bytes))),
  );

  test.each([
    ["a PNG without IEND", "goc.png", quarters.slice(0, -12)],
    ["a PNG with half of IEND", "goc.png", quarters.slice(0, -6)],
    ["a JPEG with damaged IPTC", "goc.jpg", withIptc(fixture("orientation-1.jpg"))],
  ])("%s", async (_, name, bytes) => {
    const { photo } = await upload(bytes);
    const file = await env.PHOTOS.get(`photos/${photo.id}/${name}`);
    const kept = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(await corners(kept)).toBe("red green blue white");
    expect(Object.keys(photo.variants).sort()).toEqual(["480.webp", "960.jpg", "share.jpg"]);
  });

  /** A resource with a length beyond the end of the file. */
  function withIptc(jpeg: Uint8Array): Uint8Array {
    const payload = "Photoshop 3.0\x008BIM\x04\x04\0\0\xff\xff\xff\xff\0\0\0\0";
    const head = [0xff, 0xed, 0, payload.length + 2];
    return joinBytes([jpeg.slice(0, 2), new Uint8Array(head), toBytes(payload), jpeg.slice(2)]);
  }

  test("a damaged chunk that the picture does not need is left out", async () => {
    const gamma = makePngChunk("gAMA", new Uint8Array([0, 0, 177, 143]));
    const opaque = { width: 8, height: 8, isOpaque: true, pixel: () => [230, 0, 0] };
    const { photo } = await upload(damage(drawPng({ ...opaque, more: [gamma] }), "gAMA"));
    const file = await env.PHOTOS.get(`photos/${photo.id}/goc.png`);
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...readPngChunks(bytes)].map(({ type }) => type)).toEqual(["IHDR", "IDAT", "IEND"]);
  });
});

describe("a transparent photo has a white background in every variant", () => {
  /** The left half is transparent black, the right half is half-transparent red. */
  const glass = (x: number) => (x < 30 ? [0, 0, 0, 0] : [255, 0, 0, 128]);

  test.each([
    ["PNG", drawPng({ width: 60, height: 40, pixel: glass })],
    ["WebP", null],
  ])("%s", async (_, png) => {
    const sent = png ?? (await toWebp(drawPng({ width: 60, height: 40, pixel: glass })));
    const { photo } = await upload(sent);
    for (const name of ["960.jpg", "share.jpg", "480.webp"]) {
      const file = await env.PHOTOS.get(`photos/${photo.id}/${name}`);
      const jpeg = await decodePhoto(
        new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)),
      );
      const at = (x: number) => [...jpeg.pixels.subarray(x * jpeg.channels, x * jpeg.channels + 3)];
      for (const sample of at(3)) expect(sample, name).toBeGreaterThan(250);
      const [red = 0, green = 0, blue = 0] = at(jpeg.width - 4);
      expect(red, name).toBeGreaterThan(245);
      expect(Math.abs(green - 127), name).toBeLessThan(12);
      expect(Math.abs(blue - 127), name).toBeLessThan(12);
    }
  });

  async function toWebp(png: Uint8Array): Promise<Uint8Array> {
    const drawn = await env.IMAGES.input(new Blob([png]).stream()).output({ format: "image/webp" });
    return new Uint8Array(await drawn.response().arrayBuffer());
  }
});
