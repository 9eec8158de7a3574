import * as v from "valibot";
import type { Article } from "../../article/article.ts";
import { saveWorkingCopy } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { staff } from "../guard.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { WorkingInput } from "./working-input.ts";

/** Keeps what somebody typed as their working copy, for the preview to show. What is too long for that is left out. */
export async function keepTyped(
  c: AppContext,
  article: Article,
  { baseVersion, values, now }: { baseVersion: number; values: FormValues; now: number },
): Promise<void> {
  const parsed = v.safeParse(WorkingInput, valuesToJson(values));
  if (!parsed.success) return;
  const desk = { articleId: article.id, personId: staff(c).id };
  const copy = { baseVersion: Math.max(baseVersion, 1), content: parsed.output, savedAt: now };
  await saveWorkingCopy(c.env.DB, desk, copy, "on purpose").run();
}
