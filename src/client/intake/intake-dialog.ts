import { intakeWords } from "../../vietnamese/words/intake.ts";
import { makeChoiceFields, makeQuestionFields } from "./choice-fields.ts";
import { openFrame } from "./dialog-frame.ts";
import type { DialogFrame } from "./dialog-frame.ts";
import type { IntakeHost, IntakeMode, LegacyAnswer, ReadDraft } from "./draft.ts";
import { summariseDraft } from "./draft-summary.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { readDroppedFile } from "./intake.ts";
import { make } from "./make-element.ts";

/**
 * Reads a dropped file, shows what was recognised, asks what is not sure, and gives the draft to the form when the reporter
 * says so. Whether it was given.
 */
export function openIntakeDialog(file: File, host: IntakeHost): Promise<boolean> {
  return new Promise((settle) => {
    const status = make("div", { className: "intake-status" });
    const reading = new Reading(file, status);
    let mode: IntakeMode = host.hasText() ? "append" : "replace";
    const frame = openFrame(intakeWords.title(file.name), intakeWords.apply, {
      submitted: () => {
        if (reading.draft === null) return false;
        host.apply(mode === "append" ? moveTitleIntoBody(reading.draft) : reading.draft, mode);
        return true;
      },
      settle,
    });
    status.setAttribute("aria-live", "polite");
    frame.heading.after(status);
    void reading.begin(frame, () =>
      host.hasText() ? [makeModeFields(mode, (chosen) => (mode = chosen))] : [],
    );
  });
}

/** Only a body: title, lede and lead photo are in it. */
function moveTitleIntoBody(draft: ReadDraft): ReadDraft {
  return { ...draft, title: "", lede: "", leadPhoto: null, body: draft.whole };
}

function makeModeFields(
  chosen: IntakeMode,
  onChoice: (mode: IntakeMode) => void,
): HTMLFieldSetElement {
  return makeChoiceFields<IntakeMode>(
    intakeWords.mode,
    [
      { value: "append", label: intakeWords.append },
      { value: "replace", label: intakeWords.replace, note: intakeWords.replaceWarning },
    ],
    { chosen },
    onChoice,
  );
}

/** A file as it is read, and read again with each answer. */
class Reading {
  /** Null while it is read, and where it gives none. */
  draft: ReadDraft | null = null;
  readonly #file: File;
  readonly #status: HTMLElement;
  #turn = 0;

  constructor(file: File, status: HTMLElement) {
    this.#file = file;
    this.#status = status;
  }

  async begin(frame: DialogFrame, more: () => Node[]): Promise<void> {
    frame.submit.hidden = true;
    await this.#read(null);
    if (this.draft === null) {
      frame.cancel.textContent = intakeWords.close;
      return;
    }
    const { question } = this.draft;
    const asked =
      question === null ? [] : [makeQuestionFields(question, (answer) => void this.#read(answer))];
    this.#status.before(...asked);
    this.#status.after(...more());
    frame.submit.hidden = false;
    frame.heading.focus();
  }

  async #read(answer: LegacyAnswer | null): Promise<void> {
    const turn = ++this.#turn;
    this.draft = null;
    this.#status.replaceChildren(make("p", {}, intakeWords.reading));
    try {
      const draft = await readDroppedFile(this.#file, answer);
      if (turn !== this.#turn) return;
      this.draft = draft;
      this.#status.replaceChildren(...summariseDraft(draft));
    } catch (error) {
      if (turn !== this.#turn) return;
      const why = error instanceof IntakeRefusal ? error.message : intakeWords.failed;
      this.#status.replaceChildren(make("p", { className: "intake-wrong" }, why));
    }
  }
}
