import { contentPolicy } from "../html/content-policy.ts";
import { makeIdentityStyle } from "../html/identity-style.ts";
import { linkStylesheet, type Stylesheet } from "../html/stylesheet.ts";
import type { Site } from "../site.ts";

/** A finished page of the newsroom. `styles` are those that it has besides the sheet of every page. */
export function pageAnswer(
  site: Site,
  page: string,
  { status = 200, styles = [] }: { status?: number; styles?: readonly Stylesheet[] } = {},
): Response {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": newsroomPolicy(site, styles),
  };
  return new Response(page, { status, headers });
}

/**
 * 303 after a form succeeded: the browser loads the next page with GET, so that reloading does not send the form again.
 */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** `blob:` shows photos before they are uploaded; frames are previews of our own pages. */
function newsroomPolicy(site: Site, styles: readonly Stylesheet[]): string {
  return contentPolicy([newsroomStyle, makeIdentityStyle(site), ...styles], {
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "worker-src": "'self'",
  });
}

/** One sheet for every page of the newsroom. */
export const newsroomStyle = linkStylesheet("newsroom");
