/**
 * Draws the photos that test/photo/ uploads, each with the metadata that phones, cameras and editors leave:
 * `node scripts/draw-photo-fixtures.ts`. The HEIC beside them is the same picture through Debian's heif-enc, since
 * no npm package encodes HEVC.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { Sharp } from "sharp";

const folder = new URL("../test/photo/fixtures/", import.meta.url);
const copyright = "© 2026 Trung tâm Phát triển KH&CN";
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="22,28.5N" exif:GPSLongitude="103,58.2E">
<dc:rights xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">© Nguyễn &amp; Trần</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>`;
const exif = {
  IFD0: { Copyright: copyright, Make: "PhoneMaker", Model: "Phone 12", Artist: "Somebody" },
  IFD2: { DateTimeOriginal: "2026:11:20 08:00:00", UserComment: "private words" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "22/1 28/1 30/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "103/1 58/1 12/1",
  },
};

/** How to turn and mirror the drawn picture for each EXIF orientation, so that viewers show it upright. sharp mirrors first. */
const lying: ((seen: Sharp) => Sharp)[] = [
  (seen) => seen,
  (seen) => seen.flop(),
  (seen) => seen.rotate(180),
  (seen) => seen.flip(),
  (seen) => seen.rotate(270).flop(),
  (seen) => seen.rotate(270),
  (seen) => seen.rotate(90).flop(),
  (seen) => seen.rotate(90),
];

mkdirSync(folder, { recursive: true });
for (const [index, lay] of lying.entries()) await drawOrientation(index + 1, lay);
await drawEverything();
await drawWide();
await drawPng();
await drawWebp();
await drawGif();
await drawAvif();

