import { readingWords } from "../vietnamese/words/reading.ts";
import { downloadPath, printPath } from "../addresses/public.ts";
import { renderIcon } from "./icons.ts";
import { html, type Html } from "./template.ts";

/**
 * Sharing, copying, printing and saving an article, by plain links; the system's own way to share comes first where it has
 * one (see src/client/share.ts). `url` is the canonical address.
 */
export function renderShareLinks(url: string, slug: string): Html {
  return html`<ul class="share">
    <li class="native-share">
      <button type="button">
        ${renderIcon("share")}<span>${readingWords.shareAnywhere}</span>
      </button>
    </li>
    <li>
      <a
        href="${facebookAddress(url)}"
        rel="noopener"
        aria-label="${readingWords.shareOn("Facebook")}"
        >${renderIcon("facebook")}<span>${readingWords.onFacebook}</span></a
      >
    </li>
    <li>
      <a href="${zaloAddress(url)}" rel="noopener" aria-label="${readingWords.shareOn("Zalo")}"
        >${renderIcon("zalo")}<span>${readingWords.onZalo}</span></a
      >
    </li>
    <li>
      <details class="copy">
        <summary>${renderIcon("link")}<span>${readingWords.copyLink}</span></summary>
        <input type="text" readonly value="${url}" aria-label="${readingWords.articleAddress}" />
      </details>
    </li>
    <li>
      <a href="${printPath(slug)}">${renderIcon("print")}<span>${readingWords.print}</span></a>
    </li>
    <li>
      <a href="${downloadPath(slug)}"
        >${renderIcon("download")}<span>${readingWords.download}</span></a
      >
    </li>
  </ul>`;
}

const encoder = new TextEncoder();

function facebookAddress(url: string): string {
  return `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`;
}

/** Zalo documents no plain link; this is the one its own share button opens. */
function zaloAddress(url: string): string {
  const bytes = encoder.encode(JSON.stringify({ url }));
  return `https://button-share.zalo.me/share_external?d=${encodeURIComponent(btoa(String.fromCharCode(...bytes)))}`;
}
