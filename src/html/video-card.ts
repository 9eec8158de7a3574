import { frameOrigins, videoAddress, videoFrame } from "../addresses/external-video.ts";
import type { ExternalVideo } from "../addresses/external-video.ts";
import { videoWords } from "../vietnamese/words/video.ts";
import { html } from "./template.ts";
import type { Html } from "./template.ts";

/** What a card shows of a video besides the video itself. */
export type CardWords = {
  /** Null for a video that nobody has given a title. */
  title: Html | null;
  /** A photo of the library; null for the site's own drawing of a player, which styles add. */
  poster: Html | null;
};

/**
 * A video of another site as a link. Nothing of that site is loaded until a reader presses the card: src/client/video.ts
 * then puts a frame in its place.
 */
export function renderVideoCard(video: ExternalVideo, { title, poster }: CardWords): Html {
  const source = videoWords.on[video.provider];
  return html`<figure class="video" data-frame="${videoFrame(video)}">
    <a href="${videoAddress(video)}" rel="noopener"
      ><span class="video-screen">${poster}</span>
      <b>${title ?? source}</b>
      ${title === null ? null : html`<span class="video-source">${source}</span>`}</a
    >
  </figure>`;
}

/** Only `renderVideoCard` writes this, because templates escape every `<` that an author writes. */
const cardStart = /<figure class="video" data-frame="([^"]*)">/g;

/** The origins that the cards of this HTML load when they are pressed. */
export function findFrameOrigins(page: string): string[] {
  const frames = [...page.matchAll(cardStart)].map(([, frame = ""]) => frame);
  return Object.values(frameOrigins).filter((origin) =>
    frames.some((frame) => frame.startsWith(`${origin}/`)),
  );
}

/** The HTML with plain links instead of cards. */
export function writeVideoLinks(page: string): string {
  return page.replaceAll(cardStart, '<figure class="video-link">');
}
