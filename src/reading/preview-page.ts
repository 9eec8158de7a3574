import { readRecordingAddress } from "../addresses/recording.ts";
import { contentPolicy, frameSources } from "../html/content-policy.ts";
import { html, type Html } from "../html/template.ts";
import { findFrameOrigins } from "../html/video-card.ts";
import { makeIdentityStyle } from "../html/identity-style.ts";
import type { WriteAddress } from "../html/picture.ts";
import type { PublishedBody, PublishedDocument } from "../published/published.ts";
import type { Preview, PreviewedText } from "../publishing/preview.ts";
import { withoutMeasurement } from "../site.ts";
import type { Site } from "../site.ts";
import { formatShortDateTime } from "../vietnamese/dates.ts";
import { reviewWords } from "../vietnamese/words/review.ts";
import { renderArticlePage } from "./article-page.ts";
import { htmlType } from "../html/page.ts";
import { renderStandingPage } from "./standing-page.ts";
import { articleStyle, standingStyle } from "./page-styles.ts";
import { barStyle } from "./unsaved-preview.ts";

export type PreviewPageContent = {
  text: PreviewedText;
  preview: Preview;
  /** The address at which the viewer may load a photo of the text. */
  photoAddress: (photo: string, variant: string) => string;
  /** The same for a document or recording. */
  fileAddress: (file: string, name: string) => string;
  /** When the preview link ends, ms; null for a signed-in user. */
  endsAt: number | null;
};

/**
 * The page that readers get, with a bar that says what it is. The text's own photos and recordings come from addresses that this viewer may
 * read, and links open in another window, except those within the page. Only our own pages may frame it.
 */
export function answerPreview(site: Site, shown: PreviewPageContent): Response {
  const { preview, text, endsAt } = shown;
  const writeAddress = (path: string): string => writeTextAddress(preview.photos, path, shown);
  const content = {
    ...preview,
    article: { ...preview.article, html: writeBody(preview.body, writeAddress) },
  };
  const head = html`<meta name="robots" content="noindex, nofollow" />
    <base target="_blank" />${barStyle.element}`;
  const parts = {
    head,
    banner: renderBar(text, endsAt),
    writeAddress,
    writeDocument: ({ file, address }: PublishedDocument) => shown.fileAddress(file, address),
  };
  const page =
    text.article.kind === "page"
      ? renderStandingPage(withoutMeasurement(site), { ...content, page: content.article }, parts)
      : renderArticlePage(withoutMeasurement(site), content, parts);
  return new Response(page, {
    headers: {
      "content-type": htmlType,
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy": policy(site, page),
      "x-frame-options": "SAMEORIGIN",
    },
  });
}

/**
 * The address of a recording's or photo's file for this viewer; of a photo only if it is one of these. Any other path stays as
 * it is.
 */
export function writeTextAddress(
  photos: readonly string[],
  path: string,
  { photoAddress, fileAddress }: Pick<PreviewPageContent, "photoAddress" | "fileAddress">,
): string {
  const file = readRecordingAddress(path)?.file;
  if (file !== undefined) return fileAddress(file, recordingName);
  return writePhotoAddress(photos, path, photoAddress);
}

/** The last part of a recording's address: any name will do. */
const recordingName = "phim";

/** The address of a photo's file for this viewer, if the photo is one of these; else the path as it is. */
export function writePhotoAddress(
  photos: readonly string[],
  path: string,
  photoAddress: PreviewPageContent["photoAddress"],
): string {
  const [, id = "", variant = ""] = photoFile.exec(path) ?? [];
  return photos.includes(id) ? photoAddress(id, variant) : path;
}

const photoFile = /^\/anh\/([\da-f]{64})\/([\w.-]+)$/;

/** The body with these addresses for its photos, and its footnotes linked within the window. */
export function writeBody({ html: body, addresses }: PublishedBody, write: WriteAddress): string {
  let written = "";
  let done = 0;
  for (const at of addresses) {
    if (body.charAt(at) === "#") {
      written += `${body.slice(done, at - attribute.length)}target="_self" `;
      done = at - attribute.length;
      continue;
    }
    const path = /^[^"\s,]+/.exec(body.slice(at, at + maxPath))?.[0] ?? "";
    written += body.slice(done, at) + write(path);
    done = at + path.length;
  }
  return written + body.slice(done);
}

/** Addresses within the page stand in links only. */
const attribute = 'href="';

/** Longer than the address of a photo. Longer addresses are those of links, and stay as they are. */
const maxPath = 200;

function renderBar({ article, version, savedAt }: PreviewedText, endsAt: number | null): Html {
  const isShown = article.isPublic && version === article.approvedVersion;
  return html`<aside class="preview-bar" aria-label="${reviewWords.preview}">
    <b>${isShown ? reviewWords.publishedBar : reviewWords.previewBar}</b>
    · ${version === null ? reviewWords.unsaved : reviewWords.version(version)} ·
    ${formatShortDateTime(new Date(savedAt))}
    ${endsAt === null ? null : html`<br />${reviewWords.linkEnds(formatShortDateTime(new Date(endsAt)))}`}
  </aside>`;
}

function policy(site: Site, page: string): string {
  const styles = [articleStyle, standingStyle, makeIdentityStyle(site), barStyle];
  const frames = frameSources(findFrameOrigins(page));
  return contentPolicy(styles, { "frame-ancestors": "'self'", ...frames });
}
