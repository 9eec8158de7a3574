import { describe, expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { measurePhoto, sniffPhotoType } from "../../src/photo/photo-header.ts";
import type { UploadType } from "../../src/photo/photo-header.ts";
import { toBytes, fixture } from "./fixture.ts";

function catchRefusal(bytes: Uint8Array, type: UploadType): AppError {
  try {
    measurePhoto(bytes, type);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

/** A PNG's signature and IHDR, and nothing after it. */
function pngHeader(width: number, height: number): Uint8Array {
  const header = toBytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR........\x08\x02\0\0\0CRC.");
  const numbers = new DataView(header.buffer);
  numbers.setUint32(16, width);
  numbers.setUint32(20, height);
  return header;
}

/** A JPEG that ends after its frame header. */
function jpegHeader(width: number, height: number): Uint8Array {
  const header = toBytes("\xff\xd8\xff\xe0\0\x04..\xff\xc0\0\x0b\x08....\x01\x01\x11\0");
  const numbers = new DataView(header.buffer);
  numbers.setUint16(13, height);
  numbers.setUint16(15, width);
  return header;
}

describe("a photo's size is read from its header", () => {
  test.each([
    ["orientation-1.jpg", 96, 64],
    ["orientation-6.jpg", 64, 96],
    ["everything.jpg", 96, 64],
    ["wide.jpg", 2000, 1200],
    ["text.png", 96, 64],
    ["exif.webp", 96, 64],
    ["plain.webp", 96, 64],
    ["moving.gif", 96, 64],
    ["phone.heic", 96, 64],
  ])("%s: %i × %i", (name, width, height) => {
    const bytes = fixture(name);
    const type = sniffPhotoType(bytes);
    if (type === null) throw new Error("no type");
    expect(measurePhoto(bytes, type)).toEqual({ width, height });
  });

  test("a lossy WebP without VP8X", () => {
    const bytes = toBytes("RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x60\0\x40\0");
    expect(measurePhoto(bytes, "image/webp")).toEqual({ width: 96, height: 64 });
  });

  test("the header alone is enough, so the photo is not decoded", () => {
    expect(measurePhoto(jpegHeader(4000, 3000), "image/jpeg")).toEqual({
      width: 4000,
      height: 3000,
    });
    expect(measurePhoto(pngHeader(4000, 3000), "image/png")).toEqual({ width: 4000, height: 3000 });
  });
});

describe("a photo above the decoding limit is refused by its header", () => {
  test.each([
    ["60,000 × 60,000 in a PNG", pngHeader(60_000, 60_000), "image/png"],
    ["more pixels than a PNG can have", pngHeader(0xffffffff, 0xffffffff), "image/png"],
    ["60,000 × 60,000 in a JPEG", jpegHeader(60_000, 60_000), "image/jpeg"],
    ["65 megapixels and some", jpegHeader(10_000, 6_501), "image/jpeg"],
    ["a side above 12,000", jpegHeader(12_001, 100), "image/jpeg"],
  ] as const)("%s", (_, bytes, type) => {
    const refusal = catchRefusal(bytes, type);
    expect(refusal.code).toBe("invalid");
    expect(refusal.errors.map(({ path }) => path)).toEqual(["file"]);
    expect(refusal.message).toContain("quá lớn");
  });

  test("a GIF whose first frame is larger than its screen has the frame's size", () => {
    const bytes = fixture("moving.gif");
    new DataView(bytes.buffer).setUint16(6, 1, true);
    expect(measurePhoto(bytes, "image/gif")).toEqual({ width: 96, height: 64 });
  });
});

describe("a header that is cut short or contradicts itself is refused with a clear message", () => {
  test.each([
    ["a JPEG of one byte", toBytes("\xff"), "image/jpeg"],
    ["nothing", toBytes(""), "image/png"],
    ["a JPEG without a frame", toBytes("\xff\xd8\xff\xd9"), "image/jpeg"],
    ["a JPEG of no height", jpegHeader(100, 0), "image/jpeg"],
    ["a PNG of no width", pngHeader(0, 100), "image/png"],
    ["a PNG without IHDR", toBytes("\x89PNG\r\n\x1a\n\0\0\0\0IEND...."), "image/png"],
    ["a WebP without a picture", toBytes("RIFF\x04\0\0\0WEBP"), "image/webp"],
    ["a GIF without a frame", toBytes("GIF89a\x60\0\x40\0\0\0\0;"), "image/gif"],
    ["a HEIC without a size", toBytes("\0\0\0\x10ftypheic\0\0\0\0"), "image/heic"],
  ] as const)("%s", (_, bytes, type) => {
    const refusal = catchRefusal(bytes, type);
    expect(refusal.code).toBe("invalid");
    expect(refusal.message).toContain("hỏng");
  });
});
