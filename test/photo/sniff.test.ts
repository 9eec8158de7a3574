import { expect, test } from "vitest";
import { sniffPhotoType } from "../../src/photo/photo-header.ts";
import { bytesOf, fixture } from "./fixture.ts";

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
  ["text", bytesOf("Hội nghị".normalize("NFD").replaceAll(/[^ -~]/g, ""))],
  ["SVG", bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["HTML", bytesOf("<!doctype html><script>alert(1)</script>")],
  ["TIFF", bytesOf("II*\0\b\0\0\0")],
  ["BMP", bytesOf("BM\x36\0\0\0\0\0\0\0")],
  ["PDF", bytesOf("%PDF-1.7")],
  ["an MP4 film", bytesOf("\0\0\0\x18ftypmp42\0\0\0\0mp42isom")],
  ["a WAV sound", bytesOf("RIFF\x24\0\0\0WAVEfmt ")],
  ["one byte", bytesOf("\xff")],
  ["nothing", bytesOf("")],
])("%s is no photo", (_, bytes) => {
  expect(sniffPhotoType(bytes)).toBeNull();
});

test("a HEIF file is HEIC by a compatible brand, whatever its major brand", () => {
  const named = (brands: string) => bytesOf(`\0\0\0\x1cftyp${brands}`);
  expect(sniffPhotoType(named("mif1\0\0\0\0mif1heicmiaf"))).toBe("image/heic");
  expect(sniffPhotoType(named("mif1\0\0\0\0mif1avifmiaf"))).toBeNull();
});

test("a brand after the ftyp box does not count", () => {
  expect(sniffPhotoType(bytesOf("\0\0\0\x14ftypmp42\0\0\0\0isom....heic"))).toBeNull();
});
