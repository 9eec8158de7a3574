import { describe, expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { writeExif } from "../../src/photo/format/exif.ts";
import type { PhotoMetadata } from "../../src/photo/format/exif.ts";
import { readGifBlocks } from "../../src/photo/format/gif.ts";
import { readJpegSegments } from "../../src/photo/format/jpeg.ts";
import { cleanPhoto, readMetadata } from "../../src/photo/metadata.ts";
import type { PhotoType } from "../../src/photo/photo.ts";
import { readPngChunks } from "../../src/photo/format/png.ts";
import { readWebpChunks } from "../../src/photo/format/webp.ts";
import { toBytes, fixture, toText } from "./fixture.ts";
import { decodePhoto } from "./seen.ts";

const fullFixtures: [string, PhotoType][] = [
  ["everything.jpg", "image/jpeg"],
  ["orientation-6.jpg", "image/jpeg"],
  ["text.png", "image/png"],
  ["exif.webp", "image/webp"],
  ["moving.gif", "image/gif"],
];

const nothing: PhotoMetadata = { orientation: 1, copyright: null };

/** Words of the fixtures' metadata: private, or the names of blocks that hold it. */
const leaks = [
  "secret",
  "Secret",
  "private",
  "PhoneMaker",
  "Phone 12",
  "Somebody",
  "2026:11:20",
  "GPS",
  "xmpmeta",
  "adobe.com",
  "8BIM",
  "JFXX",
  "PIX",
  "MPF",
  "jumb",
  "ftyp",
  "Author",
  "Raw profile",
];

describe.each(fullFixtures)("stripMetadata of %s", (name, type) => {
  test("keeps no text of its metadata", () => {
    const before = toText(fixture(name));
    expect(leaks.filter((word) => before.includes(word))).not.toEqual([]);
    const after = toText(cleanPhoto(fixture(name), type, readMetadata(fixture(name), type)));
    expect(leaks.filter((word) => after.includes(word))).toEqual([]);
  });

  test("keeps every pixel", async () => {
    const { orientation } = readMetadata(fixture(name), type);
    const stripped = cleanPhoto(fixture(name), type, { orientation, copyright: null });
    expect(await decodePhoto(stripped)).toEqual(await decodePhoto(fixture(name)));
  });

  test("does not change when it is stripped again", () => {
    const once = cleanPhoto(fixture(name), type, readMetadata(fixture(name), type));
    expect(cleanPhoto(once, type, readMetadata(once, type))).toEqual(once);
  });

  test("keeps its copyright", () => {
    const before = readMetadata(fixture(name), type);
    expect(before.copyright).not.toBeNull();
    expect(readMetadata(cleanPhoto(fixture(name), type, before), type)).toEqual(before);
  });
});

describe("the blocks that remain", () => {
  test("of a JPEG: JFIF without thumbnail, our EXIF, the colour profile, the picture", () => {
    const stripped = cleanPhoto(fixture("everything.jpg"), "image/jpeg", nothing);
    const segments = [...readJpegSegments(stripped)];
    const applications = segments.filter(({ marker }) => marker >= 0xe0);
    expect(applications.map(({ marker }) => marker)).toEqual([0xe0, 0xe2]);
    expect(toText(applications[0]?.payload ?? toBytes(""))).toBe(
      "JFIF\0\x01\x02\0\0\x01\0\x01\0\0",
    );
    expect(toText(applications[1]?.payload ?? toBytes(""))).toMatch(/^ICC_PROFILE\0/);
    expect(toText(stripped)).toMatch(/\xff\xd9$/);
  });

  test("of a JPEG's EXIF: the copyright, and the orientation unless upright, and no other tag", () => {
    const kept = { orientation: 6, copyright: "© Ảnh" };
    expect(exifTags(cleanPhoto(fixture("orientation-6.jpg"), "image/jpeg", kept))).toEqual([
      0x0112, 0x8298,
    ]);
    const upright = { orientation: 1, copyright: "© Ảnh" };
    expect(exifTags(cleanPhoto(fixture("orientation-6.jpg"), "image/jpeg", upright))).toEqual([
      0x8298,
    ]);
  });

  test("of a PNG: its picture, its density, and Copyright as UTF-8 text", () => {
    const kept = readMetadata(fixture("text.png"), "image/png");
    const chunks = [...readPngChunks(cleanPhoto(fixture("text.png"), "image/png", kept))];
    expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "iTXt", "pHYs", "IDAT", "IEND"]);
    expect(kept.copyright).toBe("© 2026 KH&CN");
  });

  test("of a WebP: the picture, the colour profile and our EXIF, with flags to match", () => {
    const kept = readMetadata(fixture("exif.webp"), "image/webp");
    const chunks = [...readWebpChunks(cleanPhoto(fixture("exif.webp"), "image/webp", kept))];
    expect(chunks.map(({ type }) => type)).toEqual(["VP8X", "ICCP", "VP8 ", "EXIF"]);
    expect(chunks[0]?.data[0]).toBe(0x20 | 0x08);
    const bare = [...readWebpChunks(cleanPhoto(fixture("exif.webp"), "image/webp", nothing))];
    expect(bare.map(({ type }) => type)).toEqual(["VP8X", "ICCP", "VP8 "]);
    expect(bare[0]?.data[0]).toBe(0x20);
  });

  test("of a plain WebP with a new copyright: still a valid picture", async () => {
    const kept = { orientation: 1, copyright: "© Ảnh" };
    const marked = cleanPhoto(fixture("plain.webp"), "image/webp", kept);
    expect(readMetadata(marked, "image/webp")).toEqual(kept);
    const { pixels } = await decodePhoto(fixture("plain.webp"));
    expect((await decodePhoto(marked)).pixels).toEqual(pixels);
    expect(cleanPhoto(marked, "image/webp", nothing).length).toBeLessThan(marked.length);
  });

  test("of a GIF: both frames, their timing, the loop, and the copyright as the one comment", () => {
    const kept = readMetadata(fixture("moving.gif"), "image/gif");
    const stripped = cleanPhoto(fixture("moving.gif"), "image/gif", kept);
    const blocks = [...readGifBlocks(stripped)];
    expect(blocks.filter(({ kind }) => kind === "image")).toHaveLength(2);
    expect(blocks.flatMap(({ label }) => label ?? [])).toEqual([0xfe, 0xff, 0xf9, 0xf9]);
    expect(toText(stripped)).toContain("NETSCAPE2.0");
  });
});

