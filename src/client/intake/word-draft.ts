import { reportSentences } from "../../intake/report.ts";
import { readWord } from "../../intake/word/read-word.ts";
import type { LegacyAnswer, ReadDraft } from "./draft.ts";
import { draftOf } from "./draft-of-article.ts";
import { readingOptions, refusalOf } from "./reading-options.ts";

/** The article in a .docx. IntakeRefusals broken, too-large and empty. */
export async function wordDraft(file: File, answer: LegacyAnswer | null): Promise<ReadDraft> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { article, photos, fonts, reports } = await readWord(bytes, readingOptions(answer)).catch(
    (error: unknown) => {
      throw refusalOf(error);
    },
  );
  return draftOf(article, {
    find: ({ source }) => {
      const photo = photos.get(source ?? "");
      return photo === undefined ? null : new Blob([photo.bytes], { type: photo.type });
    },
    fonts,
    answer,
    problems: reportSentences(reports),
  });
}
