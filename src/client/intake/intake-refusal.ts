import { ReadFailure } from "../../intake/recognition/read-failure.ts";
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

/** The refusal for a failure to read a file; any other error comes back as it is. */
export function toRefusal(error: unknown): unknown {
  if (!(error instanceof ReadFailure)) return error;
  if (error.code === "old-word") return new IntakeRefusal("old-word");
  if (error.code === "too-large") return new IntakeRefusal("too-large");
  if (error.code.endsWith("charset")) return new IntakeRefusal("charset");
  return new IntakeRefusal(error.code === "not-article" ? "empty" : "broken");
}
