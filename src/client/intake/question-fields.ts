import { intakeWords } from "../../vietnamese/words/intake.ts";
import { choiceFields } from "./choice-fields.ts";
import type { LegacyAnswer, LegacyQuestion } from "./draft.ts";

/** Asks how text whose fonts are lost is to be read: both readings to choose from, and neither chosen for the reporter. */
export function questionFields(
  { kind, before, after }: LegacyQuestion,
  onAnswer: (answer: LegacyAnswer) => void,
): HTMLFieldSetElement {
  return choiceFields<LegacyAnswer>(
    intakeWords.question,
    [
      { value: kind, label: intakeWords.readAs[kind], sample: after },
      { value: "as-is", label: intakeWords.asIs, sample: before },
    ],
    { hint: intakeWords.questionWhy },
    onAnswer,
  );
}
