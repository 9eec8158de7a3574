import { filmPath } from "../addresses/public.ts";
import type { PublishedRecording } from "../published/published.ts";
import { documentWords } from "../vietnamese/words/document.ts";
import { videoWords } from "../vietnamese/words/video.ts";
import type { WriteAddress } from "./picture.ts";
import { html, raw } from "./template.ts";
import type { Html } from "./template.ts";

/** What a player shows besides the recording. */
export type PlayerParts = {
  /** The size of a video in pixels; null where it is unknown. */
  width: number | null;
  height: number | null;
  title: Html;
  /** The poster as an element. */
  picture: Html | null;
  /** The address of the captions. */
  captions: string | null;
  /** The paragraphs of what is said. */
  transcript: readonly string[];
  writeAddress: WriteAddress;
};

/**
 * A recording with the browser's own player. Nothing is loaded before a press but the poster. The poster of a video also stands
 * above it for paper, which does not show that of a player. Where players do not work, it and the link below stay: see `rewriteBody` (src/published/published-body.ts).
 */
export function renderPlayer(recording: PublishedRecording, parts: PlayerParts): Html {
  const { kind, file, seconds, bytes } = recording;
  const { transcript } = parts;
  const address = raw(parts.writeAddress(filmPath(file)));
  const facts = [videoWords.kinds[kind], describeLength(seconds), describeBytes(bytes)];
  const transcriptParts = transcript.map((line) => html`<p>${line}</p>`);
  return html`<figure class="recording${kind === "video" ? " film" : ""}">
    ${parts.picture}
    ${kind === "video" ? renderVideo(recording, parts) : renderAudio(recording, parts)}
    <figcaption>
      <a href="${address}">${parts.title}</a>
      <span class="video-source">${facts.filter((fact) => fact !== null).join(", ")}</span>
      ${
        transcript.length === 0
          ? null
          : html`<details>
              <summary>${videoWords.transcript}</summary>
              ${transcriptParts}
            </details>`
      }
    </figcaption>
  </figure>`;
}

function renderVideo({ file, title, poster }: PublishedRecording, parts: PlayerParts): Html {
  const { width, height, writeAddress } = parts;
  const size =
    width === null || height === null ? null : html` width="${width}" height="${height}"`;
  const image = poster === null ? null : html` poster="${raw(writeAddress(poster))}"`;
  return html`<video
    controls
    playsinline
    preload="none"
    src="${raw(writeAddress(filmPath(file)))}"
    aria-label="${title}"
    ${size}${image}
  >
    ${renderTrack(parts)}
  </video>`;
}

function renderAudio({ file, title }: PublishedRecording, parts: PlayerParts): Html {
  return html`<audio
    controls
    preload="none"
    src="${raw(parts.writeAddress(filmPath(file)))}"
    aria-label="${title}"
  ></audio>`;
}

function renderTrack({ captions, writeAddress }: PlayerParts): Html | null {
  if (captions === null) return null;
  return html`<track
    kind="captions"
    srclang="vi"
    label="${videoWords.captionsLanguage}"
    src="${raw(writeAddress(captions))}"
  />`;
}

/** "2 phút 5 giây". */
function describeLength(seconds: number | null): string | null {
  return seconds === null ? null : videoWords.length(Math.max(1, Math.round(seconds)));
}

function describeBytes(bytes: number): string {
  const megabytes = (bytes / 1_000_000).toFixed(1).replace(".", ",");
  return bytes < 100_000
    ? documentWords.kilobytes(String(Math.ceil(bytes / 1000)))
    : documentWords.megabytes(megabytes);
}
