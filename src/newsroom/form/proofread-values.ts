import * as v from "valibot";
import { listNormalisedFields, WorkingInput } from "../../article/article-input.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import { listFileIds, readUsableFiles } from "../../publishing/article-documents.ts";
import type { ReadContext } from "../../publishing/permission.ts";
import { proofread } from "../../publishing/proofreading.ts";
import { kindOfKey } from "./typed-form.ts";
import type { SortedFindings } from "../../publishing/dismissals.ts";

/** A text, and its findings. */
export type Proofread = { content: ArticleContent; findings: SortedFindings };

/**
 * Proofreads the fields of a form. Returns null if nothing was typed or the text is too long. `raw` is the text as it was sent, if
 * `values` are normalised already. The findings tell nothing of files that the actor may not use.
 */
export async function proofreadValues(
  { db, actor }: ReadContext,
  { article, key, values }: { article: Article | null; key: string; values: FormValues },
  now: number,
  raw: unknown = valuesToJson(values),
): Promise<Proofread | null> {
  if (article === null && values.title.trim() === "" && values.body.trim() === "") return null;
  const parsed = v.safeParse(WorkingInput, valuesToJson(values));
  if (!parsed.success) return null;
  const content = parsed.output;
  const normalised = listNormalisedFields(raw);
  const articleId = article?.id ?? "";
  const files = await readUsableFiles({ db, actor }, articleId, listFileIds(content));
  const findings = await proofread(db, content, {
    articleId,
    files,
    kind: article?.kind ?? kindOfKey(key),
    now,
    normalised,
  });
  return { content, findings };
}

/** Whether normalising changes more than the line ends, which differ between browsers. */
export function willBeNormalised(values: FormValues): boolean {
  const fields = listNormalisedFields(valuesToJson(values));
  return fields.some(({ changes }) => changes.some((change) => change !== "line-end"));
}
