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
      <button type="button">${renderIcon("share")}${readingWords.shareAnywhere}</button>
    </li>
    <li>
      <a
        href="${facebookAddress(url)}"
        rel="noopener"
        aria-label="${readingWords.shareOn("Facebook")}"
        >${renderIcon("facebook")}${readingWords.onFacebook}</a
      >
    </li>
    <li>
      <a href="${zaloAddress(url)}" rel="noopener" aria-label="${readingWords.shareOn("Zalo")}"
        >${renderIcon("zalo")}${readingWords.onZalo}</a
      >
    </li>
    <li>
      <details class="copy">
        <summary>${renderIcon("link")}${readingWords.copyLink}</summary>
        <input type="text" readonly value="${url}" aria-label="${readingWords.articleAddress}" />
      </details>
    </li>
    <li><a href="${printPath(slug)}">${renderIcon("print")}${readingWords.print}</a></li>
    <li><a href="${downloadPath(slug)}">${renderIcon("download")}${readingWords.download}</a></li>
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
