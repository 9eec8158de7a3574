import type { Tokens } from "marked";
import { readExternalVideo } from "../../addresses/external-video.ts";
import { checkLink } from "../../html/safe-link.ts";
import type { Html } from "../../html/template.ts";
import { renderVideoCard } from "../../html/video-card.ts";
import { readLinkParagraph } from "../../markdown/link-paragraph.ts";
import { renderInline } from "./render-inline.ts";
import type { BodyRendering } from "./render-notes.ts";
import { renderPhotoInText } from "./render-photos.ts";
import { renderRecording } from "./render-recording.ts";

/** The card or player of a paragraph that is nothing but the link of a video or recording; null for any other paragraph. */
export function renderVideoParagraph(
  paragraph: Tokens.Paragraph,
  rendering: BodyRendering,
): Html | null {
  const found = readLinkParagraph(paragraph);
  if (found === null) return null;
  const link = checkLink(found.link.href);
  const video = link === null ? null : readExternalVideo(link.address);
  if (video === null) return renderRecording(found, rendering);
  const words = renderInline(found.words, rendering);
  const title = words.toString().trim() === "" ? null : words;
  const poster = found.image === null ? null : renderPhotoInText(found.image, rendering);
  return renderVideoCard(video, { title, poster });
}
