import { ReadFailure } from "../../intake/recognition/read-failure.ts";
import type { ReadOptions } from "../../intake/text/read-text.ts";
import type { LegacyAnswer } from "./draft.ts";
import { IntakeRefusal } from "./intake-refusal.ts";

/** How files are read here: somebody looks on, so nothing is refused that can be read at all. */
export function readingOptions(
  answer: LegacyAnswer | null,
  charset: string | null = null,
): ReadOptions {
  const legacy = answer === "as-is" ? null : answer;
  return { now: Date.now(), dateOrder: null, strict: false, legacy, charset };
}

/** What to tell of a failure to read; what is no ReadFailure comes back as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof ReadFailure)) return error;
  if (error.code === "old-word") return new IntakeRefusal("old-word");
  if (error.code === "too-large") return new IntakeRefusal("too-large");
  if (error.code.endsWith("charset")) return new IntakeRefusal("charset");
  return new IntakeRefusal(error.code === "not-article" ? "empty" : "broken");
}
