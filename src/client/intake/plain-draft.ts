import { readPage } from "../../intake/page/read-page.ts";
import { ReadFailure } from "../../intake/recognition/read-failure.ts";
import { reportSentences } from "../../intake/report.ts";
import { readText } from "../../intake/text/read-text.ts";
import type { ReadOptions } from "../../intake/text/read-text.ts";
import { reportWords } from "../../vietnamese/words/intake-report.ts";
import type { LegacyAnswer, ReadDraft } from "./draft.ts";
import { makeDraft, makeReadOptions } from "./make-draft.ts";
import { readImageDataUrl } from "./take-photos.ts";
import { toRefusal } from "./intake-refusal.ts";

/** The charset of old Windows, under which text of old fonts was kept: tried where a file names none. */
const lastResort = "windows-1252";

/** The article in a plain text. IntakeRefusals charset and empty. */
export function draftFromText(file: File, answer: LegacyAnswer | null): Promise<ReadDraft> {
  return makeDraftFrom(file, answer, (bytes, options) => {
    const article = readText(bytes, options);
    return { article, fonts: [], reports: article.leftOut };
  });
}

/** The article of a saved page; of its photos only those that are in the file itself. IntakeRefusals as draftFromText. */
export function draftFromPage(file: File, answer: LegacyAnswer | null): Promise<ReadDraft> {
  return makeDraftFrom(file, answer, readPage);
}

type Read = Pick<ReturnType<typeof readPage>, "article" | "fonts" | "reports">;

async function makeDraftFrom(
  file: File,
  answer: LegacyAnswer | null,
  read: (bytes: Uint8Array, options: ReadOptions) => Read,
): Promise<ReadDraft> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const guessed = { isSo: false };
  try {
    const { article, fonts, reports } = withCharset(guessed, (charset) =>
      read(bytes, makeReadOptions(answer, charset)),
    );
    const problems = guessed.isSo ? [reportWords.charsetGuessed] : [];
    return makeDraft(article, {
      find: ({ source }) => readImageDataUrl(source),
      fonts,
      answer,
      problems: [...problems, ...reportSentences(reports)],
    });
  } catch (error) {
    throw toRefusal(error);
  }
}

function withCharset(guessed: { isSo: boolean }, read: (charset: string | null) => Read): Read {
  try {
    return read(null);
  } catch (error) {
    if (!(error instanceof ReadFailure) || error.code !== "unknown-charset") throw error;
    guessed.isSo = true;
    return read(lastResort);
  }
}
