import type { AppContext } from "../context.ts";
import { cachePublicly, publicDocument } from "../edge-cache/caching-policy.ts";
import { etagOf } from "../edge-cache/etag.ts";
import { tags } from "../edge-cache/tags.ts";
import { iconPath, largeIconPath } from "../html/addresses.ts";
import largeIcon from "../html/icon-512.png";
import touchIcon from "../html/icon-180.png";
import { iconSvg } from "../html/site-mark.ts";

/** GET /favicon.svg: the mark in the site's own colour. */
export async function getIcon(c: AppContext): Promise<Response> {
  return publicDocument(iconSvg(c.var.site.colours.header, 10), "image/svg+xml", [tags.site]);
}

/** GET /apple-touch-icon.png, 180 pixels square. */
export async function getTouchIcon(): Promise<Response> {
  return drawing(touchIcon);
}

/** GET /icon-512.png, for home screens. */
export async function getLargeIcon(): Promise<Response> {
  return drawing(largeIcon);
}

async function drawing(file: ArrayBuffer | Uint8Array): Promise<Response> {
  const bytes = new Uint8Array(file);
  const headers = { "content-type": "image/png", etag: await etagOf(bytes) };
  return cachePublicly(new Response(bytes, { headers }), "page", [tags.site]);
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
