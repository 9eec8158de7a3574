import { intakeWords } from "../../vietnamese/words/intake.ts";
import type { RefusalCode } from "../../vietnamese/words/intake.ts";

/** A file that gives no text. The message is the sentence for the reporter. */
export class IntakeRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(intakeWords.refusals[code]);
    this.name = "IntakeRefusal";
    this.code = code;
  }
}
