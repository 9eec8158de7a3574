import { listRecordingFiles, readRecordingAddress } from "../addresses/recording.ts";
import type { ArticleContent } from "../article/article.ts";
import type { FieldError } from "../errors.ts";
import type { StoredFile } from "../file/file.ts";
import { listLinkParagraphs } from "../markdown/link-paragraph.ts";
import { replaceRanges } from "../markdown/markdown.ts";
import { fileWords } from "../vietnamese/words/file.ts";

/** The faults of the recordings and captions that a body names. `usable` are the files that its author may use, by id. */
export function listRecordingFaults(
  { body }: Pick<ArticleContent, "body">,
  usable: ReadonlyMap<string, StoredFile>,
): FieldError[] {
  const links = listRecordingFiles(body).map((id) => usable.get(id));
  const faults = links.includes(undefined) ? [fileWords.unknownRecording] : [];
  for (const { link } of listLinkParagraphs(body)) {
    const recording = readRecordingAddress(link.href);
    const file = usable.get(recording?.file ?? "");
    const captions = usable.get(recording?.captions ?? "");
    if (file !== undefined && !isRecording(file)) faults.push(fileWords.noRecording(file.name));
    if (captions !== undefined && captions.kind !== "captions") {
      faults.push(fileWords.noCaptions(captions.name));
    }
  }
  return faults.map((message) => ({ path: "body", message }));
}

function isRecording({ kind }: StoredFile): boolean {
  return kind === "video" || kind === "audio";
}

/** A text without the recordings whose files are no longer stored, and without their titles. */
export function keepRecordings(
  content: ArticleContent,
  stored: { has: (id: string) => boolean },
): ArticleContent {
  const { body } = content;
  if (listRecordingFiles(body).every((id) => stored.has(id))) return content;
  const lost = listLinkParagraphs(body).filter(({ link }) => {
    const file = readRecordingAddress(link.href)?.file;
    return file !== undefined && !stored.has(file);
  });
  return {
    ...content,
    body: replaceRanges(
      body,
      lost.map((place) => ({ ...place, text: "" })),
    ),
  };
}