/** The tags of a JPEG's EXIF, which must be big-endian with one directory. */
function exifTags(jpeg: Uint8Array): number[] {
  const exif = [...readJpegSegments(jpeg)].find(({ marker }) => marker === 0xe1)?.payload.slice(6);
  if (exif === undefined) return [];
  const numbers = new DataView(exif.buffer);
  const count = numbers.getUint16(8);
  expect(numbers.getUint32(10 + 12 * count)).toBe(0);
  return Array.from({ length: count }, (_, index) => numbers.getUint16(10 + 12 * index));
}

describe("the copyright", () => {
  const jpegWith = (...segments: Uint8Array[]) =>
    toBytes(`\xff\xd8${segments.map(toText).join("")}\xff\xda\0\x02\xff\xd9`);
  const application = (marker: number, payload: string) =>
    toBytes(`\xff${String.fromCharCode(marker, 0, payload.length + 2)}${payload}`);
  const utf8 = (text: string) => toText(new Uint8Array(new TextEncoder().encode(text)));
  const exifOf = (value: string) =>
    application(
      0xe1,
      `Exif\0\0MM\0*\0\0\0\b\0\x01\x82\x98\0\x02\0\0\0${String.fromCharCode(value.length)}\0\0\0\x1a\0\0\0\0${value}`,
    );
  const copyrightOf = (...segments: Uint8Array[]) =>
    readMetadata(jpegWith(...segments), "image/jpeg").copyright;

  test.each([
    ["UTF-8", utf8("© Sở KH&CN\0"), "© Sở KH&CN"],
    ["Latin-1, as old cameras write", "\xa9 Somebody\0", "© Somebody"],
    ["photographer and editor", "An\0 Bình\0".normalize("NFD").replaceAll("\u0300", ""), "An Binh"],
    ["decomposed letters", utf8("Ảnh của Sở".normalize("NFD")), "Ảnh của Sở"],
    ["only blanks", "     \0", null],
  ])("is read from EXIF: %s", (_, value, wanted) => {
    expect(copyrightOf(exifOf(value))).toBe(wanted);
  });

  test("is read from XMP, and from IPTC, when EXIF has none", () => {
    expect(readMetadata(fixture("wide.jpg"), "image/jpeg").copyright).toBe("© Nguyễn & Trần");
    const notice = utf8("© Ảnh");
    const iptc = `\x1c\x02\x5a\0\x01X\x1c\x02\x74\0${String.fromCharCode(notice.length)}${notice}`;
    const resources =
      `8BIM\x03\xed\0\0\0\0\0\x03abc\0` +
      `8BIM\x04\x04\0\0\0\0\0${String.fromCharCode(iptc.length)}${iptc}`;
    expect(copyrightOf(application(0xed, `Photoshop 3.0\0${resources}`))).toBe("© Ảnh");
  });

  test("is cut to its maximum length, and a short one is kept", () => {
    expect(copyrightOf(exifOf("a".repeat(200)))).toBe("a".repeat(200));
    for (const copyright of ["a", "abc", "abcd", "Bản quyền thuộc về Sở"]) {
      const exif = writeExif({ orientation: 8, copyright });
      const segment = application(0xe1, `Exif\0\0${toText(exif ?? toBytes(""))}`);
      const read = readMetadata(jpegWith(segment), "image/jpeg");
      expect(read).toEqual({ orientation: 8, copyright });
    }
  });

  test("in a damaged EXIF block counts as absent, and the orientation before it still counts", () => {
    const entries =
      "\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x82\x98\0\x02\0\xff\xff\xff\0\0\0\x26";
    const segment = application(0xe1, `Exif\0\0MM\0*\0\0\0\b${entries}`);
    const read = readMetadata(jpegWith(segment), "image/jpeg");
    expect(read).toEqual({ orientation: 6, copyright: null });
  });
});

