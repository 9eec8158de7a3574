import { contentPolicy } from "../html/content-policy.ts";
import { html, type Html } from "../html/template.ts";
import { identityStyle } from "../html/identity-style.ts";
import { stylesheet } from "../html/stylesheet.ts";
import type { Preview, PreviewedText } from "../publishing/preview.ts";
import { withoutMeasurement } from "../site.ts";
import type { Site } from "../site.ts";
import { shortDateTime } from "../vietnamese/dates.ts";
import { reviewWords } from "../vietnamese/words/review.ts";
import { articlePage } from "./article-page.ts";
import { htmlType } from "../html/page.ts";
import { articleStyle } from "./page-styles.ts";
import barCss from "./preview-bar.css";

const barStyle = stylesheet(barCss);

export type PreviewPageContent = {
  text: PreviewedText;
  preview: Preview;
  /** The address at which the viewer may load a photo of the text. */
  photoAddress: (photo: string, variant: string) => string;
  /** When the link ends by which somebody came, ms; null for who is signed in. */
  endsAt: number | null;
};

/**
 * The page that readers get, made by the code that makes theirs, and then dressed: a bar says what it is, its own photos
 * come from where the one who looks may see them, and its links open elsewhere. Only our own pages may frame it.
 */
export function answerPreview(site: Site, shown: PreviewPageContent): Response {
  const page = articlePage(withoutMeasurement(site), shown.preview);
  return new Response(dressed(page, shown), {
    headers: {
      "content-type": htmlType,
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy": policy(site),
      "x-frame-options": "SAMEORIGIN",
    },
  });
}

function dressed(
  page: string,
  { text, preview, photoAddress, endsAt }: PreviewPageContent,
): string {
  const own = new Set(preview.photos);
  const head = html`<meta name="robots" content="noindex, nofollow" />
    <base target="_blank" />${barStyle.element}`;
  return page
    .replace("</head>", () => `${head.toString()}</head>`)
    .replace("<body>", () => `<body>${bar(text, endsAt).toString()}`)
    .replaceAll('href="#', 'target="_self" href="#')
    .replace(/\/anh\/([\da-f]{64})\/([\w.]+)/g, (path, id: string, variant: string) =>
      own.has(id) ? photoAddress(id, variant) : path,
    );
}

function bar({ article, version, savedAt }: PreviewedText, endsAt: number | null): Html {
  const isShown = article.isPublic && version === article.approvedVersion;
  return html`<aside class="preview-bar" aria-label="${reviewWords.preview}">
    <b>${isShown ? reviewWords.publishedBar : reviewWords.previewBar}</b>
    · ${version === null ? reviewWords.unsaved : reviewWords.version(version)} ·
    ${shortDateTime(new Date(savedAt))}
    ${endsAt === null ? null : html`<br />${reviewWords.linkEnds(shortDateTime(new Date(endsAt)))}`}
  </aside>`;
}

function policy(site: Site): string {
  const styles = [articleStyle, identityStyle(site), barStyle];
  return contentPolicy(styles, { "frame-ancestors": "'self'" });
}
