import { readRecordingAddress } from "../../addresses/recording.ts";
import { readInlineText } from "../../markdown/body-text.ts";
import { listLinkParagraphs } from "../../markdown/link-paragraph.ts";
import { fileWords } from "../../vietnamese/words/file.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

/** A recording of ours without captions, from which its text alternative is made. */
export function missingCaptions({ article: { body } }: ReadArticle): Finding[] {
  // Most bodies have none, and reading a body takes time while somebody types.
  if (!body.includes("/phim/")) return [];
  return listLinkParagraphs(body).flatMap(({ link, words, start, end }) => {
    const recording = readRecordingAddress(link.href);
    if (recording === null || recording.captions !== null) return [];
    const title = readInlineText(words, () => "").trim();
    const where = { field: "body", start, end };
    return [warn("missing-captions", where, fileWords.missingCaptions(title))];
  });
}
