import * as v from "valibot";
import { listNormalisedFields } from "../../article/article-input.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import { readDismissals } from "../../article/dismissal-store.ts";
import { separateDismissed } from "../../publishing/dismissals.ts";
import { proofread } from "../../publishing/proofreading.ts";
import type { FormView, Proofread } from "./form-view.ts";
import { WorkingInput } from "./working-input.ts";

/**
 * Null for a form that nothing was written in, and for a text too long to look at. `raw` is the text as it was sent, where
 * the values have been normalised already.
 */
export async function proofreadValues(
  db: D1Database,
  { article, values }: Pick<FormView, "article" | "values">,
  now: number,
  raw: unknown = valuesToJson(values),
): Promise<Proofread | null> {
  if (article === null && values.title.trim() === "" && values.body.trim() === "") return null;
  const parsed = v.safeParse(WorkingInput, valuesToJson(values));
  if (!parsed.success) return null;
  const content = parsed.output;
  const articleId = article?.id ?? "";
  const [findings, dismissals] = await Promise.all([
    proofread(db, content, { articleId, now, normalised: listNormalisedFields(raw) }),
    article === null ? [] : readDismissals(db, articleId),
  ]);
  return { content, parted: separateDismissed(content, findings, dismissals), dismissals };
}

/** Whether normalising changes more of a text than its line ends, which every form sends in its own way. */
export function willBeNormalised(values: FormView["values"]): boolean {
  const fields = listNormalisedFields(valuesToJson(values));
  return fields.some(({ changes }) => changes.some((change) => change !== "line-end"));
}
