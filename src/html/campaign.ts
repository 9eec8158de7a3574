import { deskPath } from "../addresses/newsroom.ts";
import { isDuring } from "../campaign.ts";
import type { Campaign } from "../campaign.ts";
import { renderPicture } from "./picture.ts";
import mourningCss from "./mourning.css";
import { campaignWords } from "../vietnamese/words/campaign.ts";
import { stylesheet } from "./stylesheet.ts";
import { html } from "./template.ts";
import type { Html } from "./template.ts";

/** Turns a page grey. It is a separate style: the policy of every page allows it by its hash. */
export const mourningStyle = stylesheet(mourningCss);

/**
 * The banner of the site, if this is its time; null otherwise. The page is cached; it is purged when the time begins and when
 * it ends (see src/publishing/campaign.ts).
 */
export function renderBanner({ banner, isPreview = false }: Campaign, now: number): Html | null {
  if (banner === null || !isDuring(banner, now)) return null;
  const { photo, alt, link } = banner;
  const layout = { sizes: "(min-width: 78rem) 76rem, 100vw", loading: "eager" } as const;
  const image = isPreview
    ? renderPicture({ ...photo, alt }, layout, (path) => deskPath + path)
    : renderPicture({ ...photo, alt }, layout);
  return html`<aside class="wrap campaign" aria-label="${campaignWords.banner}">
    <a href="${link}">${image}</a>
  </aside>`;
}

/** Whether the site is grey now. */
export function isMourning({ mourning }: Campaign, now: number): boolean {
  return mourning !== null && isDuring(mourning, now);
}
