/**
 * Whether a page of this site sent a form, by the headers that every browser adds. SameSite cookies stop other sites already;
 * this also stops other hosts of the same site, and forms that need no cookie. The host of the request was checked before
 * (src/own-host.ts).
 */
export function isFromOwnPage(request: Request, baseUrl: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  return (
    (site ?? origin) !== null &&
    (site === null || site === "same-origin") &&
    (origin === null || [baseUrl, new URL(request.url).origin].includes(origin))
  );
}
