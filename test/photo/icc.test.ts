import { env } from "cloudflare:workers";
import { deflateSync, inflateSync } from "node:zlib";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { joinBytes } from "../../src/photo/format/bytes.ts";
import { reduceProfile } from "../../src/photo/format/icc.ts";
import { readJpegSegments } from "../../src/photo/format/jpeg.ts";
import { makePngChunk, readPngChunks } from "../../src/photo/format/png.ts";
import { readWebpChunks } from "../../src/photo/format/webp.ts";
import { storePhoto } from "../../src/photo/photo-upload.ts";
import { drawPng } from "./draw-png.ts";
import { toBytes, fixture, toText } from "./fixture.ts";
import { addOwner, emptyHome, sender } from "./home.ts";
import { corners, decodePhoto } from "./seen.ts";

const secret = "planted-secret-text";

const fourBytes = (value: number) => {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setInt32(0, value);
  return toText(new Uint8Array(bytes.buffer));
};
const fixed = (...values: number[]) =>
  values.map((v) => fourBytes(Math.round(v * 65_536))).join("");

const primaries: Record<string, string> = {
  rXYZ: `XYZ \0\0\0\0${fixed(0.436, 0.222, 0.014)}`,
  gXYZ: `XYZ \0\0\0\0${fixed(0.385, 0.717, 0.097)}`,
  bXYZ: `XYZ \0\0\0\0${fixed(0.143, 0.061, 0.714)}`,
};
const gamma = "curv\0\0\0\0\0\0\0\x01\x02\x33";
const curves: Record<string, string> = { rTRC: gamma, gTRC: gamma, bTRC: gamma };

/** A colour profile with these elements by tag. */
function makeProfile(tags: Record<string, string>, space = "RGB "): Uint8Array {
  const entries = Object.entries(tags);
  let start = 132 + 12 * entries.length;
  const table: string[] = [];
  const elements: string[] = [];
  for (const [name, element] of entries) {
    const padded = element.padEnd(Math.ceil(element.length / 4) * 4, "\0");
    table.push(name + fourBytes(start) + fourBytes(element.length));
    elements.push(padded);
    start += padded.length;
  }
  const rest = fourBytes(entries.length) + table.join("") + elements.join("");
  const header = `ADBE\x02\x10\0\0mntr${space}XYZ ${"\0".repeat(12)}acspAPPL${"\0".repeat(20)}`;
  const illuminant = fixed(0.9642, 1, 0.8249);
  return toBytes(
    `${fourBytes(132 + rest.length - 4)}${header}${illuminant}`.padEnd(128, "\0") + rest,
  );
}

const good = { ...primaries, ...curves };

function listTags(profile: Uint8Array | null): string[] {
  if (profile === null) return [];
  const numbers = new DataView(profile.buffer, profile.byteOffset);
  return Array.from({ length: numbers.getUint32(128) }, (_, index) =>
    toText(profile.subarray(132 + 12 * index, 136 + 12 * index)),
  );
}

describe("a stored colour profile", () => {
  test("keeps its primaries and curves, without names, makers and dates", () => {
    const reduced = reduceProfile(
      makeProfile({ desc: secret, cprt: secret, ...good, meta: secret }),
    );
    expect(listTags(reduced)).toEqual(["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"]);
    const text = toText(reduced ?? toBytes(""));
    for (const word of [secret, "ADBE", "APPL"]) expect(text).not.toContain(word);
    expect(reduceProfile(reduced ?? toBytes(""))).toEqual(reduced);
  });

  test.each([
    ["no profile", toBytes(secret)],
    ["a header alone", makeProfile({}).slice(0, 128)],
    ["a missing curve", makeProfile({ ...primaries, rTRC: gamma, gTRC: gamma })],
    ["text for a primary", makeProfile({ ...good, rXYZ: `XYZ \0\0\0\0${secret}` })],
    ["text for a curve", makeProfile({ ...good, rTRC: `curv\0\0\0\0\0\0\0\x09${secret}` })],
    ["text for a type", makeProfile({ ...good, rTRC: secret })],
    ["tables", makeProfile({ A2B0: secret }, "CMYK")],
  ])("nothing of one with %s", (_, profile) => {
    expect(reduceProfile(profile)).toBeNull();
  });

  test("keeps no byte after an element's numbers", () => {
    const reduced = reduceProfile(makeProfile({ ...good, rTRC: gamma + secret }));
    expect(listTags(reduced)).toHaveLength(6);
    expect(toText(reduced ?? toBytes(""))).not.toContain(secret);
  });
});