/** Four quarters, from the top left: red, green, blue, white. Any turn or mirroring is visible. */
function drawQuarters(width: number, height: number): string {
  const [x, y] = [width / 2, height / 2];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${x}" height="${y}" fill="#e00000"/><rect x="${x}" width="${x}" height="${y}" fill="#00b000"/>
    <rect y="${y}" width="${x}" height="${y}" fill="#0000e0"/><rect x="${x}" y="${y}" width="${x}" height="${y}" fill="#fff"/></svg>`;
}

async function drawPicture(width = 96, height = 64): Promise<Sharp> {
  const png = await sharp(Buffer.from(drawQuarters(width, height)))
    .flatten()
    .png()
    .toBuffer();
  return sharp(png);
}

async function drawOrientation(orientation: number, lay: (seen: Sharp) => Sharp) {
  const stored = await lay(await drawPicture())
    .png()
    .toBuffer();
  const jpeg = await sharp(stored)
    .withMetadata({ orientation })
    .withExif(exif)
    .withMetadata({ orientation })
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .toBuffer();
  save(`orientation-${orientation}.jpg`, jpeg);
}

/** Every kind of segment that a JPEG may have, and two files after its end. */
async function drawEverything() {
  const plain = await (
    await drawPicture()
  )
    .keepIccProfile()
    .withIccProfile("p3")
    .withExif(exif)
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .toBuffer();
  const thumbnail = Buffer.from("JFXX\0\x13\x01\x01PIX", "latin1");
  const segments = [
    // JFIF with a thumbnail of one secret pixel.
    segment(0xe0, Buffer.from("JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01PIX", "latin1")),
    segment(0xe0, thumbnail),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
    segment(0xe2, Buffer.from("MPF\0secret-mpf", "latin1")),
    segment(0xeb, Buffer.from("JP\0\x01jumb-c2pa", "latin1")),
    segment(0xed, makePhotoshopBlock("IPTC © Lê Văn Ảnh")),
    segment(0xfe, Buffer.from("a comment with a secret")),
  ];
  const appended = Buffer.concat([plain, Buffer.from("ftypmp42 motion photo secret")]);
  save(
    "everything.jpg",
    Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2), appended]),
  );
}

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

/** An APP13 with one resource: IPTC's city (2:90) and copyright notice (2:116). */
function makePhotoshopBlock(notice: string): Buffer {
  const dataset = (number: number, text: string) => {
    const words = Buffer.from(text);
    return Buffer.concat([Buffer.from([0x1c, 2, number, 0, words.length]), words]);
  };
  const iptc = Buffer.concat([dataset(90, "Secret city"), dataset(116, notice)]);
  const head = Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0", "latin1");
  head.writeUInt32BE(iptc.length, head.length - 4);
  return Buffer.concat([head, iptc]);
}

/** Large enough for every variant, in few bytes. Only XMP and IPTC name its copyright. */
async function drawWide() {
  const jpeg = await (
    await drawPicture(2000, 1200)
  )
    .jpeg({ quality: 40, mozjpeg: true })
    .toBuffer();
  const head = [
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
  ];
  save(
    "wide.jpg",
    Buffer.concat([
      ...head,
      segment(0xed, makePhotoshopBlock("IPTC © Lê Văn Ảnh")),
      jpeg.subarray(2),
    ]),
  );
}

async function drawPng() {
  const png = await (await drawPicture()).withExif(exif).png().toBuffer();
  const chunks = [
    makePngChunk("tEXt", Buffer.from("Author\0Secret author", "latin1")),
    makePngChunk("tEXt", Buffer.from("Copyright\0\xa9 2026 KH&CN", "latin1")),
    makePngChunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    makePngChunk("zTXt", Buffer.from("Raw profile type exif\0\0secret", "latin1")),
    makePngChunk("tIME", Buffer.from([0x07, 0xea, 11, 20, 8, 0, 0])),
    makePngChunk("prVt", Buffer.from("a private chunk")),
  ];
  const headerEnd = 33;
  const whole = [
    png.subarray(0, headerEnd),
    ...chunks,
    png.subarray(headerEnd),
    Buffer.from("appended secret"),
  ];
  save("text.png", Buffer.concat(whole));
}

function makePngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

async function drawWebp() {
  const lossy = await (
    await drawPicture()
  )
    .withExif(exif)
    .withXmp(xmp)
    .withIccProfile("p3")
    .webp({ quality: 80 })
    .toBuffer();
  save("exif.webp", Buffer.concat([lossy, Buffer.from("appended secret")]));
  save(
    "moving.webp",
    await (await drawMovingPicture()).webp({ loop: 0, delay: [500, 500] }).toBuffer(),
  );
  const lying = await (await drawPicture()).rotate(270).png().toBuffer();
  const tagged = () => sharp(lying).withMetadata({ orientation: 6 });
  save("lying.webp", await tagged().webp({ lossless: true }).toBuffer());
  save("lying.png", await tagged().png().toBuffer());
  save("plain.webp", await (await drawPicture()).webp({ lossless: true }).toBuffer());
}

/** Two frames that repeat for ever: the picture, and the picture mirrored. */
async function drawMovingPicture(): Promise<Sharp> {
  const first = await (await drawPicture()).raw().toBuffer();
  const second = await (await drawPicture()).flop().raw().toBuffer();
  const raw = { width: 96, height: 128, channels: 3, pageHeight: 64 } as const;
  return sharp(Buffer.concat([first, second]), { raw });
}

/** A comment and XMP beside the frames. */
async function drawGif() {
  const gif = await (await drawMovingPicture()).gif({ loop: 0, delay: [500, 500] }).toBuffer();
  const tableEnd = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
  const words = Buffer.from("a comment with a secret");
  const comment = [Buffer.from([0x21, 0xfe, words.length]), words, Buffer.from([0])];
  const magic = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  const packet = [Buffer.from("\x21\xff\x0bXMP DataXMP", "latin1"), Buffer.from(xmp), magic];
  save(
    "moving.gif",
    Buffer.concat([gif.subarray(0, tableEnd), ...comment, ...packet, gif.subarray(tableEnd)]),
  );
}

async function drawAvif() {
  save("refused.avif", await (await drawPicture()).avif({ quality: 40 }).toBuffer());
}

function save(name: string, bytes: Buffer) {
  writeFileSync(new URL(name, folder), bytes);
  console.log(name, bytes.length);
}
