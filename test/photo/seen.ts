import { env } from "cloudflare:workers";

/** A picture as a browser shows it, EXIF orientation applied: `pixels` holds `channels` bytes a pixel, row by row. */
export type Seen = { width: number; height: number; channels: number; pixels: Uint8Array };

/** Decodes any format: the Images binding converts it to PNG. */
export async function decodePhoto(photo: Uint8Array): Promise<Seen> {
  const drawn = await env.IMAGES.input(new Blob([photo]).stream()).output({ format: "image/png" });
  return decodePng(new Uint8Array(await drawn.response().arrayBuffer()));
}

/** The colours of the four corners, from the top left in reading order: "red green blue white" is upright. */
export async function corners(photo: Uint8Array): Promise<string> {
  const { width, height, channels, pixels } = await decodePhoto(photo);
  const at = (x: number, y: number) => {
    const start = (y * width + x) * channels;
    return colourName(pixels.subarray(start, start + 3));
  };
  const inset = 3;
  const [right, bottom] = [width - 1 - inset, height - 1 - inset];
  return [at(inset, inset), at(right, inset), at(inset, bottom), at(right, bottom)].join(" ");
}

function colourName([red = 0, green = 0, blue = 0]: Uint8Array): string {
  if (red > 180 && green > 180 && blue > 180) return "white";
  const strongest = Math.max(red, green, blue);
  if (strongest < 100) return "black";
  return strongest === red ? "red" : strongest === green ? "green" : "blue";
}

/** Decodes the PNGs that sharp writes: 8 bits a channel, not interlaced, no palette. */
async function decodePng(png: Uint8Array): Promise<Seen> {
  const numbers = new DataView(png.buffer);
  const [width, height] = [numbers.getUint32(16), numbers.getUint32(20)];
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[numbers.getUint8(25)] ?? 0;
  const packed: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + numbers.getUint32(at)) {
    if (numbers.getUint32(at + 4) !== 0x49444154) continue;
    packed.push(png.subarray(at + 8, at + 8 + numbers.getUint32(at)));
  }
  const unpacked = new Blob(packed).stream().pipeThrough(new DecompressionStream("deflate"));
  const rows = new Uint8Array(await new Response(unpacked).arrayBuffer());
  return { width, height, channels, pixels: unfilter(rows, width * channels, height, channels) };
}

/** Undoes PNG's five filters: none, left, above, average, Paeth. */
function unfilter(rows: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (pixels[y * stride + x - channels] ?? 0);
      const above = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[(y - 1) * stride + x - channels] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      pixels[y * stride + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if (a === undefined || b === undefined || c === undefined) return 0;
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
