import sharp from "sharp";
import { iconSvg } from "../src/html/site-mark.ts";
import { readWorkerConfig } from "./start/worker-config.ts";

/** `npm run icons`: draws the icons that cannot be SVG, in the colour of wrangler.toml. Phones round the corners themselves. */
const { vars } = await readWorkerConfig();
const svg = Buffer.from(iconSvg(vars["HEADER_COLOUR"] ?? "", 0));
for (const size of [180, 512]) {
  await sharp(svg, { density: (72 * size) / 48 })
    .resize(size)
    .png({ palette: true, colours: 16, effort: 10 })
    .toFile(`src/html/icon-${size}.png`);
}