describe("no text planted in a profile or beside it is in any stored file", () => {
  const jpeg = (...segments: [marker: number, payload: string][]) => {
    const plain = fixture("orientation-1.jpg");
    const added = segments.map(([marker, payload]) =>
      toBytes(
        `\xff${String.fromCharCode(marker, (payload.length + 2) >> 8, (payload.length + 2) & 255)}${payload}`,
      ),
    );
    return joinBytes([plain.slice(0, 2), ...added, plain.slice(2)]);
  };
  const icc = (profile: Uint8Array) => `ICC_PROFILE\0\x01\x01${toText(profile)}`;
  const png = (type: string, data: Uint8Array) =>
    drawPng({
      width: 8,
      height: 8,
      isOpaque: true,
      pixel: () => [230, 0, 0],
      more: [makePngChunk(type, data)],
    });
  const packed = (profile: Uint8Array) =>
    joinBytes([toBytes(`${secret}\0\0`), deflateSync(profile)]);

  test.each([
    ["a JPEG's invalid profile", jpeg([0xe2, icc(toBytes(secret))])],
    ["a JPEG's profile", jpeg([0xe2, icc(makeProfile({ desc: secret, ...good }))])],
    ["a JPEG's profile of tables", jpeg([0xe2, icc(makeProfile({ A2B0: secret }, "CMYK"))])],
    ["a JPEG's unknown segment", jpeg([0xf0, secret])],
    ["a JPEG's reserved segment", jpeg([0xc8, secret])],
    ["a PNG's profile", png("iCCP", packed(makeProfile({ desc: secret, ...good })))],
    ["a PNG's invalid profile", png("iCCP", packed(toBytes(secret)))],
    ["a PNG's gamma of many bytes", png("gAMA", toBytes(secret))],
    ["a WebP's profile", webp(makeProfile({ desc: secret, ...good }))],
    ["a WebP's invalid profile", webp(toBytes(secret))],
  ])("%s", async (_, bytes) => {
    const { photo } = await storePhoto(env, { bytes, credit: null, sender });
    const { objects } = await env.PHOTOS.list({ prefix: `photos/${photo.id}/` });
    expect(objects.length).toBeGreaterThan(3);
    for (const { key } of objects) {
      const file = await env.PHOTOS.get(key);
      const stored = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(unpacked(stored), key).not.toContain(secret);
    }
  });

  beforeEach(async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await addOwner();
    await emptyHome();
  });

  test("a JPEG whose profile cannot be kept is drawn again, upright and without the profile", async () => {
    const bytes = jpeg([0xe2, icc(makeProfile({ A2B0: secret }, "CMYK"))]);
    const { photo } = await storePhoto(env, { bytes, credit: null, sender });
    const file = await env.PHOTOS.get(`photos/${photo.id}/goc.jpg`);
    const stored = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...readJpegSegments(stored)].map(({ marker }) => marker)).not.toContain(0xe2);
    expect(await corners(stored)).toBe("red green blue white");
  });

  test("a reduced profile gives the same colours as the original", async () => {
    const draw = (more: Uint8Array[]) =>
      drawPng({
        width: 16,
        height: 16,
        isOpaque: true,
        pixel: (x, y) => [16 * x, 100, 16 * y],
        more,
      });
    const straight = "curv\0\0\0\0\0\0\0\x01\x01\0";
    const whole = makeProfile({ ...good, gTRC: straight, meta: secret });
    const bytes = draw([makePngChunk("iCCP", packed(whole))]);
    // Storing a photo frees the memory of its bytes.
    const sent = { bytes: bytes.slice(), credit: null, sender };
    const { photo } = await storePhoto(env, sent);
    const file = await env.PHOTOS.get(`photos/${photo.id}/goc.png`);
    const stored = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect((await decodePhoto(stored)).pixels).toEqual((await decodePhoto(bytes)).pixels);
    expect((await decodePhoto(stored)).pixels).not.toEqual((await decodePhoto(draw([]))).pixels);
  });
});

/** A WebP with this colour profile. */
function webp(profile: Uint8Array): Uint8Array {
  const chunks = [...readWebpChunks(fixture("exif.webp"))].map(({ type, bytes }) => {
    if (type !== "ICCP") return bytes;
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, profile.length, true);
    const padding = new Uint8Array(profile.length % 2);
    return joinBytes([toBytes("ICCP"), new Uint8Array(length.buffer), profile, padding]);
  });
  const body = joinBytes([toBytes("WEBP"), ...chunks]);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, body.length, true);
  return joinBytes([toBytes("RIFF"), new Uint8Array(length.buffer), body]);
}

/** The text of a file, with a PNG's profile decompressed. */
function unpacked(file: Uint8Array): string {
  if (!toText(file.subarray(0, 4)).endsWith("PNG")) return toText(file);
  return [...readPngChunks(file)]
    .map(({ type, data }) =>
      type === "iCCP"
        ? toText(data) + toText(inflateSync(data.subarray(data.indexOf(0) + 2)))
        : toText(data),
    )
    .join(" ");
}
