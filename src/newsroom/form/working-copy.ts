import * as v from "valibot";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { WorkingInput } from "../../article/article-input.ts";
import { isSameContent } from "../../article/article.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import { deleteWorkingCopy, saveWorkingCopy } from "../../article/working-copy-store.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { readNewestVersion } from "./save-typed.ts";
import { refuseForeignPhotos } from "../../publishing/photo-right.ts";

/** The text as a version may hold it: without a source or an English summary that is incomplete. */
export function removeIncompleteParts(content: ArticleContent): ArticleContent {
  const { source, english } = content;
  return {
    ...content,
    source: source !== null && source.name.trim() !== "" ? source : null,
    english:
      english !== null && english.title.trim() !== "" && english.summary.trim() !== ""
        ? english
        : null,
  };
}

/**
 * Saves the fields of a form as the working copy of the signed-in user. A text that is too long is not kept. AppError invalid
 * for a photo that the user may not use, forbidden if the user has lost the right to act.
 */
export async function saveTypedWorkingCopy(
  act: ActContext,
  article: Article,
  { baseVersion, values }: { baseVersion: number; values: FormValues },
): Promise<void> {
  const parsed = v.safeParse(WorkingInput, valuesToJson(values));
  if (!parsed.success) return;
  const { db, actor, now } = act;
  await refuseForeignPhotos(act, article.id, parsed.output);
  const desk = { articleId: article.id, personId: actor.id };
  const copy = { baseVersion: Math.max(baseVersion, 1), content: parsed.output, savedAt: now };
  const newest = await readNewestVersion(db, article);
  const statement = isSameContent(newest.content, copy.content)
    ? deleteWorkingCopy(db, desk)
    : saveWorkingCopy(db, desk, copy, "on purpose");
  await writeWithRight(act, [statement]);
}
