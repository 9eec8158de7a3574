import sharp from "sharp";
import { iconSvg, shareSvg } from "../src/html/site-mark.ts";
import { readWorkerConfig } from "./start/worker-config.ts";

/**
 * `npm run icons`: draws what cannot be SVG, in the colour of wrangler.toml: the icons, whose corners phones round themselves, and
 * the picture of shared links to pages without a photo.
 */
const { vars } = await readWorkerConfig();
const ground = vars["HEADER_COLOUR"] ?? "";
const svg = Buffer.from(iconSvg(ground, 0));
for (const size of [180, 512]) {
  await sharp(svg, { density: (72 * size) / 48 })
    .resize(size)
    .png({ palette: true, colours: 16, effort: 10 })
    .toFile(`src/html/icon-${size}.png`);
}
await sharp(Buffer.from(shareSvg(ground)))
  .jpeg({ quality: 85, mozjpeg: true })
  .toFile("src/html/share.jpg");
