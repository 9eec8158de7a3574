import { intakeWords } from "../../vietnamese/words/intake.ts";
import type { LegacyAnswer, LegacyQuestion } from "./draft.ts";
import { make } from "./make-element.ts";

/** One answer of several; under its label stand a `note` and, line by line, a `sample` of text. */
export type Choice<Value extends string> = {
  value: Value;
  label: string;
  note?: string;
  sample?: string;
};

/** Radio buttons under a legend; one has to be chosen. Without `chosen` none is at first. */
export function makeChoiceFields<Value extends string>(
  legend: string,
  choices: readonly Choice<Value>[],
  { hint = "", chosen = null }: { hint?: string; chosen?: Value | null },
  onChoice: (value: Value) => void,
): HTMLFieldSetElement {
  const name = `intake-${choices.map(({ value }) => value).join("-")}`;
  const labels = choices.map(({ value, label, note = "", sample = "" }) => {
    const input = make("input", { type: "radio", name, value, required: true });
    input.checked = value === chosen;
    input.addEventListener("change", () => onChoice(value));
    const words = make("span", {}, label);
    if (note !== "") words.append(make("span", { className: "intake-note" }, note));
    if (sample !== "") words.append(make("span", { className: "intake-sample" }, sample));
    return make("label", { className: "intake-choice" }, input, words);
  });
  const said = hint === "" ? [] : [make("p", { className: "intake-hint" }, hint)];
  return make("fieldset", {}, make("legend", {}, legend), ...said, ...labels);
}

/** Asks how text whose fonts are lost is to be read: both readings to choose from, and neither chosen for the reporter. */
export function makeQuestionFields(
  { kind, before, after }: LegacyQuestion,
  onAnswer: (answer: LegacyAnswer) => void,
): HTMLFieldSetElement {
  return makeChoiceFields<LegacyAnswer>(
    intakeWords.question,
    [
      { value: kind, label: intakeWords.readAs[kind], sample: after },
      { value: "as-is", label: intakeWords.asIs, sample: before },
    ],
    { hint: intakeWords.questionWhy },
    onAnswer,
  );
}