describe("damaged photos are refused without a crash", () => {
  const attempt = (bytes: Uint8Array, type: PhotoType) => {
    try {
      cleanPhoto(bytes, type, readMetadata(bytes, type));
    } catch (error) {
      if (error instanceof AppError && error.code === "invalid") return "refused";
      throw error;
    }
    return "taken";
  };

  const endOfPicture = {
    "image/jpeg": "\xff\xd9",
    "image/png": "\0\0\0\0IEND",
    "image/webp": "appended",
    "image/gif": "\0;",
  };

  test.each(fullFixtures)("%s cut short at any byte of its picture", (name, type) => {
    const whole = fixture(name);
    const end = toText(whole).indexOf(endOfPicture[type]);
    expect(end).toBeGreaterThan(500);
    for (let length = 0; length < end; length++) {
      expect(attempt(whole.slice(0, length), type)).toBe("refused");
    }
  });

  test.each(fullFixtures)("%s with bytes changed at random", (name, type) => {
    const whole = fixture(name);
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed % below;
    };
    for (let round = 0; round < 1_000; round++) {
      const damaged = whole.slice();
      for (let change = 0; change < 5; change++) damaged[random(damaged.length)] = random(256);
      expect(["refused", "taken"]).toContain(attempt(damaged, type));
    }
  });
});
