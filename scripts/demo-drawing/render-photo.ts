import sharp from "sharp";
import { Drawing } from "./drawing.ts";
import { SIZES } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** What one photo may weigh, in bytes: sixty of them and the articles stay under 3 MB. */
const BYTE_BUDGET = 42_000;

/** JPEG qualities tried in turn until a photo is within its budget. */
const QUALITIES = [74, 68, 62, 56, 50, 45, 40];

/** The scene as a JPEG. */
export async function renderPhoto(scene: Scene): Promise<Buffer> {
  const { width, height } = SIZES[scene.format];
  const drawing = new Drawing(scene.name, width, height);
  scene.draw(drawing);
  const pixels = await withGlow(Buffer.from(drawing.svg()));
  let photo: Buffer = pixels;
  for (const quality of QUALITIES) {
    photo = await sharp(pixels).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (photo.byteLength <= BYTE_BUDGET) break;
  }
  return photo;
}

/** A soft copy laid over the sharp one, as a lens does around light: bright parts bloom. */
async function withGlow(svg: Buffer): Promise<Buffer> {
  const sharpCopy = await sharp(svg).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  const softCopy = await sharp(sharpCopy)
    .blur(22)
    .ensureAlpha(0.42)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const glowing = await sharp(sharpCopy)
    .composite([{ input: softCopy, blend: "soft-light" }])
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(glowing).blur(0.7).png({ compressionLevel: 1 }).toBuffer();
}
