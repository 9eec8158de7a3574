import { intakeWords } from "../../vietnamese/words/intake.ts";
import { openFrame } from "./dialog-frame.ts";
import type { LegacyAnswer, LegacyQuestion, PastedText } from "./draft.ts";
import { readPastedHtml } from "./intake.ts";
import { makeQuestionFields } from "./choice-fields.ts";

/** Reads pasted HTML as readPastedHtml, and asks the reporter where it has to. Null where the question is left open. */
export async function readPasteAsking(
  html: string,
  files: readonly File[],
): Promise<PastedText | null> {
  const pasted = await readPastedHtml(html, files);
  if (pasted.question === null) return pasted;
  const answer = await askLegacy(pasted.question);
  return answer === null ? null : readPastedHtml(html, files, answer);
}

function askLegacy(question: LegacyQuestion): Promise<LegacyAnswer | null> {
  return new Promise((resolve) => {
    let answer: LegacyAnswer | null = null;
    const { heading } = openFrame(intakeWords.pasteTitle, intakeWords.choose, {
      submitted: () => answer !== null,
      settle: (isDone) => resolve(isDone ? answer : null),
    });
    heading.after(makeQuestionFields(question, (chosen) => (answer = chosen)));
  });
}
