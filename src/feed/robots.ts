import type { Site } from "../site.ts";
import { deskPath } from "../addresses/newsroom.ts";
import { newsSitemapPath, searchPath, sitemapPath } from "../addresses/public.ts";
import { absoluteUrl } from "./address.ts";

/** `/robots.txt` (RFC 9309): everything but the newsroom, the API, and the endless results of a search. */
export function robotsTxt(site: Site): string {
  return `User-agent: *
Disallow: ${deskPath}
Disallow: /api/
Disallow: ${searchPath}

Sitemap: ${absoluteUrl(site, sitemapPath)}
Sitemap: ${absoluteUrl(site, newsSitemapPath)}
`;
}
