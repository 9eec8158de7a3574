import { expect, test } from "vitest";
import { photoSources } from "../../src/photo/photo.ts";
import type { Photo } from "../../src/photo/photo.ts";

const made = (width: number, height: number) => ({ width, height, bytes: 1000 });

const photo: Photo = {
  id: "a".repeat(64),
  type: "image/png",
  width: 2000,
  height: 1000,
  bytes: 5000,
  credit: null,
  variants: {
    "960.jpg": made(960, 480),
    "1600.webp": made(1600, 800),
    "480.webp": made(480, 240),
    "share.jpg": made(1200, 630),
  },
};

test("sources are the WebPs by rising width, then the JPEG; the share image is none", () => {
  expect(photoSources(photo)).toEqual([
    { variant: "480.webp", width: 480, height: 240, type: "image/webp" },
    { variant: "1600.webp", width: 1600, height: 800, type: "image/webp" },
    { variant: "960.jpg", width: 960, height: 480, type: "image/jpeg" },
  ]);
});

test("where the JPEG was not made, the upload comes last in its stead", () => {
  const { "480.webp": small } = photo.variants;
  if (small === undefined) throw new Error("no variant");
  expect(photoSources({ ...photo, variants: { "480.webp": small } })).toEqual([
    { variant: "480.webp", width: 480, height: 240, type: "image/webp" },
    { variant: "goc.png", width: 2000, height: 1000, type: "image/png" },
  ]);
});

test("a photo of which nothing was derived is its upload alone", () => {
  expect(photoSources({ ...photo, type: "image/jpeg", variants: {} })).toEqual([
    { variant: "goc.jpg", width: 2000, height: 1000, type: "image/jpeg" },
  ]);
});
