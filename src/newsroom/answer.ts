import { contentPolicy } from "../html/content-policy.ts";
import { identityStyle } from "../html/identity-style.ts";
import type { Site } from "../site.ts";
import { newsroomStyle } from "./newsroom-style.ts";

/** A finished page of the newsroom. */
export function pageAnswer(site: Site, page: string, status = 200): Response {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": newsroomPolicy(site),
  };
  return new Response(page, { status, headers });
}

/** 303: what follows a form that did its work is fetched anew, so that reloading repeats nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** `blob:` shows photos before they are uploaded; frames are previews of our own pages. */
function newsroomPolicy(site: Site): string {
  return contentPolicy([newsroomStyle, identityStyle(site)], {
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
  });
}
