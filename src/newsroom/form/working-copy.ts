import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { WorkingInput } from "../../article/article-input.ts";
import { isSameContent } from "../../article/article.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import { deleteWorkingCopy, saveWorkingCopy } from "../../article/working-copy-store.ts";
import { AppError } from "../../errors.ts";
import type { Person } from "../../people/person.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { readNewestVersion } from "./save-typed.ts";
import { parseWith } from "../../request/parse.ts";
import { refuseForeignPhotos } from "../../publishing/photo-right.ts";

/**
 * Refuses a form that was opened by somebody else: its page is still open in the browser in which the actor has signed in since.
 * `person` is empty if the form does not say. AppError conflict.
 */
export function refuseOtherPerson(actor: Person, person: string): void {
  if (person !== "" && person !== actor.id) {
    throw new AppError("conflict", formWords.otherPerson);
  }
}

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
 * Saves the fields of a form as the working copy of the signed-in user. AppError invalid for a field that is too long and
 * for a photo that the user may not use, forbidden if the user has lost the right to act.
 */
export async function saveTypedWorkingCopy(
  act: ActContext,
  article: Article,
  { baseVersion, values }: { baseVersion: number; values: FormValues },
): Promise<void> {
  const content = parseWith(WorkingInput, valuesToJson(values));
  const { db, actor, now } = act;
  await refuseForeignPhotos(act, article.id, content);
  const desk = { articleId: article.id, personId: actor.id };
  const copy = { baseVersion: Math.max(baseVersion, 1), content, savedAt: now };
  const newest = await readNewestVersion(db, article);
  const statement = isSameContent(newest.content, copy.content)
    ? deleteWorkingCopy(db, desk)
    : saveWorkingCopy(db, desk, copy, "on purpose");
  await writeWithRight(act, [statement]);
}
