import { filmPath } from "../../addresses/public.ts";
import { readRecordingAddress } from "../../addresses/recording.ts";
import type { StoredFile } from "../../file/file.ts";
import { fallbackPath } from "../../html/picture.ts";
import { renderPlayer } from "../../html/player.ts";
import { html, raw } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { readInlineText, readPhotoReference } from "../../markdown/body-text.ts";
import type { LinkParagraph } from "../../markdown/link-paragraph.ts";
import type { PublishedRecording } from "../../published/published.ts";
import { videoWords } from "../../vietnamese/words/video.ts";
import { renderInline } from "./render-inline.ts";
import type { BodyRendering } from "./render-notes.ts";
import { findPhoto, renderPhotoInText } from "./render-photos.ts";

/** The player of a paragraph that is nothing but the link of a stored recording; null for any other paragraph. */
export function renderRecording(
  { link, image, words }: LinkParagraph,
  rendering: BodyRendering,
): Html | null {
  const named = readRecordingAddress(link.href);
  const file = rendering.files.get(named?.file ?? "");
  if (file === undefined || (file.kind !== "video" && file.kind !== "audio")) return null;
  const captions = findCaptions(named?.captions ?? null, rendering);
  const text = readInlineText(words, (inText) => readPhotoReference(inText).alt).trim();
  const recording = describeRecording(file, text);
  const photo = image === null ? null : findPhoto(image, rendering);
  if (photo !== null) recording.poster = fallbackPath(photo);
  rendering.recordings.push(recording);
  return renderPlayer(recording, {
    width: file.width,
    height: file.height,
    // A space stands between the poster and the title.
    title:
      text === ""
        ? html`${recording.title}`
        : raw(renderInline(words, rendering).toString().trim()),
    picture: image === null ? null : renderPhotoInText(image, rendering),
    captions: captions === null ? null : filmPath(captions.id),
    transcript: captions?.transcript?.split("\n") ?? [],
    writeAddress: rendering.mark.writeAddress,
  });
}

function findCaptions(id: string | null, { files }: BodyRendering): StoredFile | null {
  const captions = files.get(id ?? "");
  return captions?.kind === "captions" ? captions : null;
}

function describeRecording(file: StoredFile, title: string): PublishedRecording {
  const kind = file.kind === "video" ? "video" : "audio";
  const { id, type, bytes, seconds } = file;
  return {
    file: id,
    kind,
    type,
    bytes,
    seconds,
    title: title || videoWords.own[kind],
    poster: null,
  };
}
