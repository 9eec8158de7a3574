import type { Site } from "../site.ts";
import { absoluteUrl } from "./address.ts";

/** `/robots.txt` (RFC 9309): everything but the newsroom, the API, and the endless results of a search. */
export function robotsTxt(site: Site): string {
  return `User-agent: *
Disallow: /toa-soan
Disallow: /api/
Disallow: /tim-kiem

Sitemap: ${absoluteUrl(site, "/sitemap.xml")}
Sitemap: ${absoluteUrl(site, "/sitemap-news.xml")}
`;
}
