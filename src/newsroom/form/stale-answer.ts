import type { AppContext } from "../../context.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { wantsJson } from "../guard.ts";
import { keepTyped } from "./keep-typed.ts";
import type { SaveOutcome } from "./save-typed.ts";
import { stalePage } from "./stale-page.ts";
import type { TypedForm } from "./typed-form.ts";

type Stale = Extract<SaveOutcome, { saved: false }>;

/** 409: somebody saved a version after this form was opened. Both texts are shown, and nothing is saved. */
export async function showStale(c: AppContext, typed: TypedForm, stale: Stale): Promise<Response> {
  const { theirs } = stale;
  if (wantsJson(c)) {
    const { content, number } = theirs;
    const answer = { detail: formWords.staleDetail, theirs: content, version: number };
    return Response.json(answer, { status: 409 });
  }
  // Whoever closes the page finds their text again in the form.
  const { values, baseVersion } = typed;
  await keepTyped(c, stale.article, { baseVersion, values, now: Date.now() });
  return stalePage(c, typed, stale);
}
