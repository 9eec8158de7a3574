import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { staticFile } from "../edge-cache/static-file.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { iconPath, largeIconPath, touchIconPath } from "../addresses/public.ts";
import { iconSvg } from "../html/site-mark.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** GET /favicon.svg: the mark in the site's own colour. */
export async function getIcon(c: AppContext): Promise<Response> {
  return publicDocument(iconSvg(c.var.site.colours.header, 10), "image/svg+xml", [tags.site]);
}

/** GET /apple-touch-icon.png, 180 pixels square. */
export async function getTouchIcon(c: AppContext): Promise<Response> {
  return drawing(c, touchIconPath);
}

/** GET /icon-512.png, for home screens. */
export async function getLargeIcon(c: AppContext): Promise<Response> {
  return drawing(c, largeIconPath);
}

async function drawing({ env }: AppContext, path: string): Promise<Response> {
  const file = await staticFile(env.ASSETS, path, "image/png");
  if (file === null) throw new AppError("not-found", readingWords.errors[404].title);
  return file;
}

/** GET /manifest.webmanifest: what the site is called and looks like on a home screen. */
export async function getManifest(c: AppContext): Promise<Response> {
  const { name, tagline, colours } = c.var.site;
  const manifest = {
    name,
    short_name: name,
    description: tagline,
    lang: "vi",
    start_url: "/",
    display: "browser",
    background_color: "#ffffff",
    theme_color: colours.header,
    icons: [
      { src: iconPath, sizes: "any", type: "image/svg+xml" },
      { src: largeIconPath, sizes: "512x512", type: "image/png", purpose: "any maskable" },
    ],
  };
  return publicDocument(JSON.stringify(manifest), "application/manifest+json", [tags.site]);
}
