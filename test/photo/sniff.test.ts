import { expect, test } from "vitest";
import { sniffPhotoType } from "../../src/photo/photo-header.ts";
import { toBytes, fixture } from "./fixture.ts";

test.each([
  ["orientation-1.jpg", "image/jpeg"],
  ["text.png", "image/png"],
  ["exif.webp", "image/webp"],
  ["moving.gif", "image/gif"],
  ["phone.heic", "image/heic"],
])("%s is %s", (name, type) => {
  expect(sniffPhotoType(fixture(name))).toBe(type);
});

test.each([
  ["AVIF", fixture("refused.avif")],
  ["text", toBytes("Hội nghị".normalize("NFD").replaceAll(/[^ -~]/g, ""))],
  ["SVG", toBytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["HTML", toBytes("<!doctype html><script>alert(1)</script>")],
  ["TIFF", toBytes("II*\0\b\0\0\0")],
  ["BMP", toBytes("BM\x36\0\0\0\0\0\0\0")],
  ["PDF", toBytes("%PDF-1.7")],
  ["an MP4 film", toBytes("\0\0\0\x18ftypmp42\0\0\0\0mp42isom")],
  ["a WAV sound", toBytes("RIFF\x24\0\0\0WAVEfmt ")],
  ["one byte", toBytes("\xff")],
  ["nothing", toBytes("")],
])("%s is no photo", (_, bytes) => {
  expect(sniffPhotoType(bytes)).toBeNull();
});

test("a HEIF file is HEIC by a compatible brand, whatever its major brand", () => {
  const named = (brands: string) => toBytes(`\0\0\0\x1cftyp${brands}`);
  expect(sniffPhotoType(named("mif1\0\0\0\0mif1heicmiaf"))).toBe("image/heic");
  expect(sniffPhotoType(named("mif1\0\0\0\0mif1avifmiaf"))).toBeNull();
});

test("a brand after the ftyp box does not count", () => {
  expect(sniffPhotoType(toBytes("\0\0\0\x14ftypmp42\0\0\0\0isom....heic"))).toBeNull();
});
