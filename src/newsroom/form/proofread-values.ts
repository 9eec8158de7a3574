import * as v from "valibot";
import { listNormalisedFields } from "../../article/article-input.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import type { Dismissal } from "../../article/dismissal-store.ts";
import { readDismissals } from "../../article/dismissal-store.ts";
import { separateDismissed } from "../../publishing/dismissals.ts";
import { proofread } from "../../publishing/proofreading.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";
import { WorkingInput } from "./working-copy.ts";

/** A text, and its findings. */
export type Proofread = {
  content: ArticleContent;
  parted: SortedFindings;
  dismissals: Dismissal[];
};

/**
 * Proofreads the fields of a form. Returns null if nothing was typed or the text is too long. `raw` is the text as it was sent, if
 * `values` are normalised already.
 */
export async function proofreadValues(
  db: D1Database,
  { article, values }: { article: Article | null; values: FormValues },
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

/** Whether normalising changes more than the line ends, which differ between browsers. */
export function willBeNormalised(values: FormValues): boolean {
  const fields = listNormalisedFields(valuesToJson(values));
  return fields.some(({ changes }) => changes.some((change) => change !== "line-end"));
}
